import { describe, expect, it } from '@jest/globals';
import type { AnyChannel } from '../../../src/structures/channel/AnyChannel.js';
import { home } from '../home.js';
import { readings, untold } from '../readings.js';
import { CHANNELS, DIRECT, GROUP, GUILD, MESSAGE, THREAD } from '../samples.js';

const OBFUSCATED = 1 << 17;
const at = (id: string): AnyChannel => home().views.cachedChannel(id)!;
const of = (data: object): AnyChannel => home().views.channel(data as never);
const METADATA = { thread_metadata: 'archived' };

const KINDS: readonly (readonly [name: string, payload: { readonly id: string; readonly type: number }, guards: string])[] = [
  ['TextChannel', CHANNELS[0], 'text guild placed'],
  ['DirectMessage', DIRECT, 'text direct'],
  ['VoiceChannel', CHANNELS[2], 'text guild placed voice'],
  ['GroupDirectMessage', GROUP, 'text direct'],
  ['CategoryChannel', CHANNELS[4], 'guild placed'],
  ['AnnouncementChannel', CHANNELS[5], 'text guild placed'],
  ['Thread', { ...THREAD, type: 10 }, 'text guild thread'],
  ['Thread', THREAD, 'text guild thread'],
  ['Thread', { ...THREAD, type: 12 }, 'text guild thread'],
  ['StageChannel', CHANNELS[13], 'text guild placed voice'],
  ['DirectoryChannel', CHANNELS[14], 'guild placed'],
  ['ForumChannel', CHANNELS[15], 'guild placed post'],
  ['MediaChannel', CHANNELS[16], 'guild placed post'],
  ['UnknownChannel', { id: '99', type: 77 }, ''],
];

function guardsOf(channel: AnyChannel): string {
  const guards = {
    text: channel.isTextBased(),
    direct: channel.isDirect(),
    guild: channel.isGuild(),
    placed: channel.isPlaced(),
    post: channel.isPostBased(),
    thread: channel.isThread(),
    voice: channel.isVoiceBased(),
  };
  return Object.entries(guards)
    .flatMap(([name, is]) => (is ? name : []))
    .join(' ');
}

describe('a channel', () => {
  it.each(KINDS)('is a %s by its number, and says what it is', (name, payload, guards) => {
    const channel = of(payload);
    expect([channel.constructor.name, guardsOf(channel)]).toEqual([name, guards]);
    expect(channel.type).toBe(name === 'UnknownChannel' ? 'unknown' : payload.type);
  });

  it.each(KINDS)('tells every field of its payload: %s', (_, payload) => {
    expect(untold(of(payload), payload, METADATA)).toEqual([]);
  });

  it('tells the same from the cache', () => {
    const others = { ...METADATA, newly_created: 'newlyCreated' };
    for (const payload of [...Object.values(CHANNELS), THREAD]) {
      const { newly_created: _, ...known } = payload as Readonly<Record<string, unknown>>;
      expect(untold(at(payload.id), known, others)).toEqual([]);
      expect(at(payload.id).data).toEqual(known);
    }
  });

  it('is a mention in a text', () => {
    expect([String(at('2')), at('2').createdAt]).toEqual(['<#2>', new Date(1_420_070_400_000)]);
    expect([at('2').url, of(DIRECT).url]).toEqual(['https://discord.com/channels/1/2', 'https://discord.com/channels/@me/50']);
  });

  it('is looked up as it is now, and fetched', () => {
    const { apply, views } = home();
    const before = views.cachedChannel('2')!;
    apply('CHANNEL_UPDATE', { ...CHANNELS[0], name: 'lobby' });
    expect([before, before.cached].map((channel) => readings(channel!)['name'])).toEqual(['general', 'lobby']);
  });
});

