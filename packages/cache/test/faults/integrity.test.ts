import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Cache } from '../../src/Cache.js';
import { guildData } from '../../src/records/guild.js';
import { channelData } from '../../src/records/channel.js';
import { messageData } from '../../src/records/message.js';
import { roleData } from '../../src/records/role.js';
import { userData } from '../../src/records/user.js';
import {
  anyChannel,
  anyMember,
  anyMessage,
  anyRole,
  anyUser,
  BOT,
  CHANNEL,
  GUILD,
  guild,
  id,
  member,
  ready,
  send,
  thread,
  type Json,
} from '../payloads.js';
import { BEGINNING, history, type Event } from '../model/history.js';
import { apply, keepingAll, played } from '../model/play.js';
import { told } from '../told.js';

const DELETIONS: Readonly<Record<string, (d: Json) => unknown>> = {
  CHANNEL_DELETE: ({ id: gone }) => gone,
  THREAD_DELETE: ({ id: gone }) => gone,
  GUILD_ROLE_DELETE: ({ role_id: gone }) => gone,
};

/** A history in which nobody speaks of what was deleted, as with Discord; and the ids that were. */
function wellFormed(events: readonly Event[]): { readonly events: readonly Event[]; readonly gone: ReadonlySet<string> } {
  const gone = new Set<string>();
  const kept = [...BEGINNING, ...events].filter(([t, d]) => {
    const text = JSON.stringify(d);
    const isWhole = t === 'GUILD_CREATE';
    for (const each of gone) {
      if (!text.includes(each)) continue;
      if (!isWhole) return false;
      gone.delete(each);
    }
    const deleted = DELETIONS[t]?.(d);
    if (deleted !== undefined) gone.add(deleted as string);
    return true;
  });
  return { events: kept, gone };
}

/** Where an id of what is gone must not stand. Of a scheduled event or a rule, Discord tells itself when its channel goes. */
function references(cache: Cache): string {
  const guilds = Object.values(told(cache)['guilds'] as Record<string, Json>);
  const kinds = ['channels', 'threads', 'roles', 'members', 'voiceStates', 'stageInstances', 'invites', 'presences'];
  return JSON.stringify(guilds.map((each) => kinds.map((kind) => each[kind])));
}

