import { describe, expect, it } from '@jest/globals';
import { MemoryCacheSnapshotStore, type CachePolicy, type CacheSnapshotStore } from '@aplomb/cache';
import { MemorySessionStore, type StoredSession } from '@aplomb/gateway';
import { ColdStart } from '../src/ColdStart.js';
import { refillWorld, settled } from './refillWorld.js';
import { BOT, GUILD } from './structures/samples.js';

const FIVE_MINUTES = 300_000;
const KEY = { shardId: 0, shardTotal: 1 };
const SESSION = { ...KEY, id: 's', sequence: 7, guildIds: ['1'] } as unknown as StoredSession;
const RUNNING = () => ({ ids: [0], total: 1 });

/** A store that counts what it is asked, and fails as often as it is told to. */
function countingStore(failures = 0): CacheSnapshotStore & { saves: number } {
  const store = new MemoryCacheSnapshotStore();
  const counting = {
    saves: 0,
    load: (key: typeof KEY) => store.load(key),
    delete: (key: typeof KEY) => store.delete(key),
    save: (key: typeof KEY, lines: Iterable<string>) => {
      counting.saves += 1;
      return counting.saves <= failures ? Promise.reject(new TypeError('disk')) : store.save(key, lines);
    },
  };
  return counting;
}

function coldWorld(snapshots?: CacheSnapshotStore, policy: CachePolicy = {}) {
  const world = refillWorld(undefined, policy);
  const cold = new ColdStart({ ...world.options, snapshots });
  return { ...world, cold };
}

/** What a process leaves behind that knew guild 1, and whose session came as far as `sequence`. */
async function leftBehind(sequence = 7): Promise<MemoryCacheSnapshotStore> {
  const snapshots = new MemoryCacheSnapshotStore();
  const { apply, cold } = coldWorld(snapshots);
  apply('READY', { user: BOT, guilds: [{ id: '1', unavailable: true }], application: { id: '8', flags: 0 } });
  apply('GUILD_CREATE', GUILD);
  await cold.watched(new MemorySessionStore()).save({ ...SESSION, sequence });
  await cold.save([0], 1);
  return snapshots;
}

describe('snapshots that are written from time to time', () => {
  it('are written every five minutes', async () => {
    const store = countingStore();
    const { clock, cold } = coldWorld(store);
    cold.saveRegularly(RUNNING);
    for (const saves of [0, 1, 2]) {
      expect(store.saves).toBe(saves);
      clock.advance(FIVE_MINUTES);
      await settled();
    }
  });

  it('are not written a moment before', async () => {
    const store = countingStore();
    const { clock, cold } = coldWorld(store);
    cold.saveRegularly(RUNNING);
    clock.advance(FIVE_MINUTES - 1);
    await settled();
    expect(store.saves).toBe(0);
  });

  it('are told where the store fails, and written again', async () => {
    const store = countingStore(1);
    const { clock, cold, told } = coldWorld(store);
    cold.saveRegularly(RUNNING);
    clock.advance(FIVE_MINUTES);
    await settled();
    expect(told).toMatchObject([
      {
        code: 'CACHE_SNAPSHOT_FAILED',
        message: expect.stringMatching(/shard 0 could not be written/) as unknown,
        cause: { message: 'disk' },
      },
    ]);
    clock.advance(FIVE_MINUTES);
    await settled();
    expect([store.saves, told.length, await store.load(KEY)]).toEqual([2, 1, expect.any(Array)]);
  });

  it('wait for shards', async () => {
    const store = countingStore();
    const { clock, cold } = coldWorld(store);
    let running: ReturnType<typeof RUNNING> | null = null;
    cold.saveRegularly(() => running);
    clock.advance(FIVE_MINUTES);
    await settled();
    expect(store.saves).toBe(0);
    running = RUNNING();
    clock.advance(FIVE_MINUTES);
    await settled();
    expect(store.saves).toBe(1);
  });

  it('are written no more after the stop, also when it comes in the middle of one', async () => {
    const store = countingStore();
    const { clock, cold } = coldWorld(store);
    cold.saveRegularly(RUNNING);
    clock.advance(FIVE_MINUTES);
    cold.stop();
    await settled();
    expect([store.saves, clock.pendingTimers]).toEqual([1, 0]);
  });

  it('need a store', async () => {
    const { clock, cold } = coldWorld();
    cold.saveRegularly(RUNNING);
    await cold.save([0], 1);
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('a process that goes on with a session', () => {
  it('has its guilds from the snapshot, and fetches none', async () => {
    const { cache, cold, methods } = coldWorld(await leftBehind());
    await cold.prepare(SESSION);
    await settled();
    expect([cache.guild('1')?.name, cold.missing, methods()]).toEqual(['Home', [], []]);
  });

  it('fetches those that the snapshot lacks', async () => {
    const { cache, calls, cold } = coldWorld(await leftBehind());
    await cold.prepare({ ...SESSION, guildIds: ['1', '5'] });
    expect(cold.missing).toEqual(['5']);
    await settled();
    expect(calls.filter(([name]) => name === 'guilds.get').map(([, id]) => id)).toEqual(['5']);
    expect(cache.guild('5')?.id).toBe('5');
  });

  it.each([
    ['there is no store', () => Promise.resolve(undefined)],
    ['there is no snapshot', () => Promise.resolve(new MemoryCacheSnapshotStore())],
    ['the snapshot is older than what Discord sends again', () => leftBehind(3)],
  ])('fetches all of them where %s', async (_, snapshots) => {
    const { cold } = coldWorld(await snapshots());
    await cold.prepare(SESSION);
    expect(cold.missing).toEqual(['1']);
  });

  it('fetches none where none is to be kept', async () => {
    const { cold } = coldWorld(undefined, { guilds: false });
    await cold.prepare(SESSION);
    expect(cold.missing).toEqual([]);
  });

  it('tells that a snapshot cannot be read, and fetches', async () => {
    const store = { ...countingStore(), load: () => Promise.reject(new TypeError('disk')) };
    const { cold, told } = coldWorld(store);
    await cold.prepare(SESSION);
    expect(cold.missing).toEqual(['1']);
    expect(told).toMatchObject([{ code: 'CACHE_SNAPSHOT_FAILED', message: expect.stringMatching(/shard 0 could not be read/) as unknown }]);
  });

  it.each(['forget', 'stop'] as const)('wants nothing any more after %s', async (end) => {
    const { cold } = coldWorld();
    await cold.prepare(SESSION);
    if (end === 'forget') cold.forget(0);
    else cold.stop();
    expect(cold.missing).toEqual([]);
  });
});

describe('a store of sessions that is watched', () => {
  it('keeps sessions as before', async () => {
    const inner = new MemorySessionStore();
    const store = coldWorld().cold.watched(inner);
    await store.save(SESSION);
    expect(await store.load(KEY)).toEqual(await inner.load(KEY));
    await store.delete(KEY);
    expect(await inner.load(KEY)).toBeNull();
  });
});
