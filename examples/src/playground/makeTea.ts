import {
  button,
  embed,
  row,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ClassicMessageOptions,
  type CommandInteraction,
} from 'aplomb';
import { teaNamed, teas, teasLike, type Tea } from './teas.js';

const AGAIN = /^tea:(.+):(\d+)$/;
const FIRST = /^pour:(.+)$/;

/** What is suggested while somebody types the kind. */
export async function suggestTeas(interaction: AutocompleteInteraction): Promise<void> {
  await interaction.suggest(teasLike(interaction.focused.value).map(({ name, note }) => ({ name: `${name}, ${note}`, value: name })));
}

/** `/tea`: an embed with a button below. People may type what was not suggested. */
export async function makeTea(interaction: CommandInteraction): Promise<void> {
  const { options, user } = interaction;
  const tea = teaNamed(options.require.string('kind'));
  if (tea === undefined) await interaction.reply({ content: `There is ${teas.map(({ name }) => name).join(', ')}.`, ephemeral: true });
  else await interaction.reply(served(tea, options.integer('cups') ?? 1, (options.user('guest') ?? user).mention));
}

/** The button below it: one cup more, in the same message. How many there are stands in the button's id, so that it works after a restart, too. */
export async function oneMoreCup(interaction: ButtonInteraction): Promise<boolean> {
  const [, name = '', cups] = AGAIN.exec(interaction.customId) ?? [];
  const tea = teaNamed(name);
  if (tea === undefined) return false;
  await interaction.update(served(tea, Number(cups) + 1, interaction.user.mention));
  return true;
}

/** A button elsewhere that orders a tea: the cup is a message of its own. */
export async function pourACup(interaction: ButtonInteraction): Promise<boolean> {
  const tea = teaNamed(FIRST.exec(interaction.customId)?.[1] ?? '');
  if (tea === undefined) return false;
  await interaction.reply(served(tea, 1, interaction.user.mention));
  return true;
}

function served({ minutes, name, note }: Tea, cups: number, guest: string): Pick<ClassicMessageOptions, 'components' | 'embeds'> {
  const title = `${cups === 1 ? 'A cup' : `${String(cups)} cups`} of ${name}`;
  return {
    embeds: [embed({ title, description: `For ${guest}: ${note}.`, color: 'Green', footer: `Steeps ${String(minutes)} minutes` })],
    components: [row(button({ customId: `tea:${name}:${String(cups)}`, label: 'One more', emoji: '🍵' }))],
  };
}
