import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GlobalWindow } from '../../src/ratelimit/GlobalWindow.js';

describe('the global limit', () => {
  it('has a place again a second after its request was answered, while little is known of the network', () => {
    const window = new GlobalWindow(1);
    window.take();
    expect(window.nextMs(0)).toBe(Infinity);
    window.measure(0, 30);
    window.answered(30);
    expect([window.nextMs(30), window.nextMs(1_032)]).toEqual([1_032, 1_032]);
  });

  it('has a place again a second after its request was sent, when its round trip was the shortest of many', () => {
    const window = new GlobalWindow(1);
    for (let atMs = 0; atMs < 10_000; atMs += 50) window.measure(atMs, atMs + 30);
    window.take();
    window.measure(10_000, 10_030);
    window.answered(10_030);
    expect(window.nextMs(10_030)).toBe(11_002);
  });

  it('keeps the place of a lost request for a second', () => {
    const window = new GlobalWindow(1);
    window.take();
    window.lost(500);
    expect(window.nextMs(500)).toBe(1_502);
  });

  it('has the place of a request at once that was not sent', () => {
    const window = new GlobalWindow(1);
    window.take();
    window.giveBack();
    expect(window.nextMs(0)).toBe(0);
  });

  it.each([0, Infinity, NaN, -1])('is off with %p', (perSecond) => {
    const window = new GlobalWindow(perSecond);
    for (let request = 0; request < 10_000; request += 1) window.take();
    expect(window.nextMs(0)).toBe(0);
  });

  it('R-09 lets no more arrive in any second than it has places, whatever the ways there and back take', () => {
    const way = fc.tuple(fc.integer({ min: 5, max: 300 }), fc.integer({ min: 5, max: 300 }));
    fc.assert(
      fc.property(fc.array(way, { minLength: 1, maxLength: 60 }), (ways) => {
        const arrivals = arrivalsOf(ways, new GlobalWindow(5));
        for (const fromMs of arrivals)
          expect(arrivals.filter((atMs) => atMs >= fromMs && atMs < fromMs + 1_000).length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

/** When requests arrive that are sent as early as the window lets them, after some calm traffic that takes 10 ms there and back. */
function arrivalsOf(ways: readonly (readonly [number, number])[], window: GlobalWindow): number[] {
  for (let atMs = 0; atMs < 5_000; atMs += 20) window.measure(atMs, atMs + 10);
  const answers: { readonly sentMs: number; readonly atMs: number }[] = [];
  const arrivals: number[] = [];
  let nowMs = 5_000;
  for (const [there, back] of ways) {
    for (;;) {
      const freeMs = window.nextMs(nowMs);
      if (freeMs <= nowMs) break;
      const next = answers.sort((one, other) => one.atMs - other.atMs)[0];
      nowMs = Math.min(freeMs, next?.atMs ?? Infinity);
      if (next?.atMs !== nowMs) continue;
      answers.shift();
      window.measure(next.sentMs, nowMs);
      window.answered(nowMs);
    }
    window.take();
    arrivals.push(nowMs + there);
    answers.push({ sentMs: nowMs, atMs: nowMs + there + back });
  }
  return arrivals;
}