describe('a channel of a guild', () => {
  it('tells what all have', () => {
    expect(readings(at('2'))).toMatchObject({
      ...{ id: '2', type: 0, name: 'general', topic: 'Anything', position: 1, parentId: '4', parent: 'CategoryChannel 4', guildId: '1' },
      ...{ guild: 'Guild 1', nsfw: false, flags: 0, isHidden: false, isSynced: true, rateLimitPerUser: 5, threads: [] },
      ...{ lastMessageId: '30', lastMessage: 'MessageHandle 30', lastPinTimestamp: '2026-03-01T00:00:00.000Z' },
      ...{ defaultAutoArchiveDuration: 1440, defaultThreadRateLimitPerUser: 10, permissionOverwrites: [] },
    });
  });

  it('shows its last message, where that is cached', () => {
    const { apply, views } = home();
    apply('MESSAGE_CREATE', MESSAGE);
    expect(readings(views.cachedChannel('2')!)['lastMessage']).toBe('Message 30');
  });

  it('has the messages that are kept, oldest first', () => {
    const { apply, views } = home();
    apply('MESSAGE_CREATE', MESSAGE);
    apply('MESSAGE_CREATE', { ...MESSAGE, id: '31', content: 'later' });
    const { messages } = views.cachedChannel('2')!;
    expect([messages.map(({ id }) => id), messages.size, messages.get('31')?.content, messages.get('9')]).toEqual([
      ['30', '31'],
      2,
      'later',
      undefined,
    ]);
  });

  it('has people where they talk', () => {
    const voice = { bitrate: 64_000, userLimit: 5, rtcRegion: 'rotterdam', videoQualityMode: 2, status: 'Chess' };
    expect(readings(at('12'))).toMatchObject({ ...voice, voiceStartTime: '2026-01-01T00:00:00.000Z', members: ['Member 10'] });
    expect(readings(at('13'))).toMatchObject({ topic: 'Talks', members: [], rtcRegion: null });
    const people = (at('12') as Extract<AnyChannel, { readonly status: unknown }>).members;
    expect([people.get('10')?.userId, people.get('9'), people.size]).toEqual(['10', undefined, 1]);
  });

  it('has children where it is a category', () => {
    const category = at('4') as Extract<AnyChannel, { readonly children: unknown }>;
    expect(category.children.map(({ id }) => id)).toEqual(['2', '12', '15', '13', '14', '16', '17']);
    expect([category.children.get('12')?.name, category.children.get('20')]).toEqual(['Talk', undefined]);
  });

  it('has tags where it holds posts', () => {
    expect(readings(at('16'))).toMatchObject({
      availableTags: [{ id: '61', name: 'Solved', moderated: true, emojiId: null, emojiName: '✅' }],
      ...{ defaultReactionEmoji: { emojiId: null, emojiName: '👍' }, defaultSortOrder: 1, defaultForumLayout: 2, requiresTag: true },
      ...{ lastMessageId: '20', lastMessage: null, threads: ['Thread 20'] },
    });
  });

  it('has nothing where Discord sent nothing', () => {
    const bare = (type: number) => readings(of({ id: '98', type, name: 'a', guild_id: '1' }));
    const texts = {
      topic: null,
      defaultAutoArchiveDuration: null,
      defaultThreadRateLimitPerUser: 0,
      lastMessage: null,
      lastPinTimestamp: null,
    };
    const listed = {
      parent: null,
      parentId: null,
      position: 0,
      permissionOverwrites: [],
      isSynced: false,
      nsfw: false,
      rateLimitPerUser: 0,
    };
    const voice = { bitrate: 0, userLimit: 0, rtcRegion: null, videoQualityMode: 1, members: [] };
    const posts = { availableTags: [], defaultReactionEmoji: null, defaultSortOrder: null, requiresTag: false };
    expect([bare(0), bare(2), bare(13), bare(15)]).toMatchObject([
      { ...listed, ...texts },
      { ...listed, ...voice, status: null, voiceStartTime: null },
      { ...listed, ...voice, topic: null },
      { ...listed, ...texts, ...posts, defaultForumLayout: 0 },
    ]);
  });

  it('does not know whether it is as its category, where that is not cached', () => {
    expect(readings(of({ ...CHANNELS[0], parent_id: '77' }))).toMatchObject({ parentId: '77', parent: undefined, isSynced: undefined });
  });

  it('is hidden by its flag, and then has no name, whatever Discord puts there', () => {
    const name = '___hidden___';
    const [hidden, named] = [of({ ...CHANNELS[0], flags: OBFUSCATED, name }), of({ ...CHANNELS[0], name })];
    expect([readings(hidden), readings(named)]).toMatchObject([
      { isHidden: true, name: null, id: '2', type: 0 },
      { isHidden: false, name },
    ]);
  });

  it('comes alive with the update that reveals it', () => {
    const { apply, views } = home();
    apply('CHANNEL_UPDATE', {
      id: '2',
      guild_id: '1',
      type: 0,
      name: '___hidden___',
      flags: OBFUSCATED,
      position: 1,
      permission_overwrites: [],
    });
    expect(readings(views.cachedChannel('2')!)).toMatchObject({ isHidden: true, name: null });
    apply('CHANNEL_UPDATE', CHANNELS[0]);
    expect(readings(views.cachedChannel('2')!)).toMatchObject({ isHidden: false, name: 'general' });
  });

  it('knows its guild where Discord leaves that out', () => {
    expect(of({ ...CHANNELS[0], guild_id: undefined }).guildId).toBe('1');
    expect(of({ ...CHANNELS[0], guild_id: undefined, id: '98' }).guildId).toBe('0');
  });
});

