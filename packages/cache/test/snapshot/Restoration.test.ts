import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Cache, type CacheOptions } from '../../src/Cache.js';
import { permissionReaderOf } from '../../src/permissionReader.js';
import { PermissionQueries } from '../../src/queries/PermissionQueries.js';
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

const ALL = { presences: true, threadMembers: true } as const;
const SESSION = { id: 'c0ffee', sequence: 100 };
const DIRECT = id(400);

function empty(options: CacheOptions = {}): Cache {
  return new Cache({ clock: new ManualClock(), policy: ALL, ...options });
}

/** A cache that knows something of every kind. */
function full(options: CacheOptions = {}): Cache {
  const cache = empty(options);
  send(cache, 'READY', ready([GUILD, id(2), id(3)], { application: { id: id(5), flags: 1 } }));
  send(
    cache,
    'GUILD_CREATE',
    guild({
      emojis: [{ id: id(60), name: 'wave', animated: false, roles: [id(50)] }],
      stickers: [{ id: id(61), name: 'hello', guild_id: GUILD, type: 2 }],
      soundboard_sounds: [{ sound_id: id(62), name: 'horn', volume: 0.5, guild_id: GUILD }],
      stage_instances: [{ id: id(63), guild_id: GUILD, channel_id: id(101), topic: 'news' }],
      guild_scheduled_events: [{ id: id(64), guild_id: GUILD, name: 'party', user_count: 3 }],
      channels: [channel(100, { permission_overwrites: [{ id: id(50), type: 0, allow: '8', deny: '0' }] }), channel(101, { type: 13 })],
      threads: [thread(200, { member: { join_timestamp: '2026-01-01T00:00:00+00:00', flags: 1 } })],
      members: [member(900, { roles: [id(50)] }), member(901, { nick: 'Al', avatar: 'a'.repeat(32) })],
      voice_states: [{ user_id: id(901), channel_id: id(101), mute: true, session_id: 'voice-session' }],
      presences: [{ user: { id: id(901) }, status: 'dnd', activities: [{ name: 'chess', type: 0 }] }],
    }),
  );
  send(cache, 'AUTO_MODERATION_RULE_CREATE', { id: id(65), guild_id: GUILD, name: 'calm', actions: [{ type: 1 }] });
  send(cache, 'INTEGRATION_CREATE', { id: id(66), guild_id: GUILD, name: 'bridge', enabled: true });
  send(cache, 'INVITE_CREATE', { code: 'abc', guild_id: GUILD, channel_id: CHANNEL, uses: 1 });
  send(cache, 'THREAD_MEMBERS_UPDATE', { id: id(200), guild_id: GUILD, member_count: 2, added_members: [{ user_id: id(901), flags: 3 }] });
  for (const n of [300, 301]) send(cache, 'MESSAGE_CREATE', message(n, { member: { roles: [], nick: 'Al', joined_at: null } }));
  const vote = { channel_id: CHANNEL, guild_id: GUILD, message_id: id(300), emoji: { id: null, name: '👋' }, user_id: id(901) };
  send(cache, 'MESSAGE_REACTION_ADD', vote);
  send(cache, 'VOICE_CHANNEL_STATUS_UPDATE', { id: id(101), guild_id: GUILD, status: 'on air' });
  send(cache, 'MESSAGE_CREATE', message(302, { channel_id: DIRECT, guild_id: undefined, author: user(950) }));
  send(cache, 'GUILD_CREATE', guild({ id: id(2), channels: [], roles: [role(2)], members: [member(900), member(902)] }));
  send(cache, 'GUILD_DELETE', { id: id(2), unavailable: true });
  return cache;
}

const session = (): typeof SESSION => SESSION;
const asSaved = (cache: Cache): readonly string[] => [...cache.snapshotLines({ session })];
const kindOf = (line: string): unknown => (JSON.parse(line) as Json)['kind'];

