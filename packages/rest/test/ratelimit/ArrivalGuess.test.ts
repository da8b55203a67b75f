import { describe, expect, it } from '@jest/globals';
import { ArrivalGuess } from '../../src/ratelimit/ArrivalGuess.js';

/** By how much the server's clock goes before ours. */
const SKEW_MS = 1_470_173_022_808;
const LEARNT_MS = 10_000;

interface Way {
  readonly thereMs?: number;
  readonly backMs?: number;
  /** `null` for a server that does not tell its time. */
  readonly skewMs?: number | null;
}

/** By how much a request that is written now is taken to be later there than the fastest, when its answer comes. */
function lateness(guess: ArrivalGuess, nowMs: number, { thereMs = 10, backMs = 20, skewMs = SKEW_MS }: Way = {}): number {
  const answeredMs = nowMs + thereMs + backMs;
  const serverAtMs = skewMs === null ? null : nowMs + thereMs + skewMs;
  guess.measure(nowMs, answeredMs, serverAtMs);
  return guess.latestOfAnsweredMs(nowMs, answeredMs, serverAtMs) - nowMs;
}

/** 200 requests of the fastest way, in the 10 s before `untilMs`. */
function calm(guess: ArrivalGuess, untilMs: number, way: Way = {}): ArrivalGuess {
  for (let atMs = untilMs - 10_000; atMs < untilMs; atMs += 50) lateness(guess, atMs, way);
  return guess;
}

const learnt = (way: Way = {}): ArrivalGuess => calm(new ArrivalGuess(), LEARNT_MS, way);

describe('a guess of when requests arrive, at a server that tells its time', () => {
  it('R-09 charges all that a request was late on its way there, and nothing of the server’s work and the way back', () => {
    const late = [{ thereMs: 210 }, { backMs: 900 }, { thereMs: 1_510, backMs: 900 }].map((way) => lateness(learnt(), LEARNT_MS, way));
    expect(late).toEqual([200, 0, 1_500]);
  });

  it('R-13 needs no clocks that agree', () => {
    for (const skewMs of [-3_600_000, 0, 3_600_000]) expect(lateness(learnt({ skewMs }), LEARNT_MS, { thereMs: 60, skewMs })).toBe(50);
  });

  it.each([-3_600_000, -200, 200, 3_600_000])(
    'R-13 takes no request for later than its answer when a clock is set by %i ms, and learns the new time',
    (jumpMs) => {
      const guess = learnt();
      const skewMs = SKEW_MS + jumpMs;
      expect(lateness(guess, LEARNT_MS, { backMs: 320, skewMs })).toBeLessThanOrEqual(300);
      calm(guess, 20_010, { skewMs });
      const after = [{ skewMs }, { thereMs: 60, skewMs }, { backMs: 500, skewMs }].map((way) => lateness(guess, 20_010, way));
      expect(after).toEqual([0, 50, 0]);
    },
  );

  it('R-13 is not spoilt by one answer with a wrong time', () => {
    for (const wrongMs of [-60_000, 60_000]) {
      const guess = learnt();
      lateness(guess, LEARNT_MS, { skewMs: SKEW_MS + wrongMs });
      calm(calm(guess, 20_100), 30_100);
      expect([lateness(guess, 30_100, { backMs: 500 }), lateness(guess, 30_200, { thereMs: 60 })]).toEqual([0, 50]);
    }
  });

  it('charges all between question and answer to one that does not tell', () => {
    expect(lateness(learnt(), LEARNT_MS, { backMs: 420, skewMs: null })).toBe(400);
  });

  it('charges all of it while too little is known', () => {
    expect(lateness(new ArrivalGuess(), 0, { backMs: 700 })).toBe(710);
  });
});

describe('a guess of when requests arrive, at a server that never tells its time', () => {
  const mute = { skewMs: null };

  it('charges 20 ms at the most', () => {
    const late = [{ thereMs: 20 }, { thereMs: 200 }, { backMs: 900 }].map((way) => lateness(learnt(mute), LEARNT_MS, { ...way, ...mute }));
    expect(late).toEqual([10, 20, 20]);
  });

  it('charges up to 500 ms while too little is known', () => {
    expect([lateness(new ArrivalGuess(), 0, mute), lateness(new ArrivalGuess(), 0, { backMs: 700, ...mute })]).toEqual([30, 500]);
  });

  it('grows careful when Discord counts more, and bold again in calm minutes', () => {
    const guess = learnt(mute);
    const lateAt = (atMs: number): number => lateness(calm(guess, atMs, mute), atMs, { backMs: 2_000, ...mute });
    guess.widen(10_000);
    guess.widen(10_000);
    const late = [lateAt(20_001), lateAt(71_000), lateAt(200_000)];
    for (let time = 0; time < 20; time += 1) guess.widen(200_000);
    expect([...late, lateAt(210_000)]).toEqual([80, 40, 20, 800]);
  });
});

describe('a guess of when requests arrive that nobody answers', () => {
  it('waits 20 ms longer than for the fastest, and 500 ms while too little is known', () => {
    expect([learnt().latestMs(LEARNT_MS, LEARNT_MS), new ArrivalGuess().latestMs(0, 0)]).toEqual([10_020, 500]);
  });
});
