import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HashTraits } from '../../src/ratelimit/HashTraits.js';
import { LimitWindow, windowReport, type WindowReport } from '../../src/ratelimit/LimitWindow.js';

/** An answer that came at `atMs` to a call sent at `sentMs`. */
const report = (remaining: number, resetAfterMs: number, sentMs: number, atMs: number, limit = 5): WindowReport =>
  windowReport({ bucket: 'b1', limit, remaining, resetAfterMs }, sentMs, atMs);

function taught(...reports: readonly WindowReport[]): LimitWindow {
  const window = new LimitWindow(new HashTraits());
  for (const one of reports) window.learn(one, true, one.reset.toMs - one.resetAfterMs);
  return window;
}

describe('a window', () => {
  it('takes one call at a time while it is unknown', () => {
    const window = taught();
    expect([window.freeAtMs(0, 5), window.freeAtMs(1, 5)]).toEqual([5, Infinity]);
  });

  it('has room for what is left less what is under way', () => {
    const window = taught(report(2, 1_000, 0, 50));
    expect([window.freeAtMs(1, 60), window.freeAtMs(2, 60)]).toEqual([60, 1_052]);
  });

  it('has room for a whole one after its reset', () => {
    const window = taught(report(0, 1_000, 0, 50));
    expect([window.freeAtMs(0, 1_051), window.freeAtMs(4, 1_052), window.freeAtMs(5, 1_052)]).toEqual([1_052, 1_052, Infinity]);
  });

  it('R-13 lies between sending and receiving, and is narrowed down by each answer', () => {
    expect(taught(report(1, 1_000, 0, 100), report(0, 930, 100, 120)).freeAtMs(0, 130)).toBe(1_052);
  });

  it('is the next one when an answer resets later', () => {
    expect(taught(report(0, 100, 0, 10), report(3, 5_000, 200, 210)).freeAtMs(2, 220)).toBe(220);
  });

  it('ignores an answer that was overtaken by one of a later window', () => {
    const window = taught(report(3, 5_000, 200, 250));
    window.learn(report(0, 10, 100, 260), false, 260);
    expect(window.freeAtMs(2, 270)).toBe(270);
  });

  it('believes an earlier reset of a call that was sent later', () => {
    expect(taught(report(0, 86_400_000, 0, 10), report(4, 1_000, 20, 30)).freeAtMs(0, 40)).toBe(40);
  });

  it('takes the longer of two resets that may be one or two', () => {
    const window = taught(report(3, 50, 0, 100));
    window.learn(report(2, 60, 10, 120), false, 120);
    window.learn(report(0, 60, 20, 140), false, 140);
    expect(window.freeAtMs(0, 141)).toBe(202);
  });

  it('counts a silent call, also one that an answer may not have counted', () => {
    const window = taught(report(4, 1_000, 0, 50), report(3, 940, 51, 100));
    window.countSilent(150);
    window.learn(report(2, 880, 101, 160), false, 160);
    expect([window.freeAtMs(0, 170), window.freeAtMs(1, 170)]).toEqual([170, 1_042]);
  });

  it('has counted a silent call when an answer was sent after it', () => {
    const window = taught(report(4, 1_000, 0, 50));
    window.countSilent(60);
    window.learn(report(2, 900, 70, 120), true, 120);
    expect(window.freeAtMs(1, 130)).toBe(130);
  });

  it('counts a lost call that may yet arrive in this window and the next', () => {
    const window = taught(report(4, 1_000, 0, 50));
    window.countLost(60);
    window.learn(report(3, 900, 70, 120), true, 120);
    expect(window.freeAtMs(2, 130)).toBe(1_022);
    expect([window.freeAtMs(3, 2_000), window.freeAtMs(4, 2_000)]).toEqual([2_000, Infinity]);
  });

  it('waits for a lost call where it may have taken the only place', () => {
    const window = taught(report(0, 250, 0, 50, 1));
    window.countLost(300);
    expect(window.freeAtMs(0, 400)).toBe(5_300);
  });

  it('is unknown again when it was used up by calls of which no answer told', () => {
    const window = taught(report(0, 100, 0, 50, 1));
    window.roll(1_000);
    window.countSilent(1_000);
    expect([window.freeAtMs(0, 1_001), window.freeAtMs(1, 1_001)]).toEqual([1_001, Infinity]);
  });

  it('R-01 is used up until the end of the wait that a 429 asks for, whatever was believed before', () => {
    const window = taught(report(4, 1_000, 0, 50));
    window.exhaust(report(0, 3_000, 60, 100), 100);
    expect(window.freeAtMs(0, 110)).toBe(3_102);
  });

  it('tells when a call can go at the earliest that has others before it', () => {
    const window = taught(report(1, 1_000, 0, 50, 2));
    expect([0, 1, 2, 3, 5].map((ahead) => window.earliestMs(ahead, 60))).toEqual([60, 1_000, 1_000, 2_000, 3_000]);
  });

  it('goes by the lower limit that another bucket of its hash was told', () => {
    const traits = new HashTraits();
    const [one, other] = [new LimitWindow(traits), new LimitWindow(traits)];
    one.learn(report(4, 100, 0, 10), true, 10);
    other.learn(report(1, 100, 20, 30, 2), true, 30);
    expect([one.freeAtMs(1, 500), one.freeAtMs(2, 500)]).toEqual([500, Infinity]);
  });
});

describe('a window that hears what another route is told', () => {
  it('has room for no more than the other says', () => {
    const window = taught(report(4, 1_000, 0, 50));
    window.hear(report(1, 900, 60, 110), 110);
    expect([window.freeAtMs(0, 120), window.freeAtMs(1, 120)]).toEqual([120, 1_052]);
  });

  it('knows what the other knows where it knows nothing', () => {
    const window = taught();
    window.hear(report(0, 900, 60, 110), 110);
    expect(window.freeAtMs(0, 120)).toBe(1_012);
  });

  it('is careful in this window and the next when the other is in a later one', () => {
    const window = taught(report(4, 1_000, 0, 50));
    window.hear(report(0, 5_000, 1_020, 1_040), 1_040);
    expect([window.freeAtMs(0, 1_045), window.freeAtMs(0, 1_060)]).toEqual([1_052, 6_042]);
  });

  it('ignores what is said of an earlier one', () => {
    const window = taught(report(4, 5_000, 0, 50));
    window.hear(report(0, 10, 60, 110), 110);
    expect(window.freeAtMs(3, 120)).toBe(120);
  });
});

describe('a window, against a server that counts', () => {
  it('never lets a call go that the server refuses, whatever the ways there and back take', () => {
    const way = fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }));
    const options = fc.record({
      limit: fc.integer({ min: 1, max: 4 }),
      lengthMs: fc.integer({ min: 50, max: 2_000 }),
      ways: fc.array(way, { minLength: 1, maxLength: 40 }),
    });
    fc.assert(
      fc.property(options, ({ lengthMs, limit, ways }) => {
        const window = new LimitWindow(new HashTraits());
        let [nowMs, resetMs, left] = [0, -1, 0];
        for (const [there, back] of ways) {
          nowMs = Math.max(nowMs, window.freeAtMs(0, nowMs));
          const arrivesMs = nowMs + there;
          if (arrivesMs >= resetMs) [resetMs, left] = [arrivesMs + lengthMs, limit];
          left -= 1;
          expect(left).toBeGreaterThanOrEqual(0);
          window.learn(report(left, resetMs - arrivesMs, nowMs, arrivesMs + back, limit), true, arrivesMs + back);
          nowMs = arrivesMs + back;
        }
      }),
    );
  });
});
