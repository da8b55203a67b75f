import { describe, expect, it } from '@jest/globals';
import { EventLoop } from '../../../src/sim/world/EventLoop.js';
import { SimProcess } from '../../../src/sim/world/SimProcess.js';

function makeProcess() {
  const loop = new EventLoop();
  return { loop, process: new SimProcess(loop), told: [] as string[] };
}

describe('a simulated process', () => {
  it('that was stopped catches up with its timers and its sockets, in either order', async () => {
    for (const readsFirst of [true, false]) {
      const { loop, process, told } = makeProcess();
      process.after(5_000, () => told.push(`timer at ${Math.floor(process.nowMs())}`));
      process.freeze(60_000, { isAsleep: false, readsFirst });
      loop.after(1_000, () => {
        process.deliver(() => told.push('read'));
      });
      await loop.runUntil(70_000);
      expect(told).toEqual(readsFirst ? ['read', 'timer at 60000'] : ['timer at 60000', 'read']);
    }
  });

  it('that slept has a monotonic clock that stood still, and a wall clock that did not', async () => {
    const { loop, process, told } = makeProcess();
    process.after(5_000, () => told.push(`timer after ${Math.round(loop.nowMs())}`));
    const wallMs = process.wallMs();
    process.freeze(60_000, { isAsleep: true, readsFirst: true });
    await loop.runUntil(100_000);
    expect(told).toEqual(['timer after 65000']);
    expect(Math.round(process.nowMs())).toBe(40_000);
    expect(Math.round(process.wallMs() - wallMs)).toBe(100_000);
  });

  it('that was killed never does anything again', async () => {
    const { loop, process, told } = makeProcess();
    process.after(5, () => told.push('timer'));
    process.kill();
    process.deliver(() => told.push('read'));
    await loop.runUntil(100);
    expect(told).toEqual([]);
  });

  it('counts the timers that wait', async () => {
    const { loop, process } = makeProcess();
    const cancel = process.after(5, () => undefined);
    process.after(6, () => undefined);
    expect(process.pendingTimers).toBe(2);
    cancel();
    cancel();
    expect(process.pendingTimers).toBe(1);
    await loop.runUntil(10);
    expect(process.pendingTimers).toBe(0);
  });
});
