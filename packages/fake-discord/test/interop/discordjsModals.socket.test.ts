import { beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayIntentBits, ModalBuilder, TextInputStyle } from 'discord.js';
import type { ModalSubmitFields } from 'discord.js';
import type { FilledValues } from '../../src/world/interactions/useComponent.js';
import { answersOf, useDiscordjs } from './useDiscordjs.js';

const home = useDiscordjs({ intents: [GatewayIntentBits.Guilds] });
const answers = answersOf(home);

/** Opens a modal with a command, sends it filled in, and returns what the bot made of the fields. */
async function fillIn<Read>(
  modal: ModalBuilder,
  filled: FilledValues,
  read: (fields: ModalSubmitFields) => Read,
): Promise<Read | undefined> {
  const { alice, general } = home;
  let seen: Read | undefined;
  answers.with(async (interaction) => {
    if (interaction.isChatInputCommand()) return interaction.showModal(modal);
    if (!interaction.isModalSubmit()) throw new TypeError('This is no modal.');
    seen = read(interaction.fields);
    return interaction.reply('thanks');
  });
  const opened = await alice.useCommand(general, 'form');
  const sent = await alice.submit(opened.modal, filled);
  expect([opened.modal?.title, sent.reply?.content]).toEqual(['About you', 'thanks']);
  return seen;
}

beforeEach(() => home.discord.addCommand({ name: 'form', description: 'x' }));

const newModal = (): ModalBuilder => new ModalBuilder().setCustomId('about').setTitle('About you');
const FRUITS = ['apple', 'pear', 'plum'].map((value) => ({ label: value, value }));

describe('a bot of discord.js that opens modals', () => {
  it('reads texts, short and long, between words of its own', async () => {
    const modal = newModal()
      .addTextDisplayComponents((text) => text.setContent('Tell us.'))
      .addLabelComponents(
        (label) => label.setLabel('Name').setTextInputComponent((input) => input.setCustomId('name').setStyle(TextInputStyle.Short)),
        (label) =>
          label
            .setLabel('Story')
            .setDescription('A long one')
            .setTextInputComponent((input) => input.setCustomId('story').setStyle(TextInputStyle.Paragraph).setRequired(false)),
      );
    const texts = await fillIn(modal, { name: 'Ada' }, (fields) => ['name', 'story'].map((id) => fields.getTextInputValue(id)));
    expect(texts).toEqual(['Ada', '']);
  });

  it('reads selects of all kinds', async () => {
    const { alice, general, guild } = home;
    const role = guild.addRole({ name: 'team' });
    const modal = newModal().addLabelComponents(
      (label) => label.setLabel('a').setStringSelectMenuComponent((menu) => menu.setCustomId('a').setMaxValues(2).addOptions(FRUITS)),
      (label) => label.setLabel('b').setUserSelectMenuComponent((menu) => menu.setCustomId('b')),
      (label) => label.setLabel('c').setRoleSelectMenuComponent((menu) => menu.setCustomId('c')),
      (label) => label.setLabel('d').setMentionableSelectMenuComponent((menu) => menu.setCustomId('d')),
      (label) => label.setLabel('e').setChannelSelectMenuComponent((menu) => menu.setCustomId('e')),
    );
    const filled = { a: ['apple', 'plum'], b: alice, c: role, d: role, e: general };
    const seen = await fillIn(modal, filled, (fields) => [
      fields.getStringSelectValues('a'),
      fields.getSelectedUsers('b')?.map(({ username }) => username),
      fields.getSelectedRoles('c')?.map((each) => each?.name),
      fields.getSelectedMentionables('d')?.roles.size,
      fields.getSelectedChannels('e')?.map((channel) => (channel as { name: string }).name),
    ]);
    expect(seen).toEqual([['apple', 'plum'], ['alice'], ['team'], 1, ['general']]);
  });

  it('reads files, a radio group, a group of check boxes, and a check box', async () => {
    const modal = newModal().addLabelComponents(
      (label) => label.setLabel('Files').setFileUploadComponent((upload) => upload.setCustomId('files').setMaxValues(2)),
      (label) => label.setLabel('One').setRadioGroupComponent((group) => group.setCustomId('one').addOptions(FRUITS)),
      (label) => label.setLabel('Many').setCheckboxGroupComponent((group) => group.setCustomId('many').addOptions(FRUITS)),
      (label) => label.setLabel('Sure?').setCheckboxComponent((box) => box.setCustomId('sure')),
    );
    const files = [{ filename: 'a.txt', data: 'hello' }];
    const seen = await fillIn(modal, { files, one: 'pear', many: ['apple', 'pear'], sure: true }, (fields) => [
      fields.getUploadedFiles('files')?.map(({ name, size }) => [name, size]),
      fields.getRadioGroup('one'),
      fields.getCheckboxGroup('many'),
      fields.getCheckbox('sure'),
    ]);
    expect(seen).toEqual([[['a.txt', 5]], 'pear', ['apple', 'pear'], true]);
  });

  it('waits for one that a button opens, and updates its message', async () => {
    const { alice } = home;
    const ask = { type: 1, components: [{ type: 2, style: 1, custom_id: 'ask', label: 'Ask' }] };
    const input = { type: 4, custom_id: 'name', style: 1, label: 'Name' };
    const modal = { custom_id: 'm', title: 'Name', components: [{ type: 1, components: [input] }] };
    answers.with(async (interaction) => {
      if (!interaction.isButton()) return;
      await interaction.showModal(modal);
      const submitted = await interaction.awaitModalSubmit({ time: 5_000 });
      if (submitted.isFromMessage()) await submitted.update(`Hello ${submitted.fields.getTextInputValue('name')}`);
    });
    const message = await home.post({ content: 'x', components: [ask] });
    await alice.submit((await alice.press(message, 'ask')).modal, { name: 'Ada' });
    expect(message.content).toBe('Hello Ada');
  });
});
