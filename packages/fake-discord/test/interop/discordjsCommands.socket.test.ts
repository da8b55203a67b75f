import { describe, expect, it } from '@jest/globals';
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  GatewayIntentBits,
  InteractionContextType,
  MessageFlags,
  SlashCommandBuilder,
} from 'discord.js';
import type { ApplicationCommandData, AutocompleteInteraction, ChatInputCommandInteraction, Interaction } from 'discord.js';
import { answersOf, useDiscordjs } from './useDiscordjs.js';

const home = useDiscordjs({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages] });
const answers = answersOf(home);

const onCommand = (answer: (command: ChatInputCommandInteraction) => Promise<unknown>): void =>
  answers.with(async (interaction: Interaction) => {
    if (!interaction.isChatInputCommand()) throw new TypeError('This is no slash command.');
    await answer(interaction);
  });

describe('a bot of discord.js that registers commands', () => {
  it('sets, lists, edits, fetches with translations and deletes global ones', async () => {
    const { commands } = home.client.application;
    const builder = new SlashCommandBuilder()
      .setName('roll')
      .setDescription('Rolls')
      .setNameLocalizations({ de: 'würfeln' })
      .setContexts(InteractionContextType.Guild)
      .setDefaultMemberPermissions(8n)
      .addIntegerOption((option) => option.setName('sides').setDescription('How many').setMinValue(2).setMaxValue(100).setRequired(true));
    const set = await commands.set([builder]);
    const [roll] = [...set.values()];
    expect([roll?.name, roll?.contexts, roll?.defaultMemberPermissions?.bitfield, roll?.nameLocalizations]).toEqual([
      'roll',
      [0],
      8n,
      { de: 'würfeln' },
    ]);
    const sent = JSON.parse(JSON.stringify({ ...builder.toJSON(), integration_types: [0] })) as ApplicationCommandData;
    expect(roll?.equals(sent)).toBe(true);
    await roll?.edit({ description: 'Throws' });
    const listed = await commands.fetch({ withLocalizations: true });
    expect(listed.map(({ description, nameLocalizations }) => [description, nameLocalizations])).toEqual([['Throws', { de: 'würfeln' }]]);
    await commands.create({ name: 'more', description: 'x' });
    await commands.delete(roll!.id);
    expect((await commands.fetch()).map(({ name }) => name)).toEqual(['more']);
  });

  it('keeps those of a guild apart, and reads who may use them', async () => {
    const { client, theirGuild } = home;
    const command = await theirGuild.commands.create({ name: 'here', description: 'x' });
    expect([command.guildId, (await client.application.commands.fetch()).size]).toEqual([theirGuild.id, 0]);
    await expect(theirGuild.commands.permissions.fetch({ command: command.id })).rejects.toMatchObject({ code: 10066 });
  });

  it('is told what is wrong with one', async () => {
    const commands = home.client.application.commands;
    await expect(commands.create({ name: 'No Good', description: 'x' })).rejects.toMatchObject({ code: 50035, status: 400 });
    const twice = [1, 2].map(() => ({ name: 'same', description: 'x' }));
    await expect(commands.set(twice)).rejects.toMatchObject({ code: 50035 });
  });
});

