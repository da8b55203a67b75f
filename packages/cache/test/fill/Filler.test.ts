import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Cache, type CacheOptions } from '../../src/Cache.js';
import type { FillMark } from '../../src/fill/Arbiter.js';
import type { FillOptions, FillOutcome, FillResource } from '../../src/fill/FillOptions.js';
import { isHidden } from '../../src/records/channel.js';
import { guildData } from '../../src/records/guild.js';
import {
  anyHostile,
  BOT,
  CHANNEL,
  channel,
  GUILD,
  guild,
  id,
  member,
  message,
  ready,
  role,
  send,
  thread,
  user,
  type Json,
} from '../payloads.js';
import { told } from '../told.js';

const WRITTEN: FillOutcome = { written: 1, refused: 0 };
const REFUSED: FillOutcome = { written: 0, refused: 1 };

function home(options: CacheOptions = {}): Cache {
  const cache = new Cache({ clock: new ManualClock(), ...options });
  send(cache, 'READY', ready());
  send(cache, 'GUILD_CREATE', guild());
  return cache;
}

/** Fills with a payload as a test writes it. */
function fill(cache: Cache, resource: FillResource, answer: unknown, options: FillOptions = {}): FillOutcome {
  return cache.fill(resource, answer as never, options);
}

/** A thread as REST shows it. */
const post = thread(200);
/** Payloads as REST answers with them, and the event that brings the same. */
const ANSWERS: readonly (readonly [FillResource, Json, event: string, payload: Json])[] = [
  [
    'autoModerationRules',
    { id: id(65), guild_id: GUILD, name: 'calm' },
    'AUTO_MODERATION_RULE_CREATE',
    { id: id(65), guild_id: GUILD, name: 'calm' },
  ],
  ['channels', channel(101), 'CHANNEL_CREATE', channel(101)],
  ['channels', channel(100, { topic: 'new' }), 'CHANNEL_UPDATE', channel(100, { topic: 'new' })],
  ['channels', post, 'THREAD_CREATE', post],
  ['channels', { id: id(400), type: 1, recipients: [user(950)] }, 'CHANNEL_CREATE', { id: id(400), type: 1, recipients: [user(950)] }],
  ['emojis', { id: id(60), name: 'wave' }, 'GUILD_EMOJIS_UPDATE', { guild_id: GUILD, emojis: [{ id: id(60), name: 'wave' }] }],
  ['guilds', { id: GUILD, name: 'New', roles: [role(1)] }, 'GUILD_UPDATE', { id: GUILD, name: 'New', roles: [role(1)] }],
  ['integrations', { id: id(66), name: 'bridge' }, 'INTEGRATION_CREATE', { id: id(66), name: 'bridge', guild_id: GUILD }],
  [
    'invites',
    { code: 'abc', guild: { id: GUILD, name: 'Home' }, channel: { id: CHANNEL, name: 'general' }, uses: 1 },
    'INVITE_CREATE',
    { code: 'abc', guild_id: GUILD, channel_id: CHANNEL, uses: 1 },
  ],
  ['members', member(902, { nick: 'Al' }), 'GUILD_MEMBER_UPDATE', { ...member(902, { nick: 'Al' }), guild_id: GUILD }],
  ['messages', message(300, { guild_id: undefined }), 'MESSAGE_CREATE', message(300)],
  ['roles', role(51), 'GUILD_ROLE_CREATE', { guild_id: GUILD, role: role(51) }],
  [
    'scheduledEvents',
    { id: id(64), guild_id: GUILD, name: 'party' },
    'GUILD_SCHEDULED_EVENT_CREATE',
    { id: id(64), guild_id: GUILD, name: 'party' },
  ],
  [
    'soundboardSounds',
    { sound_id: id(62), guild_id: GUILD, name: 'horn' },
    'GUILD_SOUNDBOARD_SOUND_CREATE',
    { sound_id: id(62), guild_id: GUILD, name: 'horn' },
  ],
  [
    'stageInstances',
    { id: id(63), guild_id: GUILD, channel_id: CHANNEL },
    'STAGE_INSTANCE_CREATE',
    { id: id(63), guild_id: GUILD, channel_id: CHANNEL },
  ],
  [
    'stickers',
    { id: id(61), guild_id: GUILD, name: 'hello' },
    'GUILD_STICKERS_UPDATE',
    { guild_id: GUILD, stickers: [{ id: id(61), guild_id: GUILD, name: 'hello' }] },
  ],
  [
    'voiceStates',
    { user_id: id(901), channel_id: CHANNEL, mute: true },
    'VOICE_STATE_UPDATE',
    { guild_id: GUILD, user_id: id(901), channel_id: CHANNEL, mute: true },
  ],
];

