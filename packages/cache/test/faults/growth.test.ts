import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ManualClock } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import type { Cache } from '../../src/Cache.js';
import { CHANNEL, channel, GUILD, guild, id, member, message, ready, role, send, user } from '../payloads.js';
import { LIVES } from '../model/lives.js';
import { apply, keepingAll } from '../model/play.js';
import { told } from '../told.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function home(clock = new ManualClock()): Cache {
  const cache = keepingAll({ clock });
  send(cache, 'READY', ready());
  send(cache, 'GUILD_CREATE', guild());
  return cache;
}

/** What is alive on the heap, in bytes. */
function settledHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let n = 0; n < 3; n += 1) collect();
  return process.memoryUsage().heapUsed;
}

/** An hour in which everything comes and goes, some of it without an end, and some for guilds and channels that never come. */
function churn(cache: Cache, hour: number): void {
  for (let n = 0; n < 60; n += 1) {
    const fresh = 1_000_000 + (hour * 60 + n) * 20;
    for (const life of LIVES) apply(cache, life(fresh));
    send(cache, 'MESSAGE_CREATE', message(fresh + 2, { content: `never deleted ${String(fresh)}` }));
    send(cache, 'MESSAGE_CREATE', message(fresh + 3, { channel_id: id(fresh + 4), guild_id: undefined, author: user(fresh + 5) }));
    send(cache, 'MESSAGE_CREATE', message(fresh + 6, { channel_id: id(fresh + 7) }));
    send(cache, 'CHANNEL_CREATE', channel(fresh + 8, { guild_id: id(fresh + 9) }));
    send(cache, 'INVITE_CREATE', { code: `invitation${String(fresh)}`, guild_id: GUILD, channel_id: CHANNEL });
    send(cache, 'PRESENCE_UPDATE', { guild_id: GUILD, user: { id: id(901) }, status: 'online', activities: [{ name: String(fresh) }] });
    cache.beginFill();
    cache.fill('users', user(fresh + 10) as never);
    cache.fill('members', member(fresh + 11) as never, { guildId: GUILD });
  }
}

describe('three days of churn', () => {
  it('K-11 memory growth: leave no more behind than one', () => {
    const clock = new ManualClock();
    const cache = home(clock);
    const atMidnight: { readonly heap: number; readonly held: object; readonly bytes: number }[] = [];
    for (let hour = 0; hour < 72; hour += 1) {
      churn(cache, hour);
      clock.advance(HOUR_MS);
      cache.sweep();
      if (hour % 24 !== 23) continue;
      const { abandoned: _abandoned, pooled: _pooled, ...held } = cache.stats();
      atMidnight.push({ heap: settledHeap(), held, bytes: cache.memoryReport().totalBytes });
    }
    const [first, second, third] = atMidnight as [(typeof atMidnight)[0], (typeof atMidnight)[0], (typeof atMidnight)[0]];
    expect([second.held, third.held]).toEqual([first.held, first.held]);
    expect(third.bytes - first.bytes).toBeLessThan(10_000);
    // Two days have passed since the first midnight.
    expect((third.heap - first.heap) / 2).toBeLessThan(1_000_000);
    // What records share has bounds of its own: see the pool's tests.
    expect(cache.stats().pooled).toBeLessThan(2 * 16_384);
  });

  it('K-11 memory growth: what had no end is gone when its time is over', () => {
    const clock = new ManualClock();
    const cache = home(clock);
    for (let hour = 0; hour < 3; hour += 1) churn(cache, hour);
    clock.advance(DAY_MS);
    cache.sweep();
    const { messages, invites, members, parked, threads, presences, privateChannels, users } = cache.stats();
    expect({ messages, invites, members, parked, threads, presences }).toEqual({
      messages: 0,
      invites: 0,
      members: 2,
      parked: 0,
      threads: 0,
      presences: 1,
    });
    // Direct messages are bounded by their number, and hold one user each; then there are the two members.
    expect(users).toBe(privateChannels + 2);
    cache.resize({ privateChannels: { limit: 10 } });
    expect(cache.stats()).toMatchObject({ privateChannels: 10, users: 12 });
  });
});

