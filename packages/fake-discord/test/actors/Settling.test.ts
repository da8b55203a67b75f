import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { Settling } from '../../src/actors/Settling.js';
import type { SettlingParts } from '../../src/actors/Settling.js';

function arrange(change: Partial<SettlingParts> = {}) {
  const clock = new ManualClock();
  const errors: unknown[] = [];
  let probes = 0;
  const { probeSessions = () => Promise.resolve({ isProven: true, sessions: 1 }), ...others } = change;
  const parts: SettlingParts = {
    activity: () => 0,
    attached: new Set(),
    clock,
    limitMs: 100,
    onError: (error) => errors.push(error),
    probeSessions: () => {
      probes += 1;
      return probeSessions();
    },
    rest: { inFlight: 0, idle: () => Promise.resolve() },
    repetitionMs: () => 0,
    sessionsReturn: () => Promise.resolve(),
    ...others,
  };
  const settling = new Settling(parts);
  let isSettled = false;
  const settled = settling.settle().finally(() => (isSettled = true));
  settled.catch(() => undefined);
  return { clock, errors, probes: () => probes, settled, isSettled: async () => (await turns(), isSettled) };
}

/** Lets every promise that can go on do so. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

const idleClient = { idle: () => Promise.resolve(), on: () => undefined };

describe('a world in which nobody listens', () => {
  it('is settled at once, and leaves no timer', async () => {
    const { clock, isSettled } = arrange({ probeSessions: () => Promise.resolve({ isProven: true, sessions: 0 }) });
    expect([await isSettled(), clock.pendingTimers]).toEqual([true, 0]);
  });
});

describe('a bot that was not attached', () => {
  it('is given 20 ms of quiet', async () => {
    const { clock, isSettled } = arrange();
    const states = [await isSettled()];
    for (let step = 0; step < 4; step += 1) {
      clock.advance(5);
      states.push(await isSettled());
    }
    expect(states).toEqual([false, false, false, false, true]);
  });

  it('is waited for while it only waits as it was told, unless that is too long for the limit', async () => {
    let repetitionMs = 49;
    const { clock, isSettled } = arrange({ repetitionMs: () => repetitionMs });
    const wait = async (): Promise<boolean> => {
      for (let step = 0; step < 4; step += 1) {
        await turns();
        clock.advance(5);
      }
      return isSettled();
    };
    const states = [await wait()];
    repetitionMs = 50;
    states.push(await wait());
    expect(states).toEqual([false, true]);
  });

  it('is not taken for quiet while it blocks the process', async () => {
    const { clock, isSettled } = arrange();
    await turns();
    clock.stall(50);
    expect(await isSettled()).toBe(false);
  });
});

describe('an attached bot', () => {
  it('that lost its connection is waited for, for half of the limit at most', async () => {
    const waits: number[] = [];
    let comeBack = (): void => undefined;
    const sessionsReturn = (ms: number): Promise<void> => new Promise((resolve) => void (waits.push(ms), (comeBack = resolve)));
    const { isSettled } = arrange({ attached: new Set([idleClient]), sessionsReturn });
    expect(await isSettled()).toBe(false);
    comeBack();
    expect([await isSettled(), waits]).toEqual([true, [50]]);
  });

  it('is settled as soon as it says so', async () => {
    expect(await arrange({ attached: new Set([idleClient]) }).isSettled()).toBe(true);
  });

  it('is given 20 ms as well when its sessions could not all be asked', async () => {
    const probeSessions = () => Promise.resolve({ isProven: false, sessions: 1 });
    const { clock, isSettled } = arrange({ attached: new Set([idleClient]), probeSessions });
    expect(await isSettled()).toBe(false);
    for (let step = 0; step < 4; step += 1) {
      clock.advance(5);
      await turns();
    }
    expect(await isSettled()).toBe(true);
  });

  it('is asked again when something new began meanwhile', async () => {
    const counts = [0, 0, 1, 1];
    const { isSettled, probes } = arrange({ attached: new Set([idleClient]), activity: () => counts.shift() ?? 1 });
    expect([await isSettled(), probes()]).toEqual([true, 2]);
  });

  it('that fails to say when it is idle is reported and not waited for', async () => {
    const error = new TypeError('no');
    const { errors, isSettled } = arrange({ attached: new Set([{ ...idleClient, idle: () => Promise.reject(error) }]) });
    expect(await isSettled()).toBe(true);
    expect(errors).toEqual([error]);
  });

  it('that never comes to rest fails by name after the limit', async () => {
    const busy = { ...idleClient, idle: () => new Promise<void>(() => undefined) };
    const { clock, settled } = arrange({ attached: new Set([busy]), rest: { inFlight: 2, idle: () => Promise.resolve() } });
    await turns();
    clock.advance(100);
    await expect(settled).rejects.toMatchObject({ code: 'FAKE_UNSETTLED', message: expect.stringContaining('100 ms: 2 of its requests') });
  });
});