describe('an answer of REST', () => {
  it.each(ANSWERS)('%s: %j makes the records that %s makes', (resource, answer, t, payload) => {
    const [filled, heard] = [home(), home()];
    expect(fill(filled, resource, answer, { guildId: GUILD })).toEqual(WRITTEN);
    send(heard, t, payload);
    expect(told(filled)).toEqual(told(heard));
  });

  it('may be a list, and takes nothing out that it does not name', () => {
    const cache = home();
    expect(fill(cache, 'roles', [role(51), role(52), { name: 'no id' }, 7], { guildId: GUILD })).toEqual({ written: 2, refused: 2 });
    expect(cache.all('roles', GUILD).map((each) => each.id)).toEqual([GUILD, id(50), id(51), id(52)]);
  });

  it('is refused where its guild or channel is not known', () => {
    const cache = home();
    expect(fill(cache, 'members', member(902), { guildId: id(7) })).toEqual(REFUSED);
    expect(fill(cache, 'members', member(902))).toEqual(REFUSED);
    expect(fill(cache, 'messages', message(300, { channel_id: id(7) }))).toEqual(REFUSED);
    expect(fill(cache, 'guilds', guild({ id: id(7) }))).toEqual(REFUSED);
    expect(cache.stats()).toMatchObject({ guilds: 1, members: 2, messages: 0, users: 2 });
  });

  it('marks what is on loan no longer so when it is filled for good', () => {
    const clock = new ManualClock();
    const cache = home({ clock });
    fill(cache, 'members', member(902), { guildId: GUILD });
    fill(cache, 'members', member(902), { guildId: GUILD, maxAgeMs: Infinity });
    clock.advance(600_000);
    cache.sweep();
    expect(cache.member(GUILD, id(902))).toBeDefined();
  });

  it('keeps to the policy', () => {
    const cache = home({ policy: { messages: false, users: false, roles: { keep: ({ name }) => name !== 'role51' } } });
    expect([
      fill(cache, 'messages', message(300)),
      fill(cache, 'users', user(7)),
      fill(cache, 'roles', role(51), { guildId: GUILD }),
    ]).toEqual([REFUSED, REFUSED, REFUSED]);
  });

  it('K-04 does not bring back what was deleted a moment ago', () => {
    const cache = home();
    send(cache, 'CHANNEL_DELETE', channel(100));
    send(cache, 'GUILD_ROLE_DELETE', { guild_id: GUILD, role_id: id(50) });
    send(cache, 'GUILD_MEMBER_REMOVE', { guild_id: GUILD, user: user(901) });
    send(cache, 'INVITE_DELETE', { code: 'abc', guild_id: GUILD });
    for (const [resource, answer] of [
      ['channels', channel(100)],
      ['roles', role(50)],
      ['members', member(901)],
      ['invites', { code: 'abc', guild: { id: GUILD } }],
    ] as const) {
      expect(fill(cache, resource, answer, { guildId: GUILD })).toEqual(REFUSED);
    }
    send(cache, 'GUILD_DELETE', { id: GUILD });
    expect(fill(cache, 'guilds', guild(), { shardId: 0 })).toEqual(REFUSED);
  });

  it('brings in a guild that no GUILD_CREATE will bring, and what waited for it', () => {
    const cache = new Cache({ clock: new ManualClock() });
    send(cache, 'CHANNEL_CREATE', channel(101));
    const { channels: _channels, members: _members, ...answer } = guild();
    expect(fill(cache, 'guilds', answer, { shardId: 3 })).toEqual(WRITTEN);
    expect([cache.isAvailable(GUILD), cache.count('channels', GUILD), cache.count('roles', GUILD)]).toEqual([true, 1, 2]);
  });

  it('K-02 does not take the place of the GUILD_CREATE that is still to come', () => {
    const cache = new Cache({ clock: new ManualClock() });
    send(cache, 'READY', ready());
    fill(cache, 'guilds', guild(), { shardId: 0 });
    expect(cache.isAvailable(GUILD)).toBe(false);
    expect(send(cache, 'GUILD_CREATE', guild()).passage).toBe('available');
  });

  it('counts no message twice, and does not set back what events have counted', () => {
    const cache = home();
    send(cache, 'THREAD_CREATE', thread(200));
    send(cache, 'MESSAGE_CREATE', message(301, { channel_id: id(200) }));
    fill(cache, 'channels', thread(200, { name: 'renamed', last_message_id: id(300) }));
    fill(cache, 'messages', message(301, { channel_id: id(200) }));
    fill(cache, 'messages', message(302, { channel_id: id(200) }));
    send(cache, 'MESSAGE_CREATE', message(302, { channel_id: id(200) }));
    expect(cache.channel(id(200))).toMatchObject({ name: 'renamed', pulse: { message_count: 2, last_message_id: id(302) } });
    fill(cache, 'channels', thread(200, { last_message_id: id(305) }));
    expect(cache.channel(id(200))?.pulse.last_message_id).toBe(id(305));
  });

  it('knows of reactions that went', () => {
    const cache = home();
    send(cache, 'MESSAGE_CREATE', message(300, { reactions: [{ emoji: { id: null, name: '👋' }, count: 1 }] }));
    fill(cache, 'messages', message(300));
    expect(cache.message(CHANNEL, id(300))?.pulse.reactions).toBeUndefined();
  });

  it('harms nothing, whatever it is', () => {
    const resources = fc.constantFrom(...new Set(ANSWERS.map(([resource]) => resource)), 'users' as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(resources, fc.oneof(anyHostile(), fc.jsonValue())), { maxLength: 20 }), (answers) => {
        const cache = home({ policy: { members: { limit: 3 } } });
        for (const [resource, answer] of answers) fill(cache, resource, answer, { guildId: GUILD, shardId: 0 });
        told(cache);
        cache.sweep();
        cache.clear();
        expect(cache.stats()).toMatchObject({ guilds: 0, users: 0, members: 0, messages: 0 });
      }),
      { numRuns: 200 },
    );
  });

  it('is refused with a kind or an option that cannot be right', () => {
    const cache = home();
    expect(() => fill(cache, 'member' as never, {})).toThrow('cannot be filled with "member"');
    expect(() => fill(cache, 'toString' as never, {})).toThrow('cannot be filled');
    expect(() => fill(cache, 'roles', {}, { guild: GUILD } as never)).toThrow('guildId');
    expect(() => fill(cache, 'roles', {}, { maxAgeMs: -1 })).toThrow('`maxAgeMs` of a fill is -1');
  });
});