describe('a cache that is restored from its snapshot', () => {
  it('knows what it knew', async () => {
    const [cache, fresh] = [full(), empty()];
    const restored = await fresh.restore(asSaved(cache), { session: SESSION });
    expect(restored).toEqual({
      restored: 2,
      kept: 0,
      broken: 0,
      isComplete: true,
      isFresh: true,
      savedAtMs: new ManualClock().wallMs(),
      cause: undefined,
    });
    expect(told(fresh)).toEqual(told(cache));
    expect({ ...fresh.stats(), pooled: 0 }).toEqual({ ...cache.stats(), pooled: 0 });
  });

  it('has the records that it had', async () => {
    const [cache, fresh] = [full(), empty()];
    await fresh.restore(asSaved(cache));
    for (const resource of ['members', 'roles', 'channels', 'threads', 'emojis', 'voiceStates', 'invites'] as const) {
      expect(fresh.all(resource, GUILD)).toEqual(cache.all(resource, GUILD));
    }
    expect(fresh.messages(CHANNEL)).toEqual(cache.messages(CHANNEL));
    expect([fresh.guild(GUILD), fresh.user(id(901))]).toEqual([cache.guild(GUILD), cache.user(id(901))]);
  });

  it('answers questions about permissions, and counts its users', async () => {
    const fresh = empty();
    await fresh.restore(asSaved(full()));
    const queries = new PermissionQueries(permissionReaderOf(fresh));
    expect(queries.inChannel(CHANNEL, BOT).has('ADMINISTRATOR')).toBe(false);
    expect(queries.inChannel(CHANNEL, BOT).has('VIEW_CHANNEL')).toBe(true);
    send(fresh, 'GUILD_DELETE', { id: GUILD });
    send(fresh, 'GUILD_DELETE', { id: id(2) });
    // The bot, and who is in the direct message.
    expect(fresh.stats().users).toBe(2);
  });

  it('tells a guild that comes back from one that is new', async () => {
    const fresh = empty();
    await fresh.restore(asSaved(full()));
    expect(fresh.unavailableGuildIds()).toEqual([id(3), id(2)]);
    const passages = [1, 2, 3, 4].map((n) => send(fresh, 'GUILD_CREATE', guild({ id: id(n) })).passage);
    expect(passages).toEqual(['repeated', 'available', 'available', 'joined']);
  });

  it('remembers which guilds the policy refused', async () => {
    const policy = { guilds: { keep: ({ id: guildId }: { readonly id: string }) => guildId !== GUILD } };
    const [cache, fresh] = [full({ policy }), empty({ policy })];
    await fresh.restore(asSaved(cache));
    expect(send(fresh, 'GUILD_CREATE', guild()).passage).toBe('available');
  });

  it('keeps to its own policy', async () => {
    const fresh = empty({ policy: { messages: false, members: { limit: 1 }, guilds: { keep: ({ id: guildId }) => guildId === GUILD } } });
    expect(await fresh.restore(asSaved(full()))).toMatchObject({ restored: 1, kept: 1, isComplete: true });
    expect(fresh.stats()).toMatchObject({ guilds: 1, messages: 0, members: 1, presences: 0, emojis: 1 });
  });

  it('does without users, where none are kept', async () => {
    const policy = { ...ALL, users: false };
    const [cache, fresh] = [full({ policy }), empty({ policy })];
    expect(await fresh.restore(asSaved(cache))).toMatchObject({ restored: 2, isComplete: true });
    expect([told(fresh), fresh.stats().users, fresh.selfId]).toEqual([told(cache), 0, BOT]);
    const knowing = empty();
    await knowing.restore(asSaved(cache));
    // Of a member's user no more than the id was known.
    expect(knowing.memberData(GUILD, id(901))?.user).toEqual({ id: id(901) });
  });

  it('knows nothing when nothing was known', async () => {
    const fresh = empty();
    expect(await fresh.restore(empty().snapshotLines())).toMatchObject({ restored: 0, isComplete: true });
    expect(fresh.selfId).toBeNull();
  });

  it('puts a message only into a channel of the guild that it was written down with', async () => {
    const cache = empty();
    send(cache, 'READY', ready([id(7)]));
    send(cache, 'GUILD_CREATE', guild({ id: id(7), channels: [channel(700, { guild_id: id(7) })] }));
    const lines = asSaved(full()).map((line) => (kindOf(line) === 'messages' ? line.replaceAll(CHANNEL, id(700)) : line));
    await cache.restore(lines);
    expect([cache.messages(id(700)), cache.messages(CHANNEL)]).toEqual([[], []]);
  });

  it('goes on counting the age of what it keeps', async () => {
    const policy = { ...ALL, messages: { maxAgeMs: 60_000 }, members: { maxAgeMs: 90_000 } };
    const clock = new ManualClock();
    const cache = full({ clock, policy });
    clock.advance(40_000);
    const lines = asSaved(cache);
    clock.advance(10_000);
    const fresh = empty({ clock, policy });
    await fresh.restore(lines);
    fresh.sweep();
    expect([fresh.messages(CHANNEL).length, fresh.count('members', GUILD)]).toEqual([2, 2]);
    clock.advance(10_000);
    fresh.sweep();
    expect([fresh.messages(CHANNEL).length, fresh.count('members', GUILD)]).toEqual([0, 2]);
    clock.advance(30_000);
    fresh.sweep();
    // The bot's own member stays.
    expect(fresh.all('members', GUILD).map((each) => each.user_id)).toEqual([BOT]);
  });

  it('is of one shard when it is asked so; direct messages are shard 0’s', async () => {
    const cache = empty();
    send(cache, 'READY', ready([GUILD]));
    send(cache, 'READY', ready([id(7)]), 1);
    send(cache, 'GUILD_CREATE', guild());
    send(cache, 'GUILD_CREATE', guild({ id: id(7), channels: [], roles: [] }), 1);
    send(cache, 'MESSAGE_CREATE', message(302, { channel_id: DIRECT, guild_id: undefined, author: user(950) }));
    const of = async (shardId: number): Promise<unknown> => {
      const fresh = empty();
      await fresh.restore([...cache.snapshotLines({ shardId })], { shardId });
      return [[...fresh.guilds()].map((each) => each.id), fresh.privateChannels().length];
    };
    expect([await of(0), await of(1), await of(2)]).toEqual([
      [[GUILD], 1],
      [[id(7)], 0],
      [[], 0],
    ]);
  });

  it('shows each guild as it was when its first line was asked for', async () => {
    const cache = full();
    const lines: string[] = [];
    for (const line of cache.snapshotLines()) {
      lines.push(line);
      if (kindOf(line) !== 'guild') continue;
      send(cache, 'GUILD_MEMBER_UPDATE', { ...member(901, { nick: 'too late' }), guild_id: GUILD });
      send(cache, 'MESSAGE_DELETE', { id: id(300), guild_id: GUILD, channel_id: CHANNEL });
    }
    const fresh = empty();
    await fresh.restore(lines);
    expect([fresh.member(GUILD, id(901))?.nick, fresh.messages(CHANNEL).length]).toEqual(['Al', 2]);
  });

  it('is made of lines of 500 entities at most, so that none takes long', () => {
    const cache = empty();
    send(cache, 'READY', ready());
    send(cache, 'GUILD_CREATE', guild({ members: Array.from({ length: 1_200 }, (_, n) => member(1_000 + n)) }));
    const lines = [...cache.snapshotLines()];
    const counts = lines.filter((line) => kindOf(line) === 'members').map((line) => (JSON.parse(line) as { entities: [] }).entities.length);
    expect(counts).toEqual([500, 500, 200]);
  });

  it('leaves out what cannot be written, and says that it is not whole', async () => {
    const cache = full();
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as unknown;
    send(cache, 'MESSAGE_CREATE', message(310, { deep }));
    const fresh = empty();
    expect(await fresh.restore(asSaved(cache))).toMatchObject({ restored: 2, broken: 1, isComplete: false });
    expect(fresh.count('members', GUILD)).toBe(2);
  });
});