describe('a bot of discord.js whose commands are used', () => {
  it('reads every kind of option', async () => {
    const { alice, client, general, guild } = home;
    const types = ApplicationCommandOptionType;
    const kinds = [types.String, types.Integer, types.Boolean, types.User, types.Channel, types.Role, types.Mentionable, types.Number];
    const options = [...kinds, types.Attachment].map((type) => ({ type, name: types[type].toLowerCase(), description: 'x' }));
    await client.application.commands.set([{ name: 'all', description: 'All kinds', options: options as never }]);
    const role = guild.addRole({ name: 'team' });
    const seen: unknown[] = [];
    onCommand((interaction) => {
      const { options: given } = interaction;
      const [string, integer, number] = [given.getString('string'), given.getInteger('integer'), given.getNumber('number')];
      seen.push(string, integer, number, given.getBoolean('boolean'), given.getUser('user')?.username);
      seen.push(given.getRole('role')?.name, given.getMentionable('mentionable') !== null, given.getChannel('channel')?.name);
      seen.push(given.getAttachment('attachment')?.name, given.getMember('user') !== null);
      return interaction.reply('ok');
    });
    const attachment = { filename: 'a.txt', data: 'hello' };
    const thing = { user: alice, role, mentionable: alice, channel: general, attachment };
    const { reply } = await alice.useCommand(general, 'all', { string: 's', integer: 3, number: 1.5, boolean: true, ...thing });
    expect(seen).toEqual(['s', 3, 1.5, true, 'alice', 'team', true, 'general', 'a.txt', true]);
    expect(reply?.data).toMatchObject({ content: 'ok', type: 20, interaction_metadata: { user: { username: 'alice' } } });
  });

  it('knows who uses them, where, and what they and it may do', async () => {
    const { alice, discord, general, guild, theirs } = home;
    discord.addCommand({ name: 'who', description: 'x' });
    const role = guild.addRole({ name: 'team', permissions: ['KickMembers'] });
    guild.updateMember(alice, { roles: [role.id] });
    const seen: unknown[] = [];
    onCommand((interaction) => {
      if (!interaction.inCachedGuild()) throw new TypeError('It is not in the guild.');
      const { appPermissions, channel, context, locale, member, memberPermissions, user } = interaction;
      seen.push(user.username, channel?.id, member.roles.cache.has(role.id), memberPermissions.has('KickMembers'), context, locale);
      seen.push(appPermissions.has('Administrator'), interaction.guild.id, interaction.guildLocale);
      return interaction.reply('ok');
    });
    await alice.useCommand(general, 'who');
    expect(seen).toEqual(['alice', theirs.id, true, true, 0, 'en-US', true, guild.id, 'en-US']);
  });

  it('is used in its direct messages', async () => {
    const { alice, discord } = home;
    discord.addCommand({ name: 'hi', description: 'x' });
    onCommand((interaction) => interaction.reply(`${String(interaction.inGuild())} ${String(interaction.context)}`));
    expect((await alice.useCommand(alice.directChannel, 'hi')).reply?.content).toBe('false 1');
  });

  it('replies for one person only, edits, follows up and deletes', async () => {
    const { alice, discord, general } = home;
    discord.addCommand({ name: 'secret', description: 'x' });
    onCommand(async (interaction) => {
      const sent = await interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral, withResponse: true });
      await interaction.editReply(`psst ${sent.resource?.message?.content ?? ''}`);
      const more = await interaction.followUp('aloud');
      await interaction.followUp({ content: 'and gone', flags: MessageFlags.Ephemeral });
      await interaction.deleteReply();
      await interaction.editReply({ message: more, content: 'aloud!' });
    });
    const interaction = await alice.useCommand(general, 'secret');
    await general.receive('aloud!');
    expect(interaction.reply).toBeUndefined();
    expect(interaction.followUps.map(({ content, isEphemeral }) => [content, isEphemeral])).toEqual([
      ['aloud!', false],
      ['and gone', true],
    ]);
    expect([general.messages.length, general.messagesSeenBy(alice).length]).toEqual([1, 2]);
  });

  it('thinks first, answers later with a file, and reads its answer', async () => {
    const { alice, discord, general } = home;
    discord.addCommand({ name: 'slow', description: 'x' });
    let read = '';
    onCommand(async (interaction) => {
      await interaction.deferReply();
      await interaction.editReply({ content: 'done', files: [{ attachment: Buffer.from('x'), name: 'x.txt' }] });
      const { attachments, content } = await interaction.fetchReply();
      read = `${content} ${String(attachments.size)}`;
    });
    const interaction = await alice.useCommand(general, 'slow');
    await general.receive('done');
    await discord.settle();
    expect([interaction.answerType, interaction.reply?.content, interaction.reply?.data.flags, read]).toEqual([5, 'done', 0, 'done 1']);
  });

  it('is told when it answers twice, or what nobody asked', async () => {
    const { alice, client, discord, general } = home;
    discord.addCommand({ name: 'late', description: 'x' });
    let refused: unknown;
    onCommand(async (interaction) => {
      await interaction.reply('once');
      // discord.js itself refuses to answer twice, so the request is made by hand.
      const { id, token } = interaction;
      const body = { type: 4, data: { content: 'twice' } };
      refused = await client.rest.post(`/interactions/${id}/${token}/callback`, { body }).catch((error: unknown) => error);
    });
    await alice.useCommand(general, 'late');
    await discord.settle();
    expect(refused).toMatchObject({ status: 400, code: 40060 });
    const nobodys = client.rest.post('/interactions/1/x/callback', { body: { type: 4, data: { content: 'x' } } });
    await expect(nobodys).rejects.toMatchObject({ status: 404, code: 10062 });
  });
});

describe('a bot of discord.js whose menus are used', () => {
  it('learns the user or the message that they were opened on', async () => {
    const { alice, client, general, guild } = home;
    const kinds = { Wave: ApplicationCommandType.User, 'Quote it': ApplicationCommandType.Message } as const;
    const commands = Object.entries(kinds).map(([name, type]) => ({ name, type }));
    await client.application.commands.set(commands, guild.id);
    answers.with(async (interaction) => {
      if (interaction.isUserContextMenuCommand()) await interaction.reply(`waves at ${interaction.targetUser.username}`);
      if (interaction.isMessageContextMenuCommand()) await interaction.reply(`> ${interaction.targetMessage.content}`);
    });
    const said = await alice.send(general, 'wise words');
    const waved = await alice.useUserCommand(general, 'Wave', guild.owner);
    const quoted = await alice.useMessageCommand(said, 'Quote it');
    expect([waved.reply?.content, quoted.reply?.content]).toEqual(['waves at owner', '> wise words']);
  });
});

describe('a bot of discord.js with subcommands and suggestions', () => {
  const suggest = async (interaction: AutocompleteInteraction): Promise<void> => {
    const { name, value } = interaction.options.getFocused(true);
    const choices = ['red', 'green', 'blue'].filter((colour) => colour.startsWith(value));
    await interaction.respond(choices.map((colour) => ({ name: `${name} ${colour}`, value: colour })));
  };

  it('tells groups, subcommands and their options apart, and suggests values', async () => {
    const { alice, client, general } = home;
    const config = new SlashCommandBuilder().setName('config').setDescription('x');
    config.addSubcommandGroup((group) =>
      group
        .setName('colour')
        .setDescription('x')
        .addSubcommand((set) =>
          set
            .setName('set')
            .setDescription('x')
            .addStringOption((option) => option.setName('to').setDescription('x').setAutocomplete(true).setRequired(true)),
        ),
    );
    await client.application.commands.set([config]);
    answers.with(async (interaction) => {
      if (interaction.isAutocomplete()) return suggest(interaction);
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      await interaction.reply([options.getSubcommandGroup(), options.getSubcommand(), options.getString('to', true)].join(' '));
    });
    expect((await alice.autocomplete(general, 'config colour set', 'to', 'gr')).choices).toEqual([{ name: 'to green', value: 'green' }]);
    expect((await alice.useCommand(general, 'config colour set', { to: 'green' })).reply?.content).toBe('colour set green');
  });
});
