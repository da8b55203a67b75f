import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { isMovable, WorldClock } from '../../src/clock/WorldClock.js';

interface Bench {
  readonly clock: WorldClock;
  /** What was done, with the instant on the world's clock since the start. */
  readonly log: [string, number][];
  readonly real: ManualClock;
  plan(name: string, delayMs: number, more?: () => void): () => void;
}

const NOON = Date.UTC(2026, 0, 1, 12);

function start(): Bench {
  const real = new ManualClock({ nowMs: 100, wallMs: NOON });
  const clock = new WorldClock(real);
  const log: [string, number][] = [];
  const plan: Bench['plan'] = (name, delayMs, more) =>
    clock.after(delayMs, () => {
      log.push([name, clock.nowMs() - 100]);
      more?.();
    });
  return { clock, log, real, plan };
}

describe('a world clock that nobody moves', () => {
  it('goes as real time does', () => {
    const { clock, log, plan, real } = start();
    plan('tea', 1_000);
    real.advance(999);
    expect([log, clock.wallMs()]).toEqual([[], NOON + 999]);
    real.advance(1);
    expect(log).toEqual([['tea', 1_000]]);
  });

  it('does late what a blocked process kept waiting, and not in the past', () => {
    const { log, plan, real } = start();
    plan('tea', 1_000);
    real.stall(5_000);
    expect(log).toEqual([['tea', 5_000]]);
  });

  it('follows a wall clock that was set, and no jitter of it', () => {
    const { clock, real } = start();
    real.jumpWall(1_000);
    expect(clock.wallMs()).toBe(NOON);
    real.jumpWall(3_600_000);
    expect([clock.wallMs(), clock.nowMs() - 100]).toEqual([NOON + 3_601_000, 3_601_000]);
    expect(clock.wallMs()).toBe(NOON + 3_601_000);
    real.jumpWall(-7_200_000);
    expect([clock.wallMs(), clock.nowMs() - 100]).toEqual([NOON - 3_599_000, 3_601_000]);
  });

  it('makes up for what a sleeping machine has missed', () => {
    const { clock, log, plan, real } = start();
    plan('tea', 3_600_000);
    real.jumpWall(7_200_000);
    expect(clock.wallMs()).toBe(NOON + 7_200_000);
    real.advance(0);
    expect(log).toEqual([['tea', 7_200_000]]);
  });

  it('stands still for a machine that sleeps while it is stopped', () => {
    const { clock, real } = start();
    clock.pause();
    real.jumpWall(7_200_000);
    clock.resume();
    expect(clock.wallMs()).toBe(NOON);
  });

  it('does nothing that was taken back, and waits for nothing then', () => {
    const { log, plan, real } = start();
    plan('tea', 1_000)();
    real.advance(2_000);
    expect([log, real.pendingTimers]).toEqual([[], 0]);
  });
});

describe('a world clock that is moved', () => {
  it('does what comes due on the way, in order and each at its own instant', () => {
    const { clock, log, plan, real } = start();
    plan('supper', 7_200_000);
    plan('tea', 3_600_000, () => plan('cake', 60_000));
    real.advance(10);
    clock.advance(7_200_000);
    expect(log).toEqual([
      ['tea', 3_600_000],
      ['cake', 3_660_000],
      ['supper', 7_200_000],
    ]);
    expect([clock.nowMs() - 100, clock.wallMs()]).toEqual([7_200_010, NOON + 7_200_010]);
  });

  it('goes on from there, and waits shorter for what is left', () => {
    const { clock, log, plan, real } = start();
    plan('tea', 1_000);
    clock.advance(900);
    real.advance(99);
    expect(log).toEqual([]);
    real.advance(1);
    expect(log).toEqual([['tea', 1_000]]);
  });

  it('is moved once more afterwards by what is done while it moves', () => {
    const { clock, log, plan } = start();
    plan('tea', 1_000, () => {
      clock.advance(5_000);
    });
    plan('cake', 1_500);
    plan('supper', 6_000);
    clock.advance(2_000);
    expect([log, clock.nowMs() - 100]).toEqual([
      [
        ['tea', 1_000],
        ['cake', 1_500],
        ['supper', 6_000],
      ],
      7_000,
    ]);
  });

  it('goes on when something that it does throws', () => {
    const { clock, log, plan, real } = start();
    plan('fire', 1_000, () => {
      throw new RangeError('fire');
    });
    plan('tea', 2_000);
    expect(() => {
      clock.advance(1_500);
    }).toThrow('fire');
    real.advance(1_000);
    expect(log.map(([name]) => name)).toEqual(['fire', 'tea']);
  });
});

describe('a world clock that is stopped', () => {
  it('stands still until it is let go, and goes on from where it stood', () => {
    const { clock, log, plan, real } = start();
    plan('tea', 1_000);
    real.advance(400);
    clock.pause();
    clock.pause();
    real.advance(60_000);
    expect([clock.isPaused, log, clock.nowMs() - 100, clock.wallMs(), real.pendingTimers]).toEqual([true, [], 400, NOON + 400, 0]);
    clock.resume();
    clock.resume();
    real.advance(599);
    expect(log).toEqual([]);
    real.advance(1);
    expect([log, clock.wallMs()]).toEqual([[['tea', 1_000]], NOON + 1_000]);
  });

  it('can be moved by hand, to what is due next', () => {
    const { clock, log, plan } = start();
    clock.pause();
    plan('tea', 1_000);
    clock.advance((clock.nextDueMs ?? 0) - clock.nowMs());
    expect([log, clock.nextDueMs]).toEqual([[['tea', 1_000]], null]);
  });
});

describe('clocks', () => {
  it('can be moved by hand, or not', () => {
    const { clock, real } = start();
    const still = { nowMs: () => 0, wallMs: () => 0, after: () => () => undefined };
    expect([clock, real, still].map(isMovable)).toEqual([true, true, false]);
  });
});
