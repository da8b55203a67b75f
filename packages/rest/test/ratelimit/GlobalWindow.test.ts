import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GlobalWindow, type GlobalPlace } from '../../src/ratelimit/GlobalWindow.js';

function open(perSecond: number): { readonly window: GlobalWindow; readonly take: () => GlobalPlace } {
  const window = new GlobalWindow(perSecond);
  return { window, take: () => window.take()! };
}

/** Traffic from which the least round trip is learnt, so many milliseconds. */
function calm(window: GlobalWindow, roundTripMs: number): void {
  for (let atMs = 0; atMs < 10_000; atMs += 50) window.measure(atMs, atMs + roundTripMs);
}

describe('the global limit', () => {
  it('has a place again a second after its request was answered, while little is known of the network', () => {
    const { take, window } = open(1);
    const place = take();
    window.written(place, 0);
    window.measure(0, 30);
    window.answered(place, 0, 30);
    expect([window.nextMs(30), window.nextMs(1_032)]).toEqual([1_032, 1_032]);
  });

  it('has a place again a second after its request was written, when its round trip was the shortest of many', () => {
    const { take, window } = open(1);
    calm(window, 30);
    const place = take();
    window.written(place, 10_000);
    window.measure(10_000, 10_030);
    window.answered(place, 10_000, 10_030);
    expect(window.nextMs(10_030)).toBe(11_002);
  });

  it('charges an answer that took long to the server, not to the way there', () => {
    const { take, window } = open(1);
    calm(window, 30);
    const place = take();
    window.written(place, 10_000);
    expect(window.nextMs(10_000)).toBe(11_027);
    window.measure(10_000, 10_900);
    window.answered(place, 10_000, 10_900);
    expect(window.nextMs(10_900)).toBe(11_027);
  });

  it('is not held up by requests that nobody answers', () => {
    const { take, window } = open(50);
    for (let request = 0; request < 50; request += 1) window.written(take(), 0);
    expect([window.nextMs(0), window.nextMs(1_502)]).toEqual([1_502, 1_502]);
  });

  it('keeps the place of a request that waits for a connection', () => {
    const { take, window } = open(1);
    const place = take();
    expect(window.nextMs(5_000)).toBe(Infinity);
    window.written(place, 5_000);
    expect(window.nextMs(5_000)).toBe(6_502);
  });

  it('believes its sender where nobody tells when a request was written', () => {
    const { take, window } = open(1);
    const place = take();
    window.measure(0, 40);
    window.answered(place, 0, 40);
    expect(window.nextMs(40)).toBe(1_042);
  });

  it('hears an answer that comes after its place was taken again', () => {
    const { take, window } = open(1);
    const first = take();
    window.written(first, 0);
    expect(window.nextMs(1_600)).toBe(1_600);
    window.written(take(), 1_600);
    window.answered(first, 0, 1_700);
    expect(window.nextMs(1_700)).toBe(3_102);
  });

  it('grows careful when Discord counts more, and bold again in calm minutes', () => {
    const { take, window } = open(1);
    const freeAfter = (atMs: number): number => {
      for (let each = atMs - 4_000; each < atMs; each += 20) window.measure(each, each + 30);
      const place = take();
      window.written(place, atMs);
      const freeMs = window.nextMs(atMs) - atMs;
      window.giveBack(place);
      return freeMs;
    };
    const before = freeAfter(10_000);
    window.exceeded(10_000);
    window.exceeded(10_000);
    expect([before, freeAfter(11_000), freeAfter(71_000), freeAfter(200_000)]).toEqual([1_027, 1_102, 1_052, 1_027]);
  });

  it('keeps the place of a lost request for a second, and for as long as it may have been on its way', () => {
    const { take, window } = open(1);
    window.lost(take(), 500);
    expect(window.nextMs(500)).toBe(2_002);
  });

  it('has the place of a request at once that was not sent, written or not', () => {
    const { take, window } = open(1);
    window.giveBack(take());
    const place = take();
    window.written(place, 0);
    window.giveBack(place);
    expect(window.nextMs(0)).toBe(0);
  });

  it.each([0, Infinity, NaN, -1])('is off with %p', (perSecond) => {
    const window = new GlobalWindow(perSecond);
    expect(window.take()).toBeNull();
    expect(window.nextMs(0)).toBe(0);
  });

  it('R-09 lets no more arrive in any second than it has places, whatever the answers take and the ways within the spread', () => {
    const way = fc.tuple(fc.integer({ min: 5, max: 30 }), fc.integer({ min: 5, max: 3_000 }));
    fc.assert(
      fc.property(fc.array(way, { minLength: 1, maxLength: 60 }), (ways) => {
        const arrivals = arrivalsOf(ways, new GlobalWindow(5));
        for (const fromMs of arrivals)
          expect(arrivals.filter((atMs) => atMs >= fromMs && atMs < fromMs + 1_000).length).toBeLessThanOrEqual(5);
      }),
    );
  });
});

interface Sent {
  readonly place: GlobalPlace;
  readonly sentMs: number;
  readonly atMs: number;
}

/** When requests arrive that are sent as early as the window lets them, after some calm traffic that takes 10 ms there and back. */
function arrivalsOf(ways: readonly (readonly [number, number])[], window: GlobalWindow): number[] {
  for (let atMs = 0; atMs < 5_000; atMs += 20) window.measure(atMs, atMs + 10);
  const answers: Sent[] = [];
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
      window.answered(next.place, next.sentMs, nowMs);
    }
    const place = window.take()!;
    window.written(place, nowMs);
    arrivals.push(nowMs + there);
    answers.push({ place, sentMs: nowMs, atMs: nowMs + there + back });
  }
  return arrivals;
}