describe('an answer to a call that began before an event', () => {
  const place = { guild_id: GUILD, channel_id: CHANNEL };
  const reaction = { ...place, message_id: id(300), emoji: { id: null, name: '👋' }, user_id: id(901) };
  const cases: readonly (readonly [FillResource, Json, t: string, d: Json])[] = [
    ['channels', channel(100, { name: 'old' }), 'CHANNEL_UPDATE', channel(100)],
    ['channels', thread(200, { name: 'old' }), 'THREAD_UPDATE', thread(200)],
    ['channels', channel(105, { name: 'old' }), 'CHANNEL_DELETE', channel(105)],
    ['guilds', { id: GUILD, name: 'old' }, 'GUILD_UPDATE', { id: GUILD, name: 'new' }],
    ['members', member(901, { nick: 'old' }), 'GUILD_MEMBER_UPDATE', { ...member(901, { nick: 'new' }), guild_id: GUILD }],
    ['members', member(903, { nick: 'old' }), 'GUILD_MEMBERS_CHUNK', { guild_id: GUILD, members: [member(903)] }],
    ['messages', message(300, { content: 'old' }), 'MESSAGE_UPDATE', message(300, { content: 'new' })],
    ['messages', message(300, { content: 'old' }), 'MESSAGE_DELETE', { id: id(300), ...place }],
    ['messages', message(300), 'MESSAGE_REACTION_ADD', reaction],
    ['roles', role(50, { name: 'old' }), 'GUILD_ROLE_UPDATE', { guild_id: GUILD, role: role(50, { name: 'new' }) }],
    ['emojis', { id: id(60), name: 'old' }, 'GUILD_EMOJIS_UPDATE', { guild_id: GUILD, emojis: [{ id: id(60), name: 'new' }] }],
    [
      'users',
      user(901, { username: 'old' }),
      'GUILD_MEMBER_UPDATE',
      { ...member(901, { user: user(901, { username: 'new' }) }), guild_id: GUILD },
    ],
    [
      'voiceStates',
      { user_id: id(901), channel_id: CHANNEL },
      'VOICE_STATE_UPDATE',
      { guild_id: GUILD, user_id: id(901), channel_id: id(7) },
    ],
  ];

  it.each(cases)('%s: %j changes nothing that %s has said', (resource, answer, t, d) => {
    const cache = home();
    send(cache, 'THREAD_CREATE', thread(200));
    send(cache, 'MESSAGE_CREATE', message(300));
    const mark = cache.beginFill();
    send(cache, t, d);
    const before = told(cache);
    expect(fill(cache, resource, answer, { guildId: GUILD, mark })).toEqual(REFUSED);
    expect(told(cache)).toEqual(before);
  });

  it.each(cases)('%s: %j is written when %s came before', (resource, answer, t, d) => {
    const cache = home();
    send(cache, 'THREAD_CREATE', thread(200));
    send(cache, 'MESSAGE_CREATE', message(300));
    if (t.endsWith('DELETE')) return;
    send(cache, t, d);
    const mark = cache.beginFill();
    send(cache, 'GUILD_MEMBER_ADD', { ...member(990), guild_id: GUILD });
    expect(fill(cache, resource, answer, { guildId: GUILD, mark })).toEqual(WRITTEN);
  });

  it('keeps what it names besides, too: the roles of a guild, the author of a message', () => {
    const cache = home();
    const [first, second] = [cache.beginFill(), cache.beginFill()];
    send(cache, 'GUILD_ROLE_UPDATE', { guild_id: GUILD, role: role(50, { name: 'new' }) });
    send(cache, 'GUILD_MEMBER_UPDATE', { ...member(901, { user: user(901, { username: 'new' }) }), guild_id: GUILD });
    expect(fill(cache, 'guilds', { id: GUILD, name: 'G', roles: [role(1), role(50, { name: 'old' })] }, { mark: first })).toEqual(WRITTEN);
    expect(fill(cache, 'messages', message(300, { author: user(901, { username: 'old' }) }), { mark: second })).toEqual(WRITTEN);
    expect([cache.role(GUILD, id(50))?.name, cache.user(id(901))?.username]).toEqual(['new', 'new']);
  });

  it('is refused as a whole after a new session, or when it took more than a minute, or when its mark is used', () => {
    const clock = new ManualClock();
    const cache = home({ clock });
    const late = cache.beginFill();
    send(cache, 'READY', ready());
    const slow = cache.beginFill();
    const used = cache.beginFill();
    expect(fill(cache, 'roles', role(51), { guildId: GUILD, mark: used })).toEqual(WRITTEN);
    clock.advance(61_000);
    cache.sweep();
    const cancelled = cache.beginFill();
    cancelled.cancel();
    for (const mark of [late, slow, used, cancelled]) expect(fill(cache, 'roles', role(52), { guildId: GUILD, mark })).toEqual(REFUSED);
    expect(fill(cache, 'roles', role(52), { guildId: GUILD })).toEqual(WRITTEN);
  });

  it('K-11 memory: is refused when more happened meanwhile than can be noted', () => {
    const cache = home();
    const mark: FillMark = cache.beginFill();
    for (let n = 0; n < 20_001; n += 1) send(cache, 'GUILD_MEMBER_UPDATE', { ...member(1_000 + n), guild_id: GUILD });
    expect(fill(cache, 'roles', role(51), { guildId: GUILD, mark })).toEqual(REFUSED);
  });
});

