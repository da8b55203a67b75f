import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Routes } from 'discord.js';
import { DocumentedShapes } from './DocumentedShapes.js';
import { useDiscordjs } from './useDiscordjs.js';

// Not what one library happens to read, but all that the types of discord-api-types promise to those who write bots in TypeScript.

const home = useDiscordjs();
const IMAGE = 'data:image/png;base64,AAAA';
/** Where Discord's documents say more than discord-api-types: keys of the audit log are the names of any fields, and a stage may have null for its event. */
const UNDECLARED: readonly RegExp[] = [
  /^(GUILD_AUDIT_LOG_ENTRY_CREATE|APIAuditLog.audit_log_entries\[\])\.changes\[\]\.key is/,
  /^STAGE_INSTANCE_\w+\.guild_scheduled_event_id is null/,
];

/** What each story must have made the gateway tell, so that a shape that is not seen is not taken for a right one. */
const OF_GUILDS = [
  'CHANNEL_CREATE',
  'CHANNEL_DELETE',
  'CHANNEL_UPDATE',
  'GUILD_AUDIT_LOG_ENTRY_CREATE',
  'GUILD_BAN_ADD',
  'GUILD_BAN_REMOVE',
  'GUILD_CREATE',
  'GUILD_DELETE',
  'GUILD_MEMBERS_CHUNK',
  'GUILD_MEMBER_ADD',
  'GUILD_MEMBER_REMOVE',
  'GUILD_MEMBER_UPDATE',
  'GUILD_ROLE_CREATE',
  'GUILD_ROLE_DELETE',
  'GUILD_ROLE_UPDATE',
  'GUILD_UPDATE',
  'MESSAGE_CREATE',
  'PRESENCE_UPDATE',
  'THREAD_CREATE',
  'THREAD_DELETE',
  'THREAD_MEMBERS_UPDATE',
  'THREAD_UPDATE',
  'TYPING_START',
  'VOICE_STATE_UPDATE',
];
const OF_MESSAGES = [
  'CHANNEL_PINS_UPDATE',
  'GUILD_AUDIT_LOG_ENTRY_CREATE',
  'GUILD_MEMBER_UPDATE',
  'INVITE_CREATE',
  'MESSAGE_CREATE',
  'MESSAGE_DELETE',
  'MESSAGE_DELETE_BULK',
  'MESSAGE_POLL_VOTE_ADD',
  'MESSAGE_POLL_VOTE_REMOVE',
  'MESSAGE_REACTION_ADD',
  'MESSAGE_REACTION_REMOVE',
  'MESSAGE_REACTION_REMOVE_ALL',
  'MESSAGE_REACTION_REMOVE_EMOJI',
  'MESSAGE_UPDATE',
  'THREAD_CREATE',
  'WEBHOOKS_UPDATE',
];
const OF_THINGS = [
  'AUTO_MODERATION_ACTION_EXECUTION',
  'AUTO_MODERATION_RULE_CREATE',
  'AUTO_MODERATION_RULE_DELETE',
  'AUTO_MODERATION_RULE_UPDATE',
  'CHANNEL_CREATE',
  'GUILD_AUDIT_LOG_ENTRY_CREATE',
  'GUILD_EMOJIS_UPDATE',
  'GUILD_SCHEDULED_EVENT_CREATE',
  'GUILD_SCHEDULED_EVENT_DELETE',
  'GUILD_SCHEDULED_EVENT_UPDATE',
  'GUILD_SCHEDULED_EVENT_USER_ADD',
  'GUILD_SCHEDULED_EVENT_USER_REMOVE',
  'GUILD_SOUNDBOARD_SOUND_CREATE',
  'GUILD_SOUNDBOARD_SOUND_DELETE',
  'GUILD_SOUNDBOARD_SOUND_UPDATE',
  'GUILD_STICKERS_UPDATE',
  'STAGE_INSTANCE_CREATE',
  'STAGE_INSTANCE_DELETE',
  'STAGE_INSTANCE_UPDATE',
];
const OF_THE_REST = [
  'CHANNEL_CREATE',
  'CHANNEL_UPDATE',
  'ENTITLEMENT_CREATE',
  'ENTITLEMENT_DELETE',
  'ENTITLEMENT_UPDATE',
  'GUILD_AUDIT_LOG_ENTRY_CREATE',
  'GUILD_CREATE',
  'GUILD_DELETE',
  'GUILD_MEMBER_UPDATE',
  'MESSAGE_CREATE',
  'SOUNDBOARD_SOUNDS',
  'THREAD_CREATE',
  'THREAD_LIST_SYNC',
  'THREAD_MEMBER_UPDATE',
  'THREAD_UPDATE',
  'USER_UPDATE',
  'VOICE_SERVER_UPDATE',
  'VOICE_STATE_UPDATE',
];

