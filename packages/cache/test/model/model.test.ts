import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Cache } from '../src/Cache.js';
import { channelData } from '../src/records/channel.js';
import { messageData } from '../src/records/message.js';
import { roleData } from '../src/records/role.js';
import { NaiveWorld } from './NaiveWorld.js';
import { channel, guild, id, member, message, ready, role, thread, user, type Json } from './payloads.js';

type Event = readonly [t: string, d: Json];

const within = (from: number, to: number): fc.Arbitrary<number> => fc.integer({ min: from, max: to });
const verb = fc.constantFrom('CREATE', 'UPDATE', 'DELETE');
/** Ids of channels, roles and messages belong to one guild each: their last digits say which. */
const place = fc.record({ guild: within(1, 2), n: within(0, 3), verb, text: fc.constantFrom('a', 'b', null) });

const channelEvent = fc.tuple(place, fc.option(within(0, 3), { nil: null })).map(([{ guild: g, n, verb: v, text }, parent]): Event => {
  const parentId = parent === null || parent === n ? null : id(g * 1_000 + parent);
  return [
    `CHANNEL_${v}`,
    channel(g * 1_000 + n, {
      guild_id: id(g),
      topic: text,
      parent_id: parentId,
      permission_overwrites: [{ id: id(g * 100 + n), type: 0, allow: '0', deny: '8' }],
    }),
  ];
});
const threadEvent = fc.tuple(place, within(0, 3)).map(([{ guild: g, n, verb: v, text }, parent]): Event => [
  `THREAD_${v}`,
  // Counts are told apart in the threads' own tests.
  { id: id(g * 1_000 + 500 + n), type: 11, guild_id: id(g), parent_id: id(g * 1_000 + parent), name: text },
]);
const roleEvent = place.map(({ guild: g, n, verb: v, text }): Event =>
  v === 'DELETE'
    ? ['GUILD_ROLE_DELETE', { guild_id: id(g), role_id: id(g * 100 + n) }]
    : [`GUILD_ROLE_${v}`, { guild_id: id(g), role: role(g * 100 + n, { name: text ?? 'role' }) }],
);
const memberEvent = fc
  .record({
    g: within(1, 2),
    n: within(901, 904),
    v: fc.constantFrom('ADD', 'UPDATE', 'REMOVE'),
    nick: fc.constantFrom('a', null),
    roles: fc.uniqueArray(within(0, 3)),
  })
  .map(({ g, n, v, nick, roles }): Event => {
    const own = user(n, { global_name: nick });
    const fields = { user: own, nick, roles: roles.map((each) => id(g * 100 + each)), guild_id: id(g) };
    return [`GUILD_MEMBER_${v}`, v === 'REMOVE' ? { guild_id: id(g), user: own } : member(n, fields)];
  });
const messageEvent = fc.tuple(place, within(0, 3), fc.boolean()).map(([{ guild: g, n, verb: v, text }, where, isThread]): Event => {
  const place = { guild_id: id(g), channel_id: id(g * 1_000 + (isThread ? 500 : 0) + where) };
  // A message stays in its channel.
  const own = id(g * 100_000 + (isThread ? 500 : 0) + where * 10 + n);
  return [
    `MESSAGE_${v}`,
    v === 'DELETE' ? { id: own, ...place } : message(0, { id: own, ...place, content: text ?? '', author: user(999) }),
  ];
});
const guildEvent = fc.tuple(within(1, 2), fc.constantFrom('joined', 'left', 'unavailable')).map(([g, v]): Event => {
  if (v === 'joined') return ['GUILD_CREATE', birth(g)];
  return ['GUILD_DELETE', v === 'left' ? { id: id(g) } : { id: id(g), unavailable: true }];
});
const history = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: channelEvent },
    { weight: 5, arbitrary: threadEvent },
    { weight: 4, arbitrary: roleEvent },
    { weight: 6, arbitrary: memberEvent },
    { weight: 8, arbitrary: messageEvent },
    { weight: 1, arbitrary: guildEvent },
  ),
  { maxLength: 120, size: 'max' },
);

function birth(g: number): Json {
  const roles = [role(g), role(g * 100), role(g * 100 + 1)];
  return guild({
    id: id(g),
    channels: [channel(g * 1_000, { guild_id: id(g) })],
    threads: [thread(g * 1_000 + 500, { guild_id: id(g), parent_id: id(g * 1_000) })],
    roles,
    members: [member(900), member(901)],
  });
}

