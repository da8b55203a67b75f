import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { button, label, modal, row, stringSelect, textInput, type Client } from '../../src/index.js';
import { World } from '../World.js';

let world: World;
let client: Client;

beforeAll(async () => {
  world = await World.open();
  client = world.client();
  world.discord.attach(client);
  client.on('interactionCreate', async (interaction) => {
    if (interaction.isCommand()) {
      if (interaction.commandName === 'roll') await interaction.reply(`1 to ${String(interaction.options.integer('sides') ?? 6)}`);
      if (interaction.commandName === 'menu') {
        const buttons = row(button({ customId: 'yes', label: 'Yes' }), button({ customId: 'form', label: 'Form' }));
        const select = row(stringSelect({ customId: 'color', options: ['red', 'blue'] }));
        await interaction.reply({ content: 'Choose', components: [buttons, select], ephemeral: true });
      }
      if (interaction.commandName === 'slow') {
        await interaction.defer();
        await interaction.editReply('Done.');
        const more = await interaction.followUp('And more.');
        await more.edit('And even more.');
      }
      if (interaction.commandName === 'who') {
        const form = await interaction.quickModal({ title: 'Who are you?', fields: { name: { label: 'Your name' } } });
        await form?.interaction.reply(`Hello, ${form.values.name}!`);
      }
    }
    if (interaction.isButton() && interaction.customId === 'yes') await interaction.update({ content: 'Yes it is.', components: [] });
    if (interaction.isButton() && interaction.customId === 'form')
      await interaction.showModal(
        modal({ customId: 'ask', title: 'Why?', components: [label({ label: 'Why?', component: textInput({ customId: 'why' }) })] }),
      );
    if (interaction.isSelect()) await interaction.reply(interaction.values.join());
    if (interaction.isModal() && interaction.customId === 'ask') await interaction.reply(`Because ${interaction.fields.text('why')}`);
    if (interaction.isAutocomplete()) await interaction.suggest([`${interaction.focused.value}erday`]);
  });
  await client.start();
  await client.application?.setCommands([
    { type: 1, name: 'roll', description: 'Rolls dice', options: [{ type: 4, name: 'sides', description: 'How many sides' }] },
    { type: 1, name: 'menu', description: 'Shows components' },
    { type: 1, name: 'slow', description: 'Takes its time' },
    { type: 1, name: 'who', description: 'Asks' },
    {
      type: 1,
      name: 'play',
      description: 'Plays',
      options: [{ type: 3, name: 'song', description: 'Which', autocomplete: true, required: true }],
    },
  ]);
});

afterAll(async () => {
  await world[Symbol.asyncDispose]();
});

describe('a bot with commands', () => {
  it('answers a command with what was given to it', async () => {
    const use = await world.alice.useCommand(world.general, 'roll', { sides: 20 });
    expect(use.reply?.content).toBe('1 to 20');
  });

  it('answers later, says more, and changes what it said', async () => {
    const use = await world.alice.useCommand(world.general, 'slow');
    await client.idle();
    expect([use.reply?.content, use.followUps.map(({ content }) => content)]).toEqual(['Done.', ['And even more.']]);
  });

  it('suggests while somebody types', async () => {
    const use = await world.alice.autocomplete(world.general, 'play', 'song', 'yest');
    expect(use.choices).toEqual([{ name: 'yesterday', value: 'yesterday' }]);
  });

  it('changes the message of a button, also where one person sees it', async () => {
    const menu = await world.alice.useCommand(world.general, 'menu');
    const press = await world.alice.press(menu.reply as never, 'yes');
    expect([press.reply?.content, menu.reply?.content]).toEqual(['Yes it is.', 'Yes it is.']);
  });

  it('hears what was chosen', async () => {
    const menu = await world.alice.useCommand(world.general, 'menu');
    const choice = await world.alice.select(menu.reply as never, 'color', 'blue');
    expect(choice.reply?.content).toBe('blue');
  });

  it('opens a form, and reads it', async () => {
    const menu = await world.alice.useCommand(world.general, 'menu');
    const press = await world.alice.press(menu.reply as never, 'form');
    const submission = await world.alice.submit(press.modal, { why: 'of the rain' });
    expect(submission.reply?.content).toBe('Because of the rain');
  });

  it('asks with a quick form in the middle of a handler', async () => {
    const use = await world.alice.useCommand(world.general, 'who');
    const submission = await world.alice.submit(use.modal, { name: 'Ada' });
    expect(submission.reply?.content).toBe('Hello, Ada!');
  });
});