let dispatches: { readonly d: unknown; readonly t: string }[];
let shapes: DocumentedShapes;

beforeAll(() => {
  shapes = new DocumentedShapes();
});

beforeEach(() => {
  dispatches = [];
  home.client.on(
    'raw' as never,
    ((packet: { readonly d: unknown; readonly op: number; readonly t: string }) => {
      // A copy: discord.js changes what it reads.
      if (packet.op === 0) dispatches.push(JSON.parse(JSON.stringify(packet)) as typeof packet);
    }) as never,
  );
});

/** What is wrong with what has been told so far. */
function faults(): readonly string[] {
  return worthKnowing(dispatches.flatMap(({ d, t }) => shapes.faultsOfDispatch(t, d) ?? [`${t} is not declared`]));
}

/** Each fault once, without ids and places in lists. */
function worthKnowing(all: readonly string[]): readonly string[] {
  const general = new Set(all.map((fault) => fault.replace(/\d{17,20}/g, 'id').replace(/\[\d+\]/g, '[]')));
  return [...general].filter((fault) => !UNDECLARED.some((pattern) => pattern.test(fault))).sort();
}

const names = (): readonly string[] => [...new Set(dispatches.map(({ t }) => t))].sort();
const post = (path: string, body: object): Promise<{ readonly id: string }> =>
  home.client.rest.post(path as `/${string}`, { body }) as Promise<{ readonly id: string }>;

