import { describe, expect, it } from '@jest/globals';
import { ApplicationRoleConnectionMetadataType, Events, type Integration } from 'discord.js';
import { useDiscordjs } from './useDiscordjs.js';

describe('discord.js, where guilds meet what is outside of them', () => {
  const home = useDiscordjs();

  it('makes, syncs and finds a template', async () => {
    const { client, theirGuild } = home;
    const template = await theirGuild.createTemplate('Copy', 'Of home');
    await theirGuild.channels.create({ name: 'new' });
    const [[, listed]] = [...(await theirGuild.fetchTemplates())] as [[string, typeof template]];
    expect([listed.code, listed.unSynced]).toEqual([template.code, true]);
    expect((await template.sync()).unSynced).toBe(false);
    expect((await client.fetchGuildTemplate(template.code)).description).toBe('Of home');
    await template.delete();
  });

  it('adds who has agreed to it', async () => {
    const { discord, theirGuild } = home;
    const carol = discord.addUser('carol');
    const added = await theirGuild.members.add(carol.id, { accessToken: carol.authorize(['guilds.join']), nick: 'C' });
    expect([added.nickname, home.guild.memberCount]).toEqual(['C', 4]);
  });

  it('lists integrations, and takes one away', async () => {
    const { client, guild, theirGuild } = home;
    const told: string[] = [];
    client.on(Events.GuildIntegrationsUpdate, ({ name }) => told.push(name));
    const { id } = guild.addIntegration({ name: 'Other' });
    const integrations = await theirGuild.fetchIntegrations();
    expect(integrations.map(({ name, type }: Integration) => [name, type])).toEqual([
      [client.user.username, 'discord'],
      ['Other', 'discord'],
    ]);
    await integrations.get(id)?.delete();
    expect((await theirGuild.fetchIntegrations()).size).toBe(1);
    await home.discord.settle();
    expect(told).toEqual(['Home', 'Home']);
  });

  it('shows the widget, once it is on', async () => {
    const { alice, theirGuild, theirs } = home;
    await alice.setStatus('idle');
    await theirGuild.setWidgetSettings({ enabled: true, channel: theirs });
    const widget = await theirGuild.fetchWidget();
    expect([widget.name, widget.presenceCount, widget.members.map(({ username, status }) => [username, status])]).toEqual([
      'Home',
      1,
      [['alice', 'idle']],
    ]);
  });

  it('knows sticker packs and the facts of linked roles', async () => {
    const { client } = home;
    const packs = await client.fetchStickerPacks();
    expect(packs.map(({ name, stickers }) => [name, stickers.size])).toEqual([['Shapes', 3]]);
    const record = { type: ApplicationRoleConnectionMetadataType.IntegerEqual, key: 'games', name: 'Games', description: 'Played' };
    const records = await client.application.editRoleConnectionMetadataRecords([record]);
    expect(records).toMatchObject([{ key: 'games', name: 'Games' }]);
    expect(await client.application.fetchRoleConnectionMetadataRecords()).toHaveLength(1);
  });

  it('hears of subscriptions, and lists them', async () => {
    const { alice, client, discord } = home;
    const sku = discord.addSku({ name: 'Gold', type: 5 });
    const told: string[] = [];
    client.on(Events.SubscriptionCreate, ({ userId }) => told.push(`begins ${userId}`));
    client.on(Events.SubscriptionUpdate, (_, { status }) => told.push(`is ${String(status)}`));
    const subscription = alice.subscribe(sku);
    const listed = await client.application.subscriptions.fetch({ sku: sku.id, user: alice.id });
    expect(listed.map(({ id }) => id)).toEqual([subscription.id]);
    alice.endSubscription(subscription);
    await discord.settle();
    expect(told).toEqual([`begins ${alice.id}`, 'is 2']);
  });
});
