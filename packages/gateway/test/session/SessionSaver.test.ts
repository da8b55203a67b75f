import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import fc from 'fast-check';
import { MemorySessionStore } from '../../src/session/MemorySessionStore.js';
import { SessionSaver } from '../../src/session/SessionSaver.js';
import type { SessionStore, ShardKey, StoredSession } from '../../src/session/SessionStore.js';
import { pass } from '../identify/virtualTime.js';

const key: ShardKey = { shardId: 0, shardTotal: 1 };
const sessionAt = (sequence: number, fingerprint = 'f'): StoredSession => ({
  ...key,
  id: 'c0ffee',
  resumeUrl: null,
  sequence,
  applicationId: null,
  userId: null,
  guildIds: [],
  savedAtMs: 0,
  fingerprint,
});

function newSaver(store: SessionStore = new MemorySessionStore()) {
  const clock = new ManualClock();
  const warnings: string[] = [];
  const saver = new SessionSaver({ clock, fingerprint: 'f', key, onWarn: ({ message }) => warnings.push(message), store });
  const state = { sequence: 0 };
  const snapshot = (): StoredSession => sessionAt(state.sequence);
  const deliver = (): void => {
    state.sequence += 1;
    saver.note(snapshot);
  };
  return { clock, warnings, saver, store, state, deliver };
}

/** A store that counts its saves and can be made to fail or to take time. */
class WatchedStore extends MemorySessionStore {
  readonly saved: number[] = [];
  underWay = 0;
  mostUnderWay = 0;
  before: () => Promise<void> = () => Promise.resolve();

  override async save(session: StoredSession): Promise<void> {
    this.underWay += 1;
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
    try {
      await this.before();
      this.saved.push(session.sequence);
      await super.save(session);
    } finally {
      this.underWay -= 1;
    }
  }
}

describe('a session saver', () => {
  it('saves at most once in 250 ms, and the last state', async () => {
    const store = new WatchedStore();
    const { clock, deliver } = newSaver(store);
    for (let ms = 0; ms < 1_000; ms += 1) {
      deliver();
      await pass(clock, 1);
    }
    expect(store.saved).toEqual([1, 250, 500, 750, 1_000]);
  });

  it('P-12 has one write under way, however slow the store, and then saves the last state', async () => {
    const store = new WatchedStore();
    const { clock, deliver } = newSaver(store);
    store.before = () => new Promise((resolve) => void clock.after(1_000, resolve));
    for (let n = 0; n < 30; n += 1) {
      deliver();
      await pass(clock, 100);
    }
    await pass(clock, 2_000);
    expect(store.mostUnderWay).toBe(1);
    expect(store.saved.at(-1)).toBe(30);
  });

  it('P-12 never stores a sequence that is lower than the one before, or that was not delivered, at any latency', async () => {
    const step = fc.record({ waitMs: fc.nat(60), deed: fc.constantFrom('deliver', 'deliver', 'deliver', 'flush'), latencyMs: fc.nat(50) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
        const store = new WatchedStore();
        const { clock, deliver, saver, state } = newSaver(store);
        let latencyMs = 0;
        store.before = () => new Promise((resolve) => void clock.after(latencyMs, resolve));
        for (const { waitMs, deed, latencyMs: next } of steps) {
          latencyMs = next;
          if (deed === 'deliver') deliver();
          else void saver.flush();
          await pass(clock, waitMs);
          expect(Math.max(0, ...store.saved)).toBeLessThanOrEqual(state.sequence);
        }
        await pass(clock, 1_000);
        expect(store.saved).toEqual([...store.saved].sort((a, b) => a - b));
        expect([store.saved.at(-1) ?? 0, store.mostUnderWay <= 1]).toEqual([state.sequence, true]);
      }),
      { numRuns: 100 },
    );
  });

  it('has saved everything that was noted when a flush resolves', async () => {
    const store = new WatchedStore();
    const { clock, deliver, saver } = newSaver(store);
    deliver();
    await pass(clock, 10);
    deliver();
    await saver.flush();
    expect(store.saved).toEqual([1, 2]);
  });

  it('resolves two flushes at once only when both are true', async () => {
    const store = new WatchedStore();
    const { clock, deliver, saver } = newSaver(store);
    store.before = () => new Promise((resolve) => void clock.after(100, resolve));
    deliver();
    await pass(clock, 0);
    deliver();
    const flushed = [saver.flush(), saver.flush()].map((flush) => flush.then(() => store.saved.length));
    await pass(clock, 1_000);
    expect(await Promise.all(flushed)).toEqual([2, 2]);
  });

  it('leaves no timer and writes nothing when there is nothing new', async () => {
    const store = new WatchedStore();
    const { clock, deliver, saver } = newSaver(store);
    deliver();
    await pass(clock, 1_000);
    await saver.flush();
    expect([store.saved, clock.pendingTimers]).toEqual([[1], 0]);
  });

  it('gives back what it saved, and nothing after it was told to forget', async () => {
    const { deliver, saver } = newSaver();
    deliver();
    await saver.flush();
    expect((await saver.load())?.sequence).toBe(1);
    saver.forget();
    await saver.flush();
    expect(await saver.load()).toBeNull();
  });

  it('saves the next session after a forgotten one', async () => {
    const { deliver, saver } = newSaver();
    saver.forget();
    deliver();
    await saver.flush();
    expect((await saver.load())?.sequence).toBe(1);
  });

  it('does not give back a session of other options', async () => {
    const store = new MemorySessionStore();
    await store.save(sessionAt(5, 'other intents'));
    expect(await newSaver(store).saver.load()).toBeNull();
  });
});

describe('a session saver with a store that fails', () => {
  const failing = (): Promise<never> => Promise.reject(new Error('EIO'));

  it('warns once until the store works again', async () => {
    const store = new WatchedStore();
    const { clock, deliver, warnings } = newSaver(store);
    for (const before of [failing, failing, () => Promise.resolve(), failing]) {
      store.before = before;
      deliver();
      await pass(clock, 300);
    }
    expect(warnings).toEqual([expect.stringContaining('shard 0 of 1 could not be written'), expect.anything()]);
  });

  it('starts without a session', async () => {
    const { saver, warnings } = newSaver({ load: failing, save: failing, delete: failing });
    expect(await saver.load()).toBeNull();
    expect(warnings.length).toBe(1);
  });

  it('survives a store that throws instead of rejecting', async () => {
    const thrown = (): never => {
      throw new Error('EIO');
    };
    const { saver, deliver, warnings } = newSaver({ load: thrown, save: thrown, delete: thrown });
    deliver();
    await saver.flush();
    saver.forget();
    await saver.flush();
    expect([await saver.load(), warnings.length]).toEqual([null, 1]);
  });

  it('waits 5 seconds at most for one that never answers', async () => {
    const silent = (): Promise<never> => new Promise(() => undefined);
    const { clock, saver, deliver, warnings } = newSaver({ load: silent, save: silent, delete: silent });
    const loaded = saver.load();
    deliver();
    const flushed = saver.flush();
    await pass(clock, 5_000);
    await flushed;
    expect([await loaded, warnings.length, clock.pendingTimers]).toEqual([null, 1, 0]);
  });
});