describe('what the gateway tells', () => {
  // The longest: it is the first, and so the one in which the checker resolves the types that all have in common.
  it('has the documented shape: guilds, channels, threads, roles and members', async () => {
    const { alice, client, discord, general, guild } = home;
    const { rest } = client;
    const other = discord.addGuild({ name: 'Other', memberCount: 5 });
    const role = await post(Routes.guildRoles(guild.id), { name: 'team' });
    await rest.patch(Routes.guildRole(guild.id, role.id), { body: { name: 'crew' } });
    await rest.put(Routes.guildMemberRole(guild.id, alice.id, role.id));
    await rest.delete(Routes.guildRole(guild.id, role.id));
    for (const type of [0, 2, 4, 5, 13, 15, 16]) await post(Routes.guildChannels(guild.id), { name: 'x', type });
    const room = await post(Routes.guildChannels(guild.id), {
      name: 'room',
      permission_overwrites: [{ id: guild.id, type: 0, deny: '1' }],
    });
    const thread = await post(Routes.threads(room.id), { name: 'talk', type: 11 });
    await rest.put(Routes.threadMembers(thread.id, alice.id));
    await rest.patch(Routes.channel(thread.id), { body: { archived: true } });
    await rest.delete(Routes.channel(thread.id));
    await rest.patch(Routes.channel(room.id), { body: { topic: 'new' } });
    await rest.delete(Routes.channel(room.id));
    await rest.patch(Routes.guild(guild.id), { body: { name: 'Castle' } });
    const bob = guild.addMember('bob');
    await alice.joinVoice(guild.addVoiceChannel('lounge'));
    await alice.setStatus('idle');
    await alice.startTyping(general);
    await rest.put(Routes.guildBan(guild.id, bob.id), { body: {} });
    await rest.delete(Routes.guildBan(guild.id, bob.id));
    await client.guilds.cache.get(other.id)?.members.fetch();
    other.remove();
    await discord.settle();
    expect([faults(), names()]).toEqual([[], OF_GUILDS]);
  }, 20_000);

  it('has the documented shape: messages and all that hangs on them', async () => {
    const { alice, client, discord, general, guild, theirs } = home;
    const { rest } = client;
    const said = await alice.send(general, 'hello');
    const embeds = [
      { title: 'x', author: { name: 'a' }, fields: [{ name: 'a', value: 'b' }], image: { url: 'https://example.org/a.png' } },
    ];
    const sent = await theirs.send({
      content: `<@${alice.id}>`,
      embeds,
      files: [{ attachment: Buffer.from('x'), name: 'x.txt' }],
      reply: { messageReference: said.id },
    });
    await alice.send(general, { content: 'yes', replyTo: general.lastMessage! });
    await sent.edit('changed');
    await sent.pin();
    await sent.react('👍');
    await alice.react(said, '👍');
    await alice.unreact(said, '👍');
    await alice.react(said, '👍');
    await rest.delete(Routes.channelMessageReaction(general.id, said.id, encodeURIComponent('👍')));
    await rest.delete(Routes.channelMessageAllReactions(general.id, said.id));
    await sent.forward(theirs);
    await sent.startThread({ name: 'talk' });
    const poll = { question: { text: 'Tea?' }, answers: [{ text: 'yes' }, { text: 'no' }], duration: 1, allowMultiselect: false };
    const asked = await theirs.send({ poll });
    await alice.vote(general.lastMessage!, 'yes');
    await alice.vote(general.lastMessage!);
    await asked.poll?.end();
    const webhook = await theirs.createWebhook({ name: 'news' });
    await webhook.send('extra');
    await theirs.createInvite({ unique: true });
    await rest.delete(Routes.channelMessage(general.id, said.id));
    await theirs.bulkDelete(2);
    await alice.sendDirect('psst');
    guild.updateMember(alice, { nick: 'Al' });
    await discord.settle();
    expect([faults(), names()]).toEqual([[], OF_MESSAGES]);
  });

  it('has the documented shape: expressions, events, stages and rules', async () => {
    const { alice, client, discord, general, guild } = home;
    const { rest } = client;
    const emoji = await post(Routes.guildEmojis(guild.id), { name: 'blob', image: IMAGE });
    await rest.delete(Routes.guildEmoji(guild.id, emoji.id));
    await client.guilds.cache
      .get(guild.id)
      ?.stickers.create({ file: { attachment: Buffer.from([1]), name: 'a.png' }, name: 'wave', tags: 'hi' });
    const sound = (await rest.post(Routes.guildSoundboardSounds(guild.id), {
      body: { name: 'horn', sound: 'data:audio/mpeg;base64,AAAA' },
    })) as {
      readonly sound_id: string;
    };
    await rest.patch(Routes.guildSoundboardSound(guild.id, sound.sound_id), { body: { name: 'oud' } });
    await rest.delete(Routes.guildSoundboardSound(guild.id, sound.sound_id));
    const [start, end] = [1, 2].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
    const party = { name: 'Party', privacy_level: 2, entity_type: 3, scheduled_start_time: start, scheduled_end_time: end };
    const event = await post(Routes.guildScheduledEvents(guild.id), { ...party, entity_metadata: { location: 'Home' } });
    await alice.setInterested(guild, event.id);
    await alice.setInterested(guild, event.id, false);
    await rest.patch(Routes.guildScheduledEvent(guild.id, event.id), { body: { status: 2 } });
    await rest.delete(Routes.guildScheduledEvent(guild.id, event.id));
    const stage = await post(Routes.guildChannels(guild.id), { name: 'stage', type: 13 });
    await post(Routes.stageInstances(), { channel_id: stage.id, topic: 'Cake' });
    await rest.patch(Routes.stageInstance(stage.id), { body: { topic: 'Pie' } });
    await rest.delete(Routes.stageInstance(stage.id));
    const actions = [{ type: 1 }];
    const rule = {
      name: 'No cake',
      event_type: 1,
      trigger_type: 1,
      trigger_metadata: { keyword_filter: ['cake'] },
      actions,
      enabled: true,
    };
    const kept = await post(Routes.guildAutoModerationRules(guild.id), rule);
    await expect(alice.send(general, 'cake')).rejects.toMatchObject({ code: 'FAKE_REFUSED' });
    await rest.patch(Routes.guildAutoModerationRule(guild.id, kept.id), { body: { name: 'None' } });
    await rest.delete(Routes.guildAutoModerationRule(guild.id, kept.id));
    await discord.settle();
    expect([faults(), names()]).toEqual([[], OF_THINGS]);
  });

  it('has the documented shape: interactions of all kinds', async () => {
    const { alice, client, discord, general, guild } = home;
    const component = { type: 1, components: [{ type: 2, style: 1, custom_id: 'go', label: 'Go' }] };
    const select = (type: number) => ({
      type: 1,
      components: [{ type, custom_id: String(type), ...(type === 3 && { options: [{ label: 'a', value: 'a' }] }) }],
    });
    const input = { type: 18, label: 'Name', component: { type: 4, custom_id: 'name', style: 1 } };
    client.on('interactionCreate', (interaction) => {
      if (interaction.isAutocomplete()) void interaction.respond([]);
      else if (interaction.isButton()) void interaction.showModal({ customId: 'm', title: 'M', components: [input] } as never);
      else if (interaction.isRepliable())
        void interaction.reply({ content: 'x', components: [component, ...[3, 5, 6, 7, 8].slice(0, 4).map(select)] });
    });
    const types = [3, 4, 5, 6, 7, 8, 9, 10, 11];
    const options = types.map((type) => ({ type, name: `o${type}`, description: 'x', ...(type === 3 && { autocomplete: true }) }));
    await client.application.commands.set([
      { name: 'all', description: 'x', options: options as never },
      { name: 'U', type: 2 },
      { name: 'M', type: 3 },
    ]);
    const role = guild.addRole({ name: 'team' });
    const file = { filename: 'a.txt', data: 'x' };
    await alice.autocomplete(general, 'all', 'o3', 'x');
    await alice.useCommand(general, 'all', { o3: 'x', o4: 1, o5: true, o6: alice, o7: general, o8: role, o9: role, o10: 1.5, o11: file });
    await alice.useCommand(alice.directChannel, 'all');
    await alice.useUserCommand(general, 'U', alice);
    await alice.useMessageCommand(general.lastMessage!, 'M');
    const message = general.lastMessage!;
    await alice.select(message, '3', 'a');
    await alice.select(message, '5', alice);
    await alice.select(message, '6', role);
    await alice.select(message, '7', [role]);
    await alice.submit((await alice.press(message, 'go')).modal, { name: 'Ada' });
    await discord.settle();
    expect([faults(), names()]).toEqual([[], ['GUILD_ROLE_CREATE', 'INTERACTION_CREATE', 'MESSAGE_CREATE']]);
  });

  it('has the documented shape: what is told seldom', async () => {
    const { alice, client, discord, general, guild } = home;
    const { rest } = client;
    const bare = await post(Routes.threads(general.id), { name: 'talk', type: 11 });
    await rest.patch(Routes.channel(bare.id), { body: { archived: true } });
    await rest.patch(Routes.channel(bare.id), { body: { archived: false } });
    guild.updateMember(discord.bot, { roles: [] });
    general.setOverwrites([{ id: guild.id, deny: ['ViewChannel'] }]);
    await guild.owner.moderate(guild).editChannel(general, { permission_overwrites: [] });
    await client.user.setUsername('droid');
    const sku = discord.addSku({ name: 'Gold', type: 3 });
    const granted = await client.application.entitlements.createTest({ sku: sku.id, user: alice.id });
    await client.application.entitlements.consume(granted.id);
    await client.application.entitlements.deleteTest(granted.id);
    const lounge = guild.addVoiceChannel('lounge');
    const voice = { guild_id: guild.id, self_deaf: false, self_mute: false };
    client.ws.shards.get(0)?.send({ op: 4, d: { ...voice, channel_id: lounge.id } });
    await client.guilds.fetchSoundboardSounds({ guildIds: [guild.id] });
    guild.setUnavailable(true);
    guild.setUnavailable(false);
    await discord.settle();
    expect([faults(), names()]).toEqual([[], OF_THE_REST]);
  });
});