function begin(): { readonly cache: Cache; readonly model: NaiveWorld; readonly send: (event: Event, s?: number) => void } {
  const cache = new Cache({ clock: new ManualClock() });
  const model = new NaiveWorld(user(900, { bot: true }));
  const send = ([t, d]: Event, s?: number): void => {
    cache.apply({ t, d: structuredClone(d), ...(s === undefined ? {} : { s }) }, { shardId: 0 });
  };
  for (const event of [
    ['READY', ready([id(1), id(2)])],
    ['GUILD_CREATE', birth(1)],
    ['GUILD_CREATE', birth(2)],
  ] as const) {
    send(event);
    model.apply(event[0], event[1]);
  }
  return { cache, model, send };
}

const byId = (list: readonly object[]): unknown =>
  Object.fromEntries(list.map((each) => [(each as { id: string }).id, each] as const).sort(([left], [right]) => left.localeCompare(right)));

/** Everything that a cache knows, as payloads. */
function told(cache: Cache): unknown {
  const guilds = [...cache.guilds()].map(({ id: g, pulse }) => {
    const channels = [...cache.all('channels', g), ...cache.all('threads', g)];
    return {
      id: g,
      member_count: pulse.member_count,
      roles: byId(cache.all('roles', g).map(roleData)),
      channels: byId(channels.map((each) => withoutCounts(channelData(each)))),
      members: byId(cache.all('members', g).map((each) => ({ id: each.user_id, ...cache.memberData(g, each.user_id) }))),
      messages: byId(channels.flatMap((each) => cache.messages(each.id).map(messageData))),
    };
  });
  return { guilds: byId(guilds), users: cache.stats().users };
}

function expected(model: NaiveWorld): unknown {
  const guilds = [...model.guilds].map(([g, { data, roles, channels, threads, members, messages }]) => ({
    id: g,
    member_count: data['member_count'],
    roles: byId([...roles.values()]),
    channels: byId([...channels.values(), ...threads.values()].map(withoutCounts)),
    members: byId([...members].map(([userId, each]) => ({ id: userId, ...each, user: model.users.get(userId) }))),
    messages: byId([...messages.values()]),
  }));
  return { guilds: byId(guilds), users: model.users.size };
}

function withoutCounts(data: object): Json {
  const { message_count: _messages, total_message_sent: _total, ...rest } = data as Json;
  return rest;
}

describe('the cache after any history', () => {
  it('K-04, K-05, K-07, K-10: knows what a world knows that keeps every payload whole', () => {
    fc.assert(
      fc.property(history, (events) => {
        const { cache, model, send } = begin();
        for (const event of events) {
          // A guild that is there is not announced again; its own tests say what happens then.
          if (event[0] === 'GUILD_CREATE' && model.guilds.get(event[1]['id'] as string)?.isAvailable === true) continue;
          send(event);
          model.apply(...event);
        }
        expect(told(cache)).toEqual(expected(model));
      }),
      { numRuns: 300 },
    );
  });

  it('K-08 resume replay applied twice: any suffix changes nothing', () => {
    fc.assert(
      fc.property(history, fc.nat(120), (events, from) => {
        const { cache, send } = begin();
        events.forEach((event, index) => send(event, index + 1));
        const before = told(cache);
        events.slice(from).forEach((event, index) => send(event, Math.min(from, events.length) + index + 1));
        expect(told(cache)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it('K-09 new session: equals a cache that was born with it', () => {
    fc.assert(
      fc.property(history, fc.subarray([1, 2]), (events, present) => {
        const { cache, send } = begin();
        for (const event of events) send(event);
        const fresh = new Cache({ clock: new ManualClock() });
        for (const target of [cache, fresh]) {
          target.apply({ t: 'READY', s: 1, d: ready(present.map(id)) }, { shardId: 0 });
          for (const g of present) target.apply({ t: 'GUILD_CREATE', d: birth(g) }, { shardId: 0 });
        }
        expect(told(cache)).toEqual(told(fresh));
      }),
      { numRuns: 100 },
    );
  });

  it('K-05 cascades: no id dangles', () => {
    fc.assert(
      fc.property(history, (events) => {
        const { cache, send } = begin();
        for (const event of events) send(event);
        for (const { id: g } of cache.guilds()) {
          for (const { user_id: userId } of cache.all('members', g)) expect(cache.user(userId)).toBeDefined();
          for (const each of [...cache.all('channels', g), ...cache.all('threads', g)]) expect(cache.channel(each.id)).toBe(each);
        }
        const messages = [...cache.guilds()].flatMap(({ id: g }) =>
          [...cache.all('channels', g), ...cache.all('threads', g)].flatMap((each) => cache.messages(each.id)),
        );
        expect(messages).toHaveLength(cache.stats().messages);
      }),
      { numRuns: 100 },
    );
  });
});