describe('a whole list', () => {
  it('takes out the channels and threads that it does not name, and leaves a way back', () => {
    const cache = home();
    for (const n of [101, 102]) send(cache, 'CHANNEL_CREATE', channel(n, { parent_id: null, position: n }));
    for (const n of [200, 201]) send(cache, 'THREAD_CREATE', thread(n));
    send(cache, 'MESSAGE_CREATE', message(300, { channel_id: id(101) }));
    const mark = cache.beginFill();
    send(cache, 'CHANNEL_CREATE', channel(103));
    fill(cache, 'channels', [channel(100), channel(102), thread(201)], { guildId: GUILD, isWhole: true, mark });
    expect(cache.all('threads', GUILD).map((each) => each.id)).toEqual([id(201)]);
    expect(
      cache
        .all('channels', GUILD)
        .filter(isHidden)
        .map((each) => [each.id, each.name, each.position]),
    ).toEqual([[id(101), null, 101]]);
    expect(cache.messages(id(101))).toEqual([]);
    send(cache, 'CHANNEL_UPDATE', channel(101));
    expect(cache.channel(id(101))?.name).toBe('channel101');
  });

  it('takes out roles and emojis, but not what an event has brought since', () => {
    const cache = home();
    send(cache, 'GUILD_MEMBER_UPDATE', { ...member(901, { roles: [id(50)] }), guild_id: GUILD });
    send(cache, 'GUILD_EMOJIS_UPDATE', { guild_id: GUILD, emojis: [{ id: id(60) }, { id: id(61) }] });
    const mark = cache.beginFill();
    send(cache, 'GUILD_ROLE_CREATE', { guild_id: GUILD, role: role(51) });
    fill(cache, 'roles', [role(1)], { guildId: GUILD, isWhole: true, mark });
    fill(cache, 'emojis', [{ id: id(61) }], { guildId: GUILD, isWhole: true });
    expect([cache.all('roles', GUILD).map((each) => each.id), cache.member(GUILD, id(901))?.roles]).toEqual([[GUILD, id(51)], []]);
    expect(cache.all('emojis', GUILD).map((each) => each.id)).toEqual([id(61)]);
  });

  it('is of a guild, and of something that is listed', () => {
    const cache = home();
    expect(() => fill(cache, 'roles', [], { isWhole: true })).toThrow('A fill with roles of no guild is marked `isWhole`');
    expect(() => fill(cache, 'members', [], { isWhole: true, guildId: GUILD })).toThrow('A fill with members is marked `isWhole`');
    expect(fill(cache, 'roles', [], { isWhole: true, guildId: id(7) })).toEqual({ written: 0, refused: 0 });
  });
});

