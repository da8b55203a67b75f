import { describe, expect, it } from '@jest/globals';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ChannelType,
  ComponentType,
  ContainerBuilder,
  FileBuilder,
  GatewayIntentBits,
  MentionableSelectMenuBuilder,
  MessageFlags,
  RoleSelectMenuBuilder,
  SectionBuilder,
  SeparatorSpacingSize,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  UserSelectMenuBuilder,
} from 'discord.js';
import type { AnySelectMenuInteraction, MessageActionRowComponentBuilder } from 'discord.js';
import { answersOf, useDiscordjs } from './useDiscordjs.js';

const home = useDiscordjs({ intents: [GatewayIntentBits.Guilds] });
const answers = answersOf(home);

const button = (id: string): ButtonBuilder => new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Primary);
const row = (...components: MessageActionRowComponentBuilder[]): ActionRowBuilder<MessageActionRowComponentBuilder> =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(components);

describe('a bot of discord.js with buttons', () => {
  it('updates the message, or answers below it', async () => {
    const { alice } = home;
    answers.with(async (interaction) => {
      if (!interaction.isButton()) throw new TypeError('This is no button.');
      if (interaction.customId === 'yes') await interaction.update({ content: 'pressed', components: [] });
      else await interaction.reply('no?');
    });
    const message = await home.post({ content: 'press', components: [row(button('yes'), button('no'))] });
    const no = await alice.press(message, 'no');
    const yes = await alice.press(message, 'yes');
    expect([no.reply?.data.message_reference?.message_id, yes.reply?.id, message.content]).toEqual([message.id, message.id, 'pressed']);
    await expect(alice.press(message, 'yes')).rejects.toMatchObject({ code: 'FAKE_IMPOSSIBLE_ACT' });
  });

  it('waits for a press, and defers its update', async () => {
    const { alice, theirs } = home;
    const sent = await theirs.send({ content: 'press', components: [row(button('go'))] });
    const pressed = sent.awaitMessageComponent({ componentType: ComponentType.Button, time: 5_000 });
    const done = pressed.then(async (interaction) => {
      await interaction.deferUpdate();
      await interaction.editReply({ content: `${interaction.user.username} pressed` });
    });
    const message = home.general.lastMessage!;
    await alice.press(message, 'go');
    await done;
    expect(message.content).toBe('alice pressed');
  });

  it('hears of those below an answer that only one person sees', async () => {
    const { alice, discord, general } = home;
    discord.addCommand({ name: 'secret', description: 'x' });
    answers.with(async (interaction) => {
      if (interaction.isButton()) await interaction.update({ content: 'done', components: [] });
      else if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral, components: [row(button('go'))] });
    });
    const { reply } = await alice.useCommand(general, 'secret');
    await alice.press(reply!, 'go');
    expect([reply?.content, reply?.isEphemeral, general.messages]).toEqual(['done', true, []]);
    await expect(discord.guilds[0]!.addMember('bob').press(reply!, 'go')).rejects.toMatchObject({ code: 'FAKE_REFUSED' });
  });

  it('has links, emojis and disabled ones, which nobody can press', async () => {
    const { alice } = home;
    const link = new ButtonBuilder().setLabel('Site').setStyle(ButtonStyle.Link).setURL('https://example.org/');
    const message = await home.post({ content: 'x', components: [row(link, button('off').setDisabled(true).setEmoji('👍'))] });
    expect(message.data.components?.[0]).toMatchObject({ components: [{ style: 5 }, { disabled: true, emoji: { name: '👍' } }] });
    await expect(alice.press(message, 'off')).rejects.toMatchObject({ code: 'FAKE_IMPOSSIBLE_ACT' });
  });
});

