import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  ComponentType,
  GatewayIntentBits,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import type { ChatInputCommandInteraction, Client, Interaction } from 'discord.js';
import { FakeDiscord } from '../../src/index.js';
import type { Channel, Guild, User } from '../../src/index.js';
import { connectDiscordjs } from './connectDiscordjs.js';

// discord.js reads what interactions carry and writes the answers: it knows nothing of this fake, and stops at what is not as on Discord.

let alice: User;
let client: Client<true>;
let discord: FakeDiscord;
let general: Channel;
let guild: Guild;
let answer: (interaction: Interaction) => Promise<unknown>;
let failures: unknown[];

beforeEach(async () => {
  discord = await FakeDiscord.start({ rateLimits: false });
  guild = discord.addGuild({ name: 'Home' });
  general = guild.addTextChannel('general');
  alice = guild.addMember('alice');
  client = await connectDiscordjs(discord, [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages]);
  failures = [];
  client.on('interactionCreate', (interaction) => {
    answer(interaction).catch((error: unknown) => failures.push(error));
  });
});

afterEach(async () => {
  await client.destroy();
  await discord.close();
  expect(failures).toEqual([]);
});

const command = (interaction: Interaction): ChatInputCommandInteraction => {
  if (!interaction.isChatInputCommand()) throw new TypeError('This is no slash command.');
  return interaction;
};

describe('a bot of discord.js whose commands are used', () => {
  it('registers them and reads every kind of option', async () => {
    const types = ApplicationCommandOptionType;
    const kinds = [types.String, types.Integer, types.Boolean, types.User, types.Channel, types.Role, types.Mentionable, types.Number];
    const options = [...kinds, types.Attachment].map((type) => ({ type, name: types[type].toLowerCase(), description: 'x' }));
    await client.application.commands.set([{ name: 'all', description: 'All kinds', options: options as never }]);
    const role = guild.addRole({ name: 'team' });
    const seen: unknown[] = [];
    answer = (interaction) => {
      const { options: given } = command(interaction);
      const [string, integer, number] = [given.getString('string'), given.getInteger('integer'), given.getNumber('number')];
      seen.push(string, integer, number, given.getBoolean('boolean'), given.getUser('user')?.username);
      seen.push(given.getRole('role')?.name, given.getMentionable('mentionable') !== null, given.getChannel('channel')?.name);
      seen.push(given.getAttachment('attachment')?.name, given.getMember('user') !== null);
      return command(interaction).reply('ok');
    };
    const attachment = { filename: 'a.txt', data: 'hello' };
    const thing = { user: alice, role, mentionable: alice, channel: general, attachment };
    const { reply } = await alice.useCommand(general, 'all', { string: 's', integer: 3, number: 1.5, boolean: true, ...thing });
    expect(seen).toEqual(['s', 3, 1.5, true, 'alice', 'team', true, 'general', 'a.txt', true]);
    expect(reply?.data).toMatchObject({ content: 'ok', type: 20, interaction_metadata: { user: { username: 'alice' } } });
  });

  it('replies for one person only, edits, follows up and deletes', async () => {
    discord.addCommand({ name: 'secret', description: 'x' });
    answer = async (interaction) => {
      const sent = await command(interaction).reply({ content: 'psst', flags: MessageFlags.Ephemeral, withResponse: true });
      await command(interaction).editReply(`psst ${sent.resource?.message?.content ?? ''}`);
      const more = await command(interaction).followUp('aloud');
      await command(interaction).followUp({ content: 'and gone', flags: MessageFlags.Ephemeral });
      await command(interaction).deleteReply();
      await command(interaction).editReply({ message: more, content: 'aloud!' });
    };
    const interaction = await alice.useCommand(general, 'secret');
    await general.receive('aloud!');
    expect(interaction.reply).toBeUndefined();
    expect(interaction.followUps.map(({ content, isEphemeral }) => [content, isEphemeral])).toEqual([
      ['aloud!', false],
      ['and gone', true],
    ]);
    expect([general.messages.length, general.messagesSeenBy(alice).length]).toEqual([1, 2]);
  });

  it('thinks first and answers later', async () => {
    discord.addCommand({ name: 'slow', description: 'x' });
    answer = async (interaction) => {
      await command(interaction).deferReply();
      await command(interaction).editReply('done');
    };
    const interaction = await alice.useCommand(general, 'slow');
    await general.receive('done');
    expect([interaction.answerType, interaction.reply?.content, interaction.reply?.data.flags]).toEqual([5, 'done', 0]);
  });

  it('has subcommands, menus of users and messages, and suggestions', async () => {
    await client.application.commands.set(
      [
        { name: 'Wave', type: ApplicationCommandType.User },
        { name: 'Quote it', type: ApplicationCommandType.Message },
        {
          name: 'config',
          description: 'x',
          options: [
            {
              type: ApplicationCommandOptionType.Subcommand,
              name: 'set',
              description: 'x',
              options: [{ type: ApplicationCommandOptionType.String, name: 'key', description: 'x', autocomplete: true }],
            },
          ],
        },
      ],
      guild.id,
    );
    answer = async (interaction) => {
      if (interaction.isAutocomplete()) await interaction.respond([{ name: interaction.options.getFocused(), value: 'v' }]);
      else if (interaction.isUserContextMenuCommand()) await interaction.reply(`waves at ${interaction.targetUser.username}`);
      else if (interaction.isMessageContextMenuCommand()) await interaction.reply(`> ${interaction.targetMessage.content}`);
      else
        await command(interaction).reply(
          `${command(interaction).options.getSubcommand()} ${command(interaction).options.getString('key') ?? ''}`,
        );
    };
    const said = await alice.send(general, 'wise words');
    const replies = [
      await alice.useUserCommand(general, 'Wave', alice),
      await alice.useMessageCommand(said, 'Quote it'),
      await alice.useCommand(general, 'config set', { key: 'v' }),
    ].map(({ reply }) => reply?.content);
    expect(replies).toEqual(['waves at alice', '> wise words', 'set v']);
    expect((await alice.autocomplete(general, 'config set', 'key', 'col')).choices).toEqual([{ name: 'col', value: 'v' }]);
  });
});