describe('whether a restored cache is fresh', () => {
  const whole = asSaved(full());
  it.each([
    ['the session that is resumed has gone no further', whole, SESSION, true],
    ['the snapshot is newer than the session that was saved', whole, { ...SESSION, sequence: 90 }, true],
    ['events were missed in between', whole, { ...SESSION, sequence: 101 }, false],
    ['the session is another', whole, { ...SESSION, id: 'tea' }, false],
    ['no session is resumed', whole, null, false],
    ['the end is missing', whole.slice(0, -1), SESSION, false],
    ['a line is broken', [...whole.slice(0, 2), '{"kind":', ...whole.slice(2)], SESSION, false],
    ['a line is of a kind that is not known', [...whole.slice(0, 2), '{"kind":"new"}', ...whole.slice(2)], SESSION, false],
    ['the snapshot knew no session', [...full().snapshotLines()], SESSION, false],
  ] as const)('when %s', async (_when, lines, resumed, isFresh) => {
    const cache = empty();
    expect(await cache.restore(lines, { session: resumed, shardId: 0 })).toMatchObject({ restored: 2, isFresh });
    expect(cache.count('channels', GUILD)).toBe(2);
  });
});

describe('a cache that is restored from a snapshot that is out of date', () => {
  it('has nobody online or in voice, since no event would take them out', async () => {
    const counts = async (sequence: number): Promise<unknown> => {
      const cache = empty();
      await cache.restore(asSaved(full()), { shardId: 0, session: { ...SESSION, sequence } });
      const { members, presences, voiceStates } = cache.stats();
      return [members, presences, voiceStates];
    };
    expect([await counts(100), await counts(101)]).toEqual([
      [4, 1, 1],
      [4, 0, 0],
    ]);
  });
});