describe('a bot of discord.js with selects', () => {
  it('learns what was chosen in each of the five kinds', async () => {
    const { alice, general, guild } = home;
    const role = guild.addRole({ name: 'team' });
    const seen: Record<string, unknown> = {};
    answers.with(async (interaction) => {
      if (!interaction.isAnySelectMenu()) throw new TypeError('This is no select.');
      seen[interaction.customId] = chosenIn(interaction);
      await interaction.deferUpdate();
    });
    const options = ['a', 'b', 'c'].map((value) => ({ label: value, value }));
    const message = await home.post({
      content: 'choose',
      components: [
        row(new StringSelectMenuBuilder().setCustomId('letters').setMaxValues(2).addOptions(options)),
        row(new UserSelectMenuBuilder().setCustomId('people').setDefaultUsers(alice.id)),
        row(new RoleSelectMenuBuilder().setCustomId('roles')),
        row(new MentionableSelectMenuBuilder().setCustomId('anybody').setMaxValues(2)),
        row(new ChannelSelectMenuBuilder().setCustomId('rooms').setChannelTypes(ChannelType.GuildText)),
      ],
    });
    await alice.select(message, 'letters', ['a', 'c']);
    await alice.select(message, 'people', alice);
    await alice.select(message, 'roles', role);
    await alice.select(message, 'anybody', [alice, role]);
    await alice.select(message, 'rooms', general);
    const anybody = ['alice', 'team'];
    expect(seen).toEqual({ letters: ['a', 'c'], people: ['alice', 1], roles: ['team'], anybody, rooms: ['general'] });
  });

  function chosenIn(interaction: AnySelectMenuInteraction): unknown {
    if (interaction.isStringSelectMenu()) return interaction.values;
    if (interaction.isUserSelectMenu()) return [...interaction.users.map(({ username }) => username), interaction.members.size];
    if (interaction.isRoleSelectMenu()) return interaction.roles.map(({ name }) => name);
    if (interaction.isChannelSelectMenu()) return interaction.channels.map((channel) => (channel as { name: string }).name);
    return [...interaction.users.map(({ username }) => username), ...interaction.roles.map(({ name }) => name)];
  }
});

describe('a bot of discord.js with layouts (components V2)', () => {
  it('posts every kind of component, and reads them back', async () => {
    const container = new ContainerBuilder()
      .setAccentColor(0x00ff00)
      .addTextDisplayComponents((text) => text.setContent('# Hello'))
      .addSeparatorComponents((separator) => separator.setSpacing(SeparatorSpacingSize.Large))
      .addSectionComponents((section) =>
        section
          .addTextDisplayComponents((text) => text.setContent('words'))
          .setThumbnailAccessory((picture) => picture.setURL('https://example.org/a.png')),
      )
      .addMediaGalleryComponents((gallery) => gallery.addItems((item) => item.setURL('attachment://b.png').setDescription('b')))
      .addFileComponents((file) => file.setURL('attachment://c.txt'))
      .addActionRowComponents((actions) => actions.addComponents(button('deep')));
    const files = ['b.png', 'c.txt'].map((name) => ({ attachment: Buffer.from('x'), name }));
    const sent = await home.theirs.send({ flags: MessageFlags.IsComponentsV2, components: [container], files });
    const [read] = sent.components;
    if (read?.type !== ComponentType.Container) throw new TypeError('The container is gone.');
    expect([read.accentColor, read.components.map(({ type }) => type)]).toEqual([0x00ff00, [10, 14, 9, 12, 13, 1]]);
    expect(read.components.map(({ id }) => typeof id)).toEqual(Array(6).fill('number'));
    expect(sent.resolveComponent('deep')?.type).toBe(ComponentType.Button);
  });

  it('hears of the button in a section, and updates the layout', async () => {
    answers.with(async (interaction) => {
      if (!interaction.isButton()) throw new TypeError('This is no button.');
      await interaction.update({ components: [new TextDisplayBuilder().setContent('pressed')] });
    });
    const section = new SectionBuilder().addTextDisplayComponents((text) => text.setContent('press')).setButtonAccessory(button('deep'));
    const message = await home.post({ flags: MessageFlags.IsComponentsV2, components: [section] });
    await home.alice.press(message, 'deep');
    expect(message.data.components).toMatchObject([{ type: ComponentType.TextDisplay, content: 'pressed' }]);
  });

  it('is refused what cannot stand together', async () => {
    const flags = MessageFlags.IsComponentsV2;
    const text = new TextDisplayBuilder().setContent('x');
    const { theirs } = home;
    await expect(theirs.send({ flags, content: 'x', components: [text] })).rejects.toMatchObject({ code: 50035 });
    await expect(theirs.send({ components: [text] })).rejects.toMatchObject({ code: 50035 });
    const lonely = [new FileBuilder().setURL('attachment://none.txt')];
    await expect(theirs.send({ flags, components: lonely })).rejects.toMatchObject({ code: 50035 });
  });
});