describe('a store that is slow or down', () => {
  const key = { shardId: 0, shardTotal: 1 };

  it('K-12 Redis slow or down while events flow: the cache goes on telling the truth, and nothing waits or piles up', async () => {
    const cache = home();
    const taken: string[] = [];
    let answer = (): void => undefined;
    const store = {
      // It takes a line only when the network lets it.
      save: async (_key: typeof key, lines: Iterable<string>): Promise<void> => {
        for (const line of lines) {
          taken.push(line);
          await new Promise<void>((resolve) => (answer = resolve));
        }
      },
    };
    let sequence = 0;
    const saving = store.save(key, cache.snapshotLines({ shardId: 0, session: () => ({ id: 'session', sequence }) }));
    const deeds: (readonly [t: string, d: object])[] = [];
    for (let n = 0; n < 1_000; n += 1) {
      deeds.push(['GUILD_MEMBER_ADD', { ...member(2_000 + n), guild_id: GUILD }]);
      cache.apply({ t: 'GUILD_MEMBER_ADD', s: (sequence += 1), d: deeds.at(-1)![1] }, { shardId: 0 });
      expect(cache.count('members', GUILD)).toBe(3 + n);
    }
    // Of a thousand events none was waited for, and none waits: the store has taken one line.
    expect(taken).toHaveLength(1);
    for (let isSaved = false; !isSaved;)
      isSaved = await Promise.race([saving.then(() => true), Promise.resolve().then(() => (answer(), false))]);
    const fresh = keepingAll();
    expect(await fresh.restore(taken, { shardId: 0, session: { id: 'session', sequence: 0 } })).toMatchObject({ isFresh: true });
    deeds.forEach(([t, d], n) => fresh.apply({ t, s: n + 1, d }, { shardId: 0 }));
    expect(told(fresh)).toEqual(told(cache));
  });

  it('K-12 a store that fails: costs the save, and nothing of the cache', async () => {
    const cache = home();
    const before = told(cache);
    const lines = cache.snapshotLines();
    lines.next();
    lines.return?.();
    expect(told(cache)).toEqual(before);
    const broken = (async function* (): AsyncIterable<string> {
      await Promise.reject(new RangeError('connection lost'));
      yield '';
    })();
    await expect(cache.restore(broken)).rejects.toThrow('connection lost');
    expect(told(cache)).toEqual(before);
  });
});

describe('a bot in 150,000 guilds', () => {
  /** The processor time that something takes, in milliseconds: other processes do not count. */
  const costMs = (work: () => void): number => {
    const before = process.cpuUsage();
    work();
    const { user: userMicros, system } = process.cpuUsage(before);
    return (userMicros + system) / 1_000;
  };
  const arrival = (n: number): object => {
    const base = n * 1_000;
    const [channels, roles, members] = [
      Array.from({ length: 10 }, (_, k) => channel(base + 100 + k, { guild_id: id(base) })),
      Array.from({ length: 10 }, (_, k) => role(base + k)),
      Array.from({ length: 10 }, (_, k) => member(base + 200 + k)),
    ];
    return guild({ id: id(base), channels, roles, members: [member(900), ...members] });
  };

  it('K-14 READY with 150,000 guilds; GUILD_CREATE storm of 10,000: no step holds the loop', () => {
    const cache = keepingAll();
    const payload = ready(Array.from({ length: 150_000 }, (_, n) => id(n * 1_000)));
    const readyMs = costMs(() => send(cache, 'READY', payload));
    expect(cache.stats().unavailableGuilds).toBe(150_000);
    const costs = Array.from({ length: 10_000 }, (_, n) => {
      const d = arrival(n);
      return costMs(() => send(cache, 'GUILD_CREATE', d));
    });
    expect(cache.stats()).toMatchObject({ guilds: 10_000, unavailableGuilds: 140_000 });
    expect(costs.filter((ms) => ms > 10).length).toBeLessThanOrEqual(10);
    // The collector's threads are paid by the step in which they happen to run: at most some few.
    expect(costs.filter((ms) => ms > 50).length).toBeLessThanOrEqual(3);
    // One step for the whole list: 60 ms on a quiet machine. This bound catches what grows faster than the list.
    expect(readyMs).toBeLessThan(500);
  }, 60_000);

  it('K-14 a storm takes as long per guild at its end as at its beginning', () => {
    const cache = keepingAll();
    const thousand = (from: number): number => {
      const arrivals = Array.from({ length: 1_000 }, (_, n) => arrival(from + n));
      return costMs(() => {
        for (const d of arrivals) send(cache, 'GUILD_CREATE', d);
      });
    };
    const costs = Array.from({ length: 8 }, (_, n) => thousand(n * 1_000));
    // The best of each half: the collector strikes where it likes.
    expect(Math.min(...costs.slice(4))).toBeLessThan(3 * Math.min(...costs.slice(0, 4)));
  }, 60_000);
});