describe('a bot of discord.js whose components are used', () => {
  const button = (id: string): ButtonBuilder => new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Primary);
  const row = (...buttons: ButtonBuilder[]): ActionRowBuilder<ButtonBuilder> =>
    new ActionRowBuilder<ButtonBuilder>().addComponents(buttons);
  const post = async (body: object) => {
    const channel = await client.channels.fetch(general.id);
    if (channel?.isSendable() !== true) throw new TypeError('#general cannot be written to');
    await channel.send(body);
    return general.lastMessage!;
  };

  it('updates the message of a button, or answers below it', async () => {
    answer = async (interaction) => {
      if (!interaction.isButton()) throw new TypeError('This is no button.');
      if (interaction.customId === 'yes') await interaction.update({ content: 'pressed', components: [] });
      else await interaction.reply('no?');
    };
    const message = await post({ content: 'press', components: [row(button('yes'), button('no'))] });
    const no = await alice.press(message, 'no');
    const yes = await alice.press(message, 'yes');
    expect([no.reply?.data.message_reference?.message_id, yes.reply?.id, message.content]).toEqual([message.id, message.id, 'pressed']);
    await expect(alice.press(message, 'yes')).rejects.toMatchObject({ code: 'FAKE_IMPOSSIBLE_ACT' });
  });

  it('learns what was chosen', async () => {
    const seen: unknown[] = [];
    answer = async (interaction) => {
      if (interaction.isStringSelectMenu()) seen.push(interaction.values);
      if (interaction.isUserSelectMenu())
        seen.push(
          interaction.users.map(({ username }) => username),
          interaction.members.size,
        );
      if (interaction.isMessageComponent()) await interaction.deferUpdate();
    };
    const options = ['a', 'b', 'c'].map((value) => ({ label: value, value }));
    const letters = new StringSelectMenuBuilder().setCustomId('letters').setMaxValues(2).addOptions(options);
    const people = new UserSelectMenuBuilder().setCustomId('people');
    const rows = [new ActionRowBuilder().addComponents(letters), new ActionRowBuilder().addComponents(people)];
    const message = await post({ content: 'choose', components: rows });
    await alice.select(message, 'letters', ['a', 'c']);
    await alice.select(message, 'people', alice);
    expect(seen).toEqual([['a', 'c'], ['alice'], 1]);
  });

  it('opens a modal and reads what was filled in', async () => {
    discord.addCommand({ name: 'form', description: 'x' });
    const input = new TextInputBuilder().setCustomId('name').setStyle(TextInputStyle.Short);
    const modal = new ModalBuilder().setCustomId('about').setTitle('About you');
    modal.addLabelComponents((label) => label.setLabel('Your name').setTextInputComponent(input));
    modal.addLabelComponents((label) =>
      label
        .setLabel('Colours')
        .setStringSelectMenuComponent((select) =>
          select.setCustomId('colours').setMaxValues(2).addOptions({ label: 'Red', value: 'red' }, { label: 'Blue', value: 'blue' }),
        ),
    );
    answer = async (interaction) => {
      if (interaction.isModalSubmit()) {
        const { fields } = interaction;
        await interaction.reply(`${fields.getTextInputValue('name')} likes ${fields.getStringSelectValues('colours').join(' and ')}`);
      } else await command(interaction).showModal(modal);
    };
    const interaction = await alice.useCommand(general, 'form');
    const sent = await alice.submit(interaction.modal, { name: 'Ada', colours: ['red', 'blue'] });
    expect([interaction.modal?.title, sent.reply?.content]).toEqual(['About you', 'Ada likes red and blue']);
  });

  it('posts layouts (components V2) and hears of the button in them', async () => {
    answer = async (interaction) => {
      if (interaction.isButton()) await interaction.reply({ content: interaction.customId, flags: MessageFlags.Ephemeral });
    };
    const text = { type: ComponentType.TextDisplay, content: '# Hello' };
    const components = [{ type: ComponentType.Container, components: [text, row(button('deep')).toJSON()] }];
    const message = await post({ flags: MessageFlags.IsComponentsV2, components });
    expect((await alice.press(message, 'deep')).reply?.data).toMatchObject({ content: 'deep', flags: 64 });
  });
});

describe('a bot of discord.js that is too late', () => {
  it('is told that the interaction is unknown', async () => {
    discord.addCommand({ name: 'late', description: 'x' });
    discord.faults.slowAnswer('POST /interactions/:id/:token/callback', 10);
    let refused: unknown;
    answer = async (interaction) => {
      await command(interaction).reply('once');
      // discord.js itself refuses to answer twice, so the request is made by hand.
      const { id, token } = interaction;
      refused = await client.rest
        .post(`/interactions/${id}/${token}/callback`, { body: { type: 4, data: { content: 'twice' } } })
        .catch((error: unknown) => error);
    };
    await alice.useCommand(general, 'late');
    await discord.settle();
    expect(refused).toMatchObject({ status: 400, code: 40060 });
    await expect(client.rest.post('/interactions/1/x/callback', { body: { type: 4, data: { content: 'x' } } })).rejects.toMatchObject({
      status: 404,
      code: 10062,
    });
  });
});
