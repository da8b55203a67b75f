import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GlobalWindow, type GlobalPlace } from '../../src/ratelimit/GlobalWindow.js';

function open(perSecond: number): { readonly window: GlobalWindow; readonly take: () => GlobalPlace } {
  const window = new GlobalWindow(perSecond);
  return { window, take: () => window.take()! };
}

/** Traffic from which the fastest way there is learnt, of so many milliseconds there and back. */
function calm(window: GlobalWindow, roundTripMs: number): void {
  for (let atMs = 0; atMs < 10_000; atMs += 50) window.measure(atMs, atMs + roundTripMs, null);
}

/** Writes a request in each of so many places. */
function fill(window: GlobalWindow, count: number, nowMs: number): GlobalPlace[] {
  const taken = Array.from({ length: count }, () => window.take()!);
  for (const place of taken) window.written(place, nowMs);
  return taken;
}

/** How many requests may go at once. */
function room(window: GlobalWindow, nowMs: number): number {
  const taken: GlobalPlace[] = [];
  for (; window.nextMs(nowMs) <= nowMs && taken.length < 1_000; taken.push(window.take()!));
  for (const place of taken) window.giveBack(place);
  return taken.length;
}

describe('the global limit', () => {
  it('has a place again a second after its request was answered, while little is known of the network', () => {
    const { take, window } = open(1);
    const place = take();
    window.written(place, 0);
    window.measure(0, 30, null);
    window.answered(place, 0, 30, null);
    expect([window.nextMs(30), window.nextMs(1_033)]).toEqual([1_033, 1_033]);
  });

  it('has a place again a second after its request was written, when its round trip was the shortest of many', () => {
    const { take, window } = open(1);
    calm(window, 30);
    const place = take();
    window.written(place, 10_000);
    window.measure(10_000, 10_030, null);
    window.answered(place, 10_000, 10_030, null);
    expect(window.nextMs(10_030)).toBe(11_003);
  });

  it('charges an answer that took long to the server, not to the way there', () => {
    const { take, window } = open(1);
    calm(window, 30);
    const place = take();
    window.written(place, 10_000);
    expect(window.nextMs(10_000)).toBe(11_023);
    window.measure(10_000, 10_900, null);
    window.answered(place, 10_000, 10_900, null);
    expect(window.nextMs(10_900)).toBe(11_023);
  });

  it('R-09 gives a request that was late on its way a second from when it was counted', () => {
    const { take, window } = open(1);
    for (let atMs = 0; atMs < 10_000; atMs += 50) window.measure(atMs, atMs + 30, atMs + 70_010);
    const place = take();
    window.written(place, 10_000);
    window.measure(10_000, 10_900, 80_810);
    window.answered(place, 10_000, 10_900, 80_810);
    expect(window.nextMs(10_900)).toBe(11_803);
  });

  it('is hardly held up by requests that nobody answers: all but three lose their places', () => {
    const window = new GlobalWindow(50);
    fill(window, 50, 0);
    expect([window.nextMs(0), window.nextMs(1_503), room(window, 1_503)]).toEqual([1_503, 1_503, 47]);
  });

  it('R-09 keeps the places of a few that are overdue, as they may be on their way still, for six seconds', () => {
    const { window } = open(50);
    fill(window, 2, 0);
    expect([1_503, 7_002, 7_003].map((atMs) => room(window, atMs))).toEqual([48, 48, 50]);
  });

  it('lets the oldest go that is overdue when a fourth is', () => {
    const { window } = open(50);
    fill(window, 3, 0);
    expect(room(window, 2_000)).toBe(47);
    fill(window, 1, 2_000);
    expect([2_000, 4_000, 7_003, 9_003].map((atMs) => room(window, atMs))).toEqual([46, 47, 49, 50]);
  });

  it('has the place of an overdue request a second after it was lost', () => {
    const { window } = open(50);
    const [lost] = fill(window, 1, 0);
    expect(room(window, 2_000)).toBe(49);
    window.lost(lost!, 2_500);
    expect([3_502, 3_503].map((atMs) => room(window, atMs))).toEqual([49, 50]);
  });

  it('keeps no place of an overdue request where there are few', () => {
    const { window } = open(15);
    fill(window, 15, 0);
    expect(room(window, 1_503)).toBe(15);
  });

  it('keeps the place of a request that waits for a connection', () => {
    const { take, window } = open(1);
    const place = take();
    expect(window.nextMs(5_000)).toBe(Infinity);
    window.written(place, 5_000);
    expect(window.nextMs(5_000)).toBe(6_503);
  });

  it('believes its sender where nobody tells when a request was written', () => {
    const { take, window } = open(1);
    const place = take();
    window.measure(0, 40, null);
    window.answered(place, 0, 40, null);
    expect(window.nextMs(40)).toBe(1_043);
  });

  it('hears an answer that comes after its place was taken again', () => {
    const { take, window } = open(1);
    const first = take();
    window.written(first, 0);
    expect(window.nextMs(1_600)).toBe(1_600);
    window.written(take(), 1_600);
    window.answered(first, 0, 1_700, null);
    expect(window.nextMs(1_700)).toBe(3_103);
  });

  it('grows careful when Discord counts more, and bold again in calm minutes', () => {
    const { take, window } = open(1);
    const freeAfter = (atMs: number): number => {
      for (let each = atMs - 4_000; each < atMs; each += 20) window.measure(each, each + 30, null);
      const place = take();
      window.written(place, atMs);
      const freeMs = window.nextMs(atMs) - atMs;
      window.giveBack(place);
      return freeMs;
    };
    const before = freeAfter(10_000);
    window.exceeded(10_000);
    window.exceeded(10_000);
    expect([before, freeAfter(11_000), freeAfter(71_000), freeAfter(200_000)]).toEqual([1_023, 1_083, 1_043, 1_023]);
  });

  it('keeps the place of a lost request for a second', () => {
    const { take, window } = open(1);
    window.lost(take(), 500);
    expect(window.nextMs(500)).toBe(1_503);
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

  it.each([
    ['the ways within the spread, of a server that tells no time', 25, null],
    ['the ways, of a server that tells its time', 900, 1_470_173_022_808],
  ])('R-09 lets no more arrive in any second than it has places, whatever the answers take and %s', (_, mostMs, skewMs) => {
    const way = fc.tuple(fc.integer({ min: 5, max: mostMs }), fc.integer({ min: 5, max: skewMs === null ? 3_000 : 90 }));
    fc.assert(
      fc.property(fc.array(way, { minLength: 1, maxLength: 60 }), (ways) => {
        const arrivals = arrivalsOf(ways, new GlobalWindow(5), skewMs);
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
  readonly serverAtMs: number | null;
}

/** When requests arrive that are sent as early as the window lets them, after some calm traffic that takes 10 ms there and back. */
function arrivalsOf(ways: readonly (readonly [number, number])[], window: GlobalWindow, skewMs: number | null): number[] {
  for (let atMs = 0; atMs < 5_000; atMs += 20) window.measure(atMs, atMs + 10, skewMs === null ? null : atMs + 5 + skewMs);
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
      window.measure(next.sentMs, nowMs, next.serverAtMs);
      window.answered(next.place, next.sentMs, nowMs, next.serverAtMs);
    }
    const place = window.take()!;
    window.written(place, nowMs);
    arrivals.push(nowMs + there);
    answers.push({ place, sentMs: nowMs, atMs: nowMs + there + back, serverAtMs: skewMs === null ? null : nowMs + there + skewMs });
  }
  return arrivals;
}