describe('a snapshot that is none', () => {
  it.each([
    ['nothing', []],
    ['an empty line', ['']],
    ['a list', ['[]', '[]']],
    ['another text', ['Dear diary,']],
    ['the middle of a snapshot', asSaved(full()).slice(1)],
  ])('%s is refused', async (_what, lines) => {
    const cache = empty();
    await expect(cache.restore(lines)).rejects.toMatchObject({ code: 'CACHE_SNAPSHOT_UNREADABLE' });
    expect(cache.stats().guilds).toBe(0);
  });

  it.each([
    ['of another version', { version: 2 }, {}],
    ['of another bot', { self: user(999) }, {}],
    ['of another shard', { shardId: 4 }, { shardId: 3 }],
  ])('%s is refused', async (_what, heading, options) => {
    const cache = empty();
    send(cache, 'READY', ready([]));
    const [first = '', ...rest] = asSaved(full());
    const lines = [JSON.stringify({ ...(JSON.parse(first) as Json), ...heading }), ...rest];
    await expect(cache.restore(lines, options)).rejects.toMatchObject({ code: 'CACHE_SNAPSHOT_FOREIGN' });
    expect(cache.stats().guilds).toBe(0);
  });

  it('is read as far as it can be when the reading fails', async () => {
    const lines = asSaved(full());
    const cut = function* (): Iterable<string> {
      yield* lines.slice(0, 3);
      throw new RangeError('cut');
    };
    const cache = empty();
    expect(await cache.restore(cut(), { session: SESSION })).toMatchObject({
      isComplete: false,
      isFresh: false,
      cause: new RangeError('cut'),
    });
    const nothing = function* (): Iterable<string> {
      yield* [];
      throw new RangeError('cut');
    };
    await expect(cache.restore(nothing())).rejects.toThrow('cut');
  });

  it('harms nothing, whatever stands in its lines', async () => {
    const [heading = ''] = asSaved(full());
    const kinds = fc.constantFrom('guild', 'members', 'messages', 'threadMembers', 'direct', 'end');
    const aged = fc.array(fc.record({ data: anyHostile(), ageMs: fc.oneof(fc.integer(), fc.string()) }), { maxLength: 3 });
    const line = fc
      .tuple(
        kinds,
        fc.record({ guild: anyHostile(), entities: aged, guildId: fc.constantFrom(null, GUILD, 7), invites: aged }),
        anyHostile(),
        fc.boolean(),
      )
      .map(([kind, parts, hostile, isNamed]) => {
        const named = isNamed ? { ...parts, guild: { ...parts.guild, id: GUILD } } : parts;
        return JSON.stringify({ ...hostile, ...named, kind, channels: [{ ...hostile, id: DIRECT }], users: [hostile] });
      });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const cache = empty();
        await cache.restore([heading, ...lines]);
        cache.sweep();
        told(cache);
        cache.clear();
        expect(cache.stats()).toMatchObject({ guilds: 0, users: 0, members: 0 });
      }),
      { numRuns: 200 },
    );
  });

  it('is refused with options that cannot be right', async () => {
    const code = async (options: object): Promise<unknown> =>
      empty()
        .restore([], options as never)
        .catch((error: unknown) => (error as { readonly code: string }).code);
    expect(await Promise.all([{ shard: 1 }, { shardId: -1 }, { session: { id: 5 } }].map(code))).toEqual([
      'UNKNOWN_OPTION',
      'INVALID_OPTION',
      'INVALID_OPTION',
    ]);
    expect(() => empty().snapshotLines({ session: SESSION } as never)).toThrow('`session` is an object');
  });
});

