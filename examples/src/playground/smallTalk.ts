import { setTimeout as wait } from 'node:timers/promises';
import {
  attachment,
  button,
  container,
  fileDisplay,
  message,
  poll,
  row,
  section,
  separator,
  type CommandInteraction,
  type MessageCommandInteraction,
  type UserCommandInteraction,
} from 'aplomb';
import { teas } from './teas.js';

/** `/secret`: only who asked sees the answer. */
export async function tellSecret(interaction: CommandInteraction): Promise<void> {
  await interaction.reply({ content: 'Nobody else sees this: the good cups are in the ||upper|| cupboard.', ephemeral: true });
}

/** `/brew`: "robot is thinking", and then the answer. */
export async function brew(interaction: CommandInteraction): Promise<void> {
  const seconds = interaction.options.integer('seconds') ?? 2;
  await interaction.defer();
  await wait(seconds * 1_000);
  await interaction.editReply(`It has steeped for ${String(seconds)} s.`);
}

/** `/vote`: a poll. */
export async function holdVote(interaction: CommandInteraction): Promise<void> {
  const question = interaction.options.require.string('question');
  await interaction.reply({ poll: poll({ question, answers: ['Yes', 'No', { text: 'Tea first', emoji: '🍵' }], durationHours: 1 }) });
}

/** `/card`: a message that is made of components alone, with a file in it. */
export async function showCard(interaction: CommandInteraction): Promise<void> {
  const lines = teas.map(({ minutes, name, note }) => `**${name}**, ${note}: ${String(minutes)} min`);
  const card = container({
    accentColor: 'Green',
    components: [
      section({ components: ['# Our teas', '-# fresh every morning'], accessory: button({ customId: 'pour:Sencha', label: 'A Sencha' }) }),
      separator({ spacing: 'large' }),
      lines.join('\n'),
      fileDisplay('teas.txt'),
      row(button({ url: 'https://en.wikipedia.org/wiki/Tea', label: 'About tea' })),
    ],
  });
  await interaction.reply(message({ components: [card] }), { files: [attachment(Buffer.from(lines.join('\n')), 'teas.txt')] });
}

/** "Wave" in the menu of a user. */
export async function wave(interaction: UserCommandInteraction): Promise<void> {
  await interaction.reply(`${interaction.user.mention} waves at ${interaction.targetUser.mention} 👋`);
}

/** "Count words" in the menu of a message. */
export async function countWords(interaction: MessageCommandInteraction): Promise<void> {
  const words = interaction.targetMessage?.content.match(/\S+/g)?.length ?? 0;
  await interaction.reply({ content: `This message has ${String(words)} ${words === 1 ? 'word' : 'words'}.`, ephemeral: true });
}