describe('what is deleted', () => {
  it('K-05 cascades: is named nowhere any more, after any history', () => {
    fc.assert(
      fc.property(history, (some) => {
        const { events, gone } = wellFormed(some);
        const cache = keepingAll();
        apply(cache, events);
        const text = references(cache);
        expect([...gone].filter((each) => text.includes(`"${each}"`))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('K-05 cascades: leaves nothing behind that cannot be found, and nothing that is counted only', () => {
    fc.assert(
      fc.property(history, (events) => {
        const cache = played(events);
        const guildIds = [...cache.guilds()].map((each) => each.id);
        const places = guildIds.flatMap((g) => [...cache.all('channels', g), ...cache.all('threads', g)]);
        for (const each of [...places, ...cache.privateChannels()]) expect(cache.channel(each.id)).toEqual(each);
        const holders = guildIds.flatMap((g) => cache.all('members', g).map((each) => each.user_id));
        const friends = cache.privateChannels().flatMap((each) => (each.own?.['recipients'] ?? []) as { readonly id: string }[]);
        const held = new Set([BOT, ...holders, ...friends.map((each) => each.id)]);
        expect([...held].filter((each) => cache.user(each) === undefined)).toEqual([]);
        const found = [...places, ...cache.privateChannels()].map((each) => [cache.messages(each.id), cache.threadMembers(each.id)]);
        const { users, messages, threadMembers, channels, threads } = cache.stats();
        expect([users, channels + threads]).toEqual([held.size, places.length]);
        expect([messages, threadMembers]).toEqual([0, 1].map((n) => found.reduce((sum, lists) => sum + lists[n]!.length, 0)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the threads of a guild', () => {
  it('K-06 thread life: a sync replaces the threads of the channels that it lists, and of no other, after any history', () => {
    const parents = [0, 1, 2].map((n) => id(1_000 + n));
    fc.assert(
      fc.property(history, fc.subarray(parents), fc.subarray([0, 1, 2, 3]), (events, listed, named) => {
        const cache = played(events);
        const before = cache.all('threads', id(1)).map((each) => [each.id, each.parent_id]);
        const threads = named
          .map((n) => thread(1_500 + n, { guild_id: id(1), parent_id: parents[n % 3] }))
          .filter(({ parent_id: parent }) => listed.includes(parent as string) && cache.channel(parent as string) !== undefined);
        send(cache, 'THREAD_LIST_SYNC', { guild_id: id(1), channel_ids: listed, threads, members: [] });
        if (cache.guild(id(1)) === undefined) return;
        const after = [
          ...before.filter(([, parent]) => !listed.includes(parent!)),
          ...threads.map((each) => [each['id'], each['parent_id']]),
        ];
        expect(new Map(cache.all('threads', id(1)).map((each) => [each.id, each.parent_id]))).toEqual(new Map(after as [string, string][]));
      }),
      { numRuns: 200 },
    );
  });

  it('K-06 thread life: created, archived, back from the archive, deleted', () => {
    const cache = keepingAll();
    send(cache, 'READY', ready());
    send(cache, 'GUILD_CREATE', guild());
    const archived = (is: boolean): Json => thread(200, { thread_metadata: { archived: is, locked: false } });
    const isThere = (): boolean => cache.channel(id(200)) !== undefined;
    const life = [
      ['THREAD_CREATE', archived(false)],
      ['THREAD_UPDATE', archived(true)],
      ['THREAD_LIST_SYNC', { guild_id: GUILD, threads: [], members: [] }],
      ['THREAD_UPDATE', archived(false)],
      ['THREAD_DELETE', { id: id(200), guild_id: GUILD }],
      ['THREAD_UPDATE', archived(true)],
    ] as const;
    const seen = life.map(([t, d]) => {
      send(cache, t, d);
      return isThere();
    });
    expect(seen).toEqual([true, true, false, true, false, false]);
  });
});

describe('an update that says only a part', () => {
  /** By event: any payload, what is asked of it always, and where it can be read afterwards. */
  const UPDATES: readonly (readonly [t: string, any: fc.Arbitrary<Json>, fixed: Json, read: (cache: Cache) => unknown])[] = [
    [
      'MESSAGE_UPDATE',
      anyMessage,
      { id: id(300), channel_id: CHANNEL, guild_id: GUILD },
      (cache) => messageData(cache.message(CHANNEL, id(300))!),
    ],
    ['CHANNEL_UPDATE', anyChannel, { id: CHANNEL, guild_id: GUILD, type: 0, flags: 0 }, (cache) => channelData(cache.channel(CHANNEL)!)],
    [
      'THREAD_UPDATE',
      anyChannel,
      { id: id(200), guild_id: GUILD, type: 11, parent_id: CHANNEL, flags: 0 },
      (cache) => channelData(cache.channel(id(200))!),
    ],
    ['GUILD_ROLE_UPDATE', anyRole, { id: id(50) }, (cache) => roleData(cache.role(GUILD, id(50))!)],
    ['GUILD_MEMBER_UPDATE', anyMember, { user: { id: id(901), username: 'al' } }, (cache) => cache.memberData(GUILD, id(901))],
    ['USER_UPDATE', anyUser, { id: BOT }, (cache) => userData(cache.user(BOT)!)],
    [
      'GUILD_UPDATE',
      fc.constant({ description: 'a', icon: 'b', afk_timeout: 300, banner: null }),
      { id: GUILD },
      (cache) => guildData(cache.guild(GUILD)!),
    ],
  ];
  const CREATES: Readonly<Record<string, string>> = {
    MESSAGE_UPDATE: 'MESSAGE_CREATE',
    CHANNEL_UPDATE: 'CHANNEL_CREATE',
    THREAD_UPDATE: 'THREAD_CREATE',
  };
  const shaped = (t: string, d: Json): Json => {
    if (t === 'GUILD_ROLE_UPDATE') return { guild_id: GUILD, role: d };
    return t === 'GUILD_MEMBER_UPDATE' ? { ...d, guild_id: GUILD } : d;
  };
  /** Those of a payload that Discord may set to null, or that it may leave out and a test may set so. */
  const nullable = [
    'topic',
    'icon',
    'avatar',
    'banner',
    'nick',
    'premium_since',
    'communication_disabled_until',
    'edited_timestamp',
    'global_name',
  ];

  it.each(UPDATES)('K-07 partial update: %s keeps what is absent, and null clears', (t, any, fixed, read) => {
    fc.assert(
      fc.property(any, any, fc.infiniteStream(fc.boolean()), fc.boolean(), (first, second, coins, isCleared) => {
        const cache = keepingAll();
        send(cache, 'READY', ready());
        send(cache, 'GUILD_CREATE', guild({ members: [member(900), member(901)] }));
        send(cache, CREATES[t] ?? t, shaped(t, { ...first, ...fixed }));
        const before = read(cache) as Json;
        const some = Object.entries(second).filter(() => coins.next().value);
        const patch = Object.fromEntries(some.map(([key, value]) => [key, isCleared && nullable.includes(key) ? null : value]));
        send(cache, t, shaped(t, { ...patch, ...fixed }));
        const user = t === 'GUILD_MEMBER_UPDATE' ? { user: { ...(before['user'] as Json), ...(fixed['user'] as Json) } } : {};
        expect(read(cache)).toEqual({ ...before, ...patch, ...fixed, ...user });
      }),
      { numRuns: 150 },
    );
  });
});