describe('what a cache knows already', () => {
  it('is newer than a snapshot, and stays', async () => {
    const cache = empty();
    send(cache, 'READY', ready([GUILD]));
    send(cache, 'GUILD_CREATE', guild({ name: 'New', members: [member(900), { ...member(902), user: user(902, { username: 'new' }) }] }));
    expect(await cache.restore(asSaved(full()))).toMatchObject({ restored: 1, kept: 1 });
    expect([cache.guild(GUILD)?.name, cache.count('members', GUILD), cache.stats().messages]).toEqual(['New', 2, 1]);
    // The other guild of the snapshot knows an older name.
    expect([cache.member(id(2), id(902))?.user_id, cache.user(id(902))?.username]).toEqual([id(902), 'new']);
  });

  it('is not brought back when it was left, or named by a session, in the meantime', async () => {
    const cache = empty();
    send(cache, 'READY', ready([id(2)]));
    send(cache, 'GUILD_DELETE', { id: GUILD });
    expect(await cache.restore(asSaved(full()))).toMatchObject({ restored: 0, kept: 2 });
    expect(cache.unavailableGuildIds()).toEqual([id(2), id(3)]);
  });

  it('takes in the events that came before their guild was back', async () => {
    const cache = empty();
    send(cache, 'CHANNEL_CREATE', channel(105));
    send(cache, 'GUILD_MEMBER_UPDATE', { ...member(901, { nick: 'newest' }), guild_id: GUILD });
    await cache.restore(asSaved(full()));
    expect([cache.count('channels', GUILD), cache.member(GUILD, id(901))?.nick, cache.stats().parked]).toEqual([3, 'newest', 0]);
  });

  it('is what events say while a snapshot is read', async () => {
    const cache = empty();
    const during = function* (): Iterable<string> {
      for (const line of asSaved(full())) {
        yield line;
        if (kindOf(line) === 'guild') send(cache, 'GUILD_MEMBER_ADD', { ...member(901, { nick: 'now' }), guild_id: GUILD });
        if (kindOf(line) === 'direct') send(cache, 'MESSAGE_DELETE', { id: id(302), channel_id: DIRECT });
      }
    };
    await cache.restore(during());
    expect([cache.member(GUILD, id(901))?.nick, cache.messages(DIRECT)]).toEqual(['now', []]);
  });
});

describe('a session that is resumed after a snapshot', () => {
  const joins = (cache: Cache, s: number, n: number): string =>
    cache.apply({ t: 'GUILD_MEMBER_ADD', s, d: { ...member(n), guild_id: GUILD } }, { shardId: 0 }).outcome;

  it('K-08 does not count again what the snapshot has', async () => {
    const cache = empty();
    await cache.restore([...full().snapshotLines({ shardId: 0, session })], { shardId: 0, session: { ...SESSION, sequence: 98 } });
    expect([joins(cache, 99, 903), joins(cache, 100, 903), joins(cache, 101, 904), joins(cache, 102, 905)]).toEqual([
      'repeated',
      'repeated',
      'applied',
      'applied',
    ]);
    expect([cache.guild(GUILD)?.pulse.member_count, cache.stats().repeated]).toEqual([4, 2]);
  });

  it('K-08 does not count again what came while the snapshot was taken', async () => {
    const cache = full();
    let sequence = 100;
    const lines: string[] = [];
    for (const line of cache.snapshotLines({ shardId: 0, session: () => ({ ...SESSION, sequence }) })) {
      lines.push(line);
      // After the heading and before the guild; after the guild.
      if (lines.length <= 4) joins(cache, (sequence += 1), 910 + lines.length);
    }
    const fresh = empty();
    expect(await fresh.restore(lines, { shardId: 0, session: SESSION })).toMatchObject({ isFresh: true });
    for (let s = 101; s <= sequence; s += 1) joins(fresh, s, 810 + s);
    expect(told(fresh)).toEqual(told(cache));
  });

  it('counts everything of a new session', async () => {
    const cache = empty();
    await cache.restore([...full().snapshotLines({ shardId: 0, session })], { shardId: 0, session: SESSION });
    cache.apply({ t: 'READY', s: 1, d: ready() }, { shardId: 0 });
    cache.apply({ t: 'GUILD_CREATE', s: 2, d: guild() }, { shardId: 0 });
    expect([joins(cache, 3, 903), joins(cache, 50, 904)]).toEqual(['applied', 'applied']);
  });
});