describe('what REST answers', () => {
  it('has the documented shape', async () => {
    const { alice, client, discord, general, guild, theirs } = home;
    const { rest } = client;
    guild.addEmoji('blob');
    discord.addCommand({ name: 'roll', description: 'x' });
    const bob = guild.addMember('bob');
    await rest.put(Routes.guildBan(guild.id, bob.id), { body: {} });
    const sent = await theirs.send({ content: 'x', embeds: [{ title: 'x' }] });
    await theirs.createWebhook({ name: 'news' });
    const { code } = await theirs.createInvite();
    const thread = await sent.startThread({ name: 'talk' });
    const answers: Readonly<Record<string, readonly (readonly [path: string, query?: object])[]>> = {
      APIGuild: [[Routes.guild(guild.id), { with_counts: 'true' }]],
      APIGuildPreview: [[Routes.guildPreview(guild.id)]],
      'APIRole[]': [[Routes.guildRoles(guild.id)]],
      'APIChannel[]': [[Routes.guildChannels(guild.id)]],
      APIChannel: [[Routes.channel(general.id)], [Routes.channel(thread.id)]],
      'APIGuildMember[]': [[Routes.guildMembers(guild.id), { limit: '10' }]],
      APIGuildMember: [[Routes.guildMember(guild.id, alice.id)]],
      'APIBan[]': [[Routes.guildBans(guild.id)]],
      'APIExtendedInvite[]': [[Routes.guildInvites(guild.id)]],
      APIInvite: [[Routes.invite(code), { with_counts: 'true' }]],
      'APIEmoji[]': [[Routes.guildEmojis(guild.id)]],
      'APIMessage[]': [[Routes.channelMessages(general.id)]],
      APIMessage: [[Routes.channelMessage(general.id, sent.id)]],
      'APIWebhook[]': [[Routes.guildWebhooks(guild.id)]],
      'APIThreadMember[]': [[Routes.threadMembers(thread.id)]],
      APIThreadList: [[Routes.guildActiveThreads(guild.id)]],
      APIAuditLog: [[Routes.guildAuditLog(guild.id)]],
      'APIApplicationCommand[]': [[Routes.applicationCommands(client.application.id)]],
      APIApplication: [[Routes.currentApplication()]],
      APIGatewayBotInfo: [[Routes.gatewayBot()]],
      APIUser: [[Routes.user()], [Routes.user(alice.id)]],
      'APIVoiceRegion[]': [[Routes.voiceRegions()]],
      APIGuildWidgetSettings: [[Routes.guildWidgetSettings(guild.id)]],
      APIGuildOnboarding: [[Routes.guildOnboarding(guild.id)]],
    };
    const wrong: string[] = [];
    for (const [name, requests] of Object.entries(answers)) {
      for (const [path, query = {}] of requests) {
        const answer = await rest.get(path as `/${string}`, { query: new URLSearchParams(query as Record<string, string>) });
        wrong.push(...shapes.faultsOf(name, answer));
      }
    }
    expect(worthKnowing(wrong)).toEqual([]);
  });
});

describe('the comparison itself', () => {
  it('finds what is missing, what is of another type, and nothing else', () => {
    const { avatar: _, ...user } = home.alice.data;
    expect(shapes.faultsOf('APIUser', home.alice.data)).toEqual([]);
    expect(shapes.faultsOf('APIUser', { ...user, username: 7, more: 1 })).toEqual([
      'APIUser.username is 7 and no string',
      'APIUser.avatar is missing',
    ]);
    expect(shapes.faultsOf('APIUser[]', [user])).toEqual(['APIUser.avatar is missing']);
    expect([shapes.faultsOfDispatch('GUILD_DELETE', { id: 1 }), shapes.faultsOfDispatch('NO_SUCH', {})]).toEqual([
      ['GUILD_DELETE.id is 1 and no string'],
      null,
    ]);
  });
});
