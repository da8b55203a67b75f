import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EventLoop } from '../../../src/sim/world/EventLoop.js';

describe('an event loop in virtual time', () => {
  it('calls everything in the order of its instants, and what has the same instant in the order of its making', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 20 })), async (delays) => {
        const loop = new EventLoop();
        const called: [number, number][] = [];
        delays.forEach((delay, index) => loop.after(delay, () => void called.push([delay, index])));
        await loop.runUntil(100);
        expect(called).toEqual(delays.map((delay, index): [number, number] => [delay, index]).sort(([a, i], [b, j]) => a - b || i - j));
      }),
    );
  });

  it('is never early, and always moves on', async () => {
    const loop = new EventLoop();
    await loop.runUntil(8_123.4567);
    const dueMs = loop.nowMs() + 1e-9;
    let firedMs = 0;
    loop.after(1e-9, () => {
      firedMs = loop.nowMs();
    });
    await loop.runUntil(9_000);
    expect(firedMs).toBeGreaterThan(dueMs);
  });

  it('does not call what was taken back', async () => {
    const loop = new EventLoop();
    let calls = 0;
    const cancel = loop.after(5, () => {
      calls += 1;
    });
    cancel();
    await loop.runUntil(10);
    expect(calls).toBe(0);
  });

  it('lets promises settle before time goes on', async () => {
    const loop = new EventLoop();
    const settledMs: number[] = [];
    loop.after(1, () => {
      loop.isUnsettled = true;
      void Promise.resolve()
        .then(() => undefined)
        .then(() => settledMs.push(Math.floor(loop.nowMs())));
    });
    loop.after(2, () => undefined);
    await loop.runUntil(10);
    expect(settledMs).toEqual([1]);
  });
});