describe('what only an answer told of', () => {
  const lent: readonly (readonly [FillResource, Json, isThere: (cache: Cache) => unknown])[] = [
    ['members', member(902), (cache) => cache.member(GUILD, id(902))],
    ['messages', message(300), (cache) => cache.message(CHANNEL, id(300))],
    ['users', user(7), (cache) => cache.user(id(7))],
    ['invites', { code: 'abc', guild: { id: GUILD } }, (cache) => cache.get('invites', GUILD, 'abc')],
    ['voiceStates', { user_id: id(901), channel_id: CHANNEL }, (cache) => cache.get('voiceStates', GUILD, id(901))],
  ];

  it.each(lent)('%s: %j goes after five minutes, unless it is asked for again', (resource, answer, find) => {
    const clock = new ManualClock();
    const cache = home({ clock });
    fill(cache, resource, answer, { guildId: GUILD });
    clock.advance(200_000);
    fill(cache, resource, answer, { guildId: GUILD });
    clock.advance(299_999);
    cache.sweep();
    expect(find(cache)).toBeDefined();
    clock.advance(1);
    cache.sweep();
    expect(find(cache)).toBeUndefined();
    expect(cache.stats().users).toBe(2);
  });

  it('stays when events keep it true, and as long as is asked for', () => {
    const clock = new ManualClock();
    const cache = home({ clock });
    fill(cache, 'roles', role(51), { guildId: GUILD });
    fill(cache, 'members', member(902), { guildId: GUILD, maxAgeMs: Infinity });
    fill(cache, 'members', member(903), { guildId: GUILD, maxAgeMs: 1_000 });
    // The cache knew this one.
    fill(cache, 'members', member(901, { nick: 'Al' }), { guildId: GUILD, maxAgeMs: 1_000 });
    clock.advance(600_000);
    cache.sweep();
    expect(cache.all('members', GUILD).map((each) => each.user_id)).toEqual([BOT, id(901), id(902)]);
    expect(cache.role(GUILD, id(51))).toBeDefined();
  });

  it('stays once an event has told of it', () => {
    const clock = new ManualClock();
    const cache = home({ clock });
    fill(cache, 'members', member(902), { guildId: GUILD });
    send(cache, 'GUILD_MEMBER_UPDATE', { ...member(902, { nick: 'Al' }), guild_id: GUILD });
    clock.advance(600_000);
    cache.sweep();
    expect(cache.member(GUILD, id(902))).toBeDefined();
  });

  it('is a user until the loan ends and its guilds have let go', () => {
    const clock = new ManualClock();
    const cache = home({ clock });
    fill(cache, 'users', user(902));
    send(cache, 'GUILD_MEMBER_ADD', { ...member(902), guild_id: GUILD });
    clock.advance(600_000);
    cache.sweep();
    expect(cache.user(id(902))).toBeDefined();
    send(cache, 'GUILD_MEMBER_REMOVE', { guild_id: GUILD, user: user(902) });
    expect(cache.user(id(902))).toBeUndefined();
  });

  it('is not counted twice when users are counted anew', () => {
    const clock = new ManualClock();
    const cache = home({ clock });
    fill(cache, 'users', user(902));
    cache.resize({ users: false });
    cache.resize({ users: true });
    send(cache, 'GUILD_MEMBER_ADD', { ...member(902), guild_id: GUILD });
    clock.advance(600_000);
    cache.sweep();
    expect(cache.user(id(902))).toBeDefined();
  });

  it('is in no snapshot', async () => {
    const [cache, fresh] = [home(), new Cache()];
    fill(cache, 'members', member(902), { guildId: GUILD });
    fill(cache, 'messages', message(300));
    fill(cache, 'roles', role(51), { guildId: GUILD });
    await fresh.restore(cache.snapshotLines());
    expect(fresh.stats()).toMatchObject({ members: 2, messages: 0, roles: 3, users: 2 });
    expect(guildData(fresh.guild(GUILD)!)).toEqual(guildData(cache.guild(GUILD)!));
  });
});
