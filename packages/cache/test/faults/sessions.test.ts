import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { guild, id, member, ready, send, user, type Json } from '../payloads.js';
import { BEGINNING, birth, GUILDS, history, type Event } from '../model/history.js';
import { LIVES } from '../model/lives.js';
import { apply, keepingAll, played } from '../model/play.js';
import { told } from '../told.js';

/** A history as Discord tells it: entities come, change and go, each in its order, among each other. */
const orderly: fc.Arbitrary<readonly Event[]> = fc
  .array(fc.tuple(fc.nat(LIVES.length - 1), fc.nat(5)), { maxLength: 80, size: 'max' })
  .map((turns) => {
    const open = new Map<string, Event[]>();
    let born = 2_000;
    return turns.flatMap(([kind, which]) => {
      const key = `${String(kind)}:${String(which)}`;
      const life = open.get(key) ?? [];
      if (life.length === 0) life.push(...LIVES[kind]!((born += 2)));
      open.set(key, life);
      return [life.shift()!];
    });
  });
const START: readonly Event[] = [
  ['READY', ready()],
  ['GUILD_CREATE', guild()],
];

describe('a session that is resumed', () => {
  it('K-08 resume replay applied twice: any suffix changes nothing', () => {
    fc.assert(
      fc.property(history, fc.nat(150), (events, at) => {
        const cache = keepingAll();
        apply(cache, [...BEGINNING, ...events.filter(([t]) => t !== 'READY')], 1);
        const before = told(cache);
        const all = [...BEGINNING, ...events.filter(([t]) => t !== 'READY')];
        const from = 1 + Math.min(at, all.length - 1);
        apply(cache, all.slice(from), from + 1);
        expect(told(cache)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it('K-08 resume in a new process: a snapshot and the replay from any earlier event are the same state', async () => {
    await fc.assert(
      fc.asyncProperty(orderly, fc.nat(80), fc.nat(80), async (events, one, other) => {
        const all = [...START, ...events];
        const [savedAt, replayedFrom] = [Math.max(one, other), Math.min(one, other)].map((n) => START.length + Math.min(n, events.length));
        const before = keepingAll();
        apply(before, all.slice(0, savedAt), 1);
        const lines = [...before.snapshotLines({ shardId: 0, session: () => ({ id: 'session', sequence: savedAt! }) })];
        apply(before, all.slice(savedAt), savedAt! + 1);
        const after = keepingAll();
        const { isFresh } = await after.restore(lines, { shardId: 0, session: { id: 'session', sequence: replayedFrom! } });
        apply(after, all.slice(replayedFrom), replayedFrom! + 1);
        expect([isFresh, told(after)]).toEqual([true, told(before)]);
      }),
      { numRuns: 150 },
    );
  });

  it('K-08 resume in a new process: a snapshot taken while events go on and the replay from its beginning are the same state', async () => {
    await fc.assert(
      fc.asyncProperty(orderly, fc.nat(60), fc.integer({ min: 1, max: 12 }), fc.nat(3), async (events, at, pace, lag) => {
        const all = [...START, ['GUILD_CREATE', guild({ id: id(2), channels: [], roles: [] })] as const, ...events];
        let applied = Math.min(3 + at, all.length);
        const savedAt = applied;
        const before = keepingAll();
        apply(before, all.slice(0, applied), 1);
        const lines: string[] = [];
        // What is saved of the session lags behind.
        for (const line of before.snapshotLines({ shardId: 0, session: () => ({ id: 'session', sequence: savedAt - lag }) })) {
          lines.push(line);
          const next = all.slice(applied, applied + pace);
          apply(before, next, applied + 1);
          applied += next.length;
        }
        const after = keepingAll();
        await after.restore(lines, { shardId: 0, session: { id: 'session', sequence: savedAt - lag } });
        apply(after, all.slice(savedAt - lag, applied), savedAt - lag + 1);
        expect(told(after)).toEqual(told(before));
      }),
      { numRuns: 150 },
    );
  });
});

describe('a new session', () => {
  it('K-09 leaves no stale entity: its guilds are those of a cache that was born with it', () => {
    fc.assert(
      fc.property(history, fc.subarray([...GUILDS]), (events, present) => {
        const [cache, born] = [played(events), keepingAll()];
        for (const target of [cache, born]) {
          apply(target, [['READY', ready(present.map(id))], ...present.map((n): Event => ['GUILD_CREATE', birth(n)])]);
        }
        expect(told(cache)['guilds']).toEqual(told(born)['guilds']);
        expect(cache.unavailableGuildIds()).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('K-09, K-10 of one shard never touches the guilds of another', () => {
    fc.assert(
      fc.property(history, (events) => {
        const cache = keepingAll();
        const shardOf = ({ guild_id: guildId, id: own }: Json): number => (guildId === id(2) || own === id(2) ? 1 : 0);
        for (const [t, d] of [...BEGINNING, ...events]) {
          if (t !== 'READY') send(cache, t, structuredClone(d), shardOf(d));
          else for (const shard of [0, 1]) send(cache, t, ready([id(shard + 1)]), shard);
        }
        const before = told(cache)['guilds'] as Json;
        send(cache, 'READY', ready([], { user: undefined }), 0);
        const { [id(1)]: _dropped, ...others } = before;
        expect(told(cache)['guilds']).toEqual(others);
        // Who was in both guilds is still known.
        for (const { user_id: userId } of cache.all('members', id(2))) expect(cache.user(userId)).toBeDefined();
      }),
      { numRuns: 100 },
    );
  });
});

describe('a user in guilds of two shards', () => {
  it('K-10 two shards, one user: is as the last of them said, and goes with the last of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(0, 1), fc.constantFrom('ADD', 'UPDATE', 'REMOVE'), fc.nat(9)), { maxLength: 30 }),
        (deeds) => {
          const cache = keepingAll();
          for (const shard of [0, 1]) {
            send(cache, 'READY', ready([id(shard + 1)]), shard);
            send(cache, 'GUILD_CREATE', guild({ id: id(shard + 1) }), shard);
          }
          const homes = new Set<number>();
          let name: string | undefined;
          for (const [shard, verb, n] of deeds) {
            if (verb === 'UPDATE' && !homes.has(shard)) continue;
            if (verb === 'REMOVE') homes.delete(shard);
            else homes.add(shard);
            if (verb !== 'REMOVE') name = `name${String(n)}`;
            send(
              cache,
              `GUILD_MEMBER_${verb}`,
              { ...member(905, { user: user(905, { username: name }) }), guild_id: id(shard + 1) },
              shard,
            );
            expect(cache.user(id(905))?.username).toBe(homes.size === 0 ? undefined : name);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