describe('a thread', () => {
  it('tells what it is and who is in it', () => {
    expect(readings(at('20'))).toMatchObject({
      ...{
        parentId: '16',
        parent: 'ForumChannel 16',
        isForumPost: true,
        isPrivate: false,
        ownerId: '9',
        owner: 'Member 9',
        isPinned: true,
      },
      ...{
        messageCount: 3,
        totalMessageSent: 4,
        memberCount: 2,
        appliedTags: ['61'],
        member: 'ThreadMember 20',
        isJoined: true,
        members: [],
      },
      ...{ archived: false, locked: true, invitable: false, autoArchiveDuration: 1440, archiveTimestamp: '2026-02-01T00:00:00.000Z' },
      ...{ createdAt: '2026-01-31T00:00:00.000Z', tags: [{ name: 'Solved' }] },
    });
  });

  it('is whatever a thread is where Discord says little', () => {
    expect(readings(of({ id: '21', type: 12, parent_id: '77', name: 'a', guild_id: '1' }))).toMatchObject({
      ...{ isForumPost: undefined, isPrivate: true, parent: 'ChannelHandle 77', tags: [], member: null, isJoined: false, owner: undefined },
      ...{ archived: false, locked: false, invitable: true, archiveTimestamp: null, autoArchiveDuration: null, newlyCreated: false },
    });
  });

  it('has members where the cache keeps them', () => {
    const { apply, views } = home({ policy: { threadMembers: true } });
    const added = { id: '20', user_id: '10', join_timestamp: '2026-02-03T00:00:00.000Z', flags: 2 };
    apply('THREAD_MEMBERS_UPDATE', { id: '20', guild_id: '1', member_count: 3, added_members: [added] });
    const { members } = views.thread(THREAD);
    expect(members.map(readings)).toContainEqual({
      ...{ id: '20', userId: '10', flags: 2, joinTimestamp: '2026-02-03T00:00:00.000Z' },
      ...{ thread: 'Thread 20', user: 'User 10', member: 'Member 10' },
    });
    expect([members.get('10')?.userId, members.get('77')]).toEqual(['10', undefined]);
  });
});

describe('somebody in a thread', () => {
  const member = (data: object, guildId?: string): object => {
    const payload: object = { join_timestamp: '2026-02-03T00:00:00.000Z', flags: 0, ...data };
    return readings(home().views.threadMember(payload as never, { guildId, threadId: '77' }));
  };

  it('is known as far as Discord or the cache tells', () => {
    expect(member({ user_id: '9', member: GUILD.members[0] }, '1')).toMatchObject({
      member: 'Member 9',
      user: 'User 9',
      thread: 'ChannelHandle 77',
    });
    expect(member({ user_id: '99' }, '1')).toMatchObject({ member: undefined, user: undefined });
    expect(member({ user_id: '10' })).toMatchObject({ member: undefined, user: 'User 10' });
  });

  it('is the bot where nobody is named', () => {
    expect(member({}, '1')).toMatchObject({ userId: '8', member: 'Member 8' });
  });
});

describe('direct messages', () => {
  it('tell with whom they are', () => {
    expect(readings(of(DIRECT))).toMatchObject({ name: null, recipient: 'User 9', recipients: ['User 9'], guildId: undefined });
    expect(readings(of(GROUP))).toMatchObject({ name: 'Friends', icon: 'abc', ownerId: '9', applicationId: '8', managed: true });
    expect(readings(of({ id: '51', type: 3, name: null }))).toMatchObject({
      icon: null,
      ownerId: null,
      applicationId: null,
      managed: false,
    });
  });
});

describe('a channel of which only the id is known', () => {
  it('is of no kind, and has what the cache knows', () => {
    const { views } = home();
    expect(readings(views.channelHandle('2'))).toMatchObject({
      id: '2',
      type: undefined,
      guildId: '1',
      cached: 'TextChannel 2',
      mention: '<#2>',
    });
    expect([views.channelHandle('77').cached, views.channelHandle('77').isTextBased()]).toEqual([undefined, false]);
  });
});
