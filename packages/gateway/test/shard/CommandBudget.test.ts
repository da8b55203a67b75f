import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CommandBudget } from '../../src/shard/CommandBudget.js';

/** The most frames that any window of 60 seconds holds. */
function busiestMinute(instants: readonly number[]): number {
  return Math.max(0, ...instants.map((from) => instants.filter((at) => at >= from && at < from + 60_000).length));
}

describe('the budget of a connection', () => {
  it.each([
    [60_000, 116],
    [41_250, 115],
    [3_000, 97],
    [1_000, 57],
  ])('keeps room for the beats of a minute: at %p ms %p commands fit', (intervalMs, max) => {
    expect(new CommandBudget(intervalMs).max).toBe(max);
  });

  it('makes room for the interval of HELLO', () => {
    const budget = new CommandBudget();
    budget.reserve(3_000);
    expect([budget.max, budget.available(0)]).toEqual([97, 97]);
  });

  it('is full after that many frames, and free when the oldest is a minute old, with a margin for the network', () => {
    const budget = new CommandBudget(41_250);
    for (let index = 0; index < 115; index += 1) budget.written(index);
    expect([budget.available(1_000), budget.refillMs(1_000)]).toEqual([0, 60_250]);
    expect([budget.available(60_249), budget.available(60_250)]).toEqual([0, 1]);
  });

  it('is free at once while there is room', () => {
    expect(new CommandBudget().refillMs(77)).toBe(77);
  });

  it('has no room at all where the beats alone fill the minute', () => {
    const budget = new CommandBudget(500);
    expect([budget.available(0), budget.refillMs(0)]).toEqual([0, 60_250]);
  });

  it('waits for as many frames as are above the limit', () => {
    const budget = new CommandBudget(41_250);
    for (let index = 0; index < 120; index += 1) budget.written(index);
    expect([budget.available(1_000), budget.refillMs(1_000)]).toEqual([0, 5 + 60_250]);
  });

  it('C-01: has room for a beat out of turn while the regular ones of a minute still fit', () => {
    const budget = new CommandBudget(41_250);
    let early = 0;
    for (; budget.hasRoomForBeat(0); early += 1) budget.written(0);
    expect([early, budget.hasRoomForBeat(60_250)]).toEqual([118, true]);
  });

  it('C-01: never lets more than 120 frames into a rolling minute, whatever the bursts', () => {
    const burst = fc.record({ afterMs: fc.nat(40_000), wanted: fc.nat(200) });
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 60_000 }), fc.array(burst, { maxLength: 12 }), (intervalMs, bursts) => {
        const instants = commandsAmongBeats(intervalMs, bursts);
        expect(busiestMinute(instants)).toBeLessThanOrEqual(120);
      }),
      { numRuns: 60 },
    );
  });

  it('C-02: always has room for the beats of the next minute', () => {
    const budget = new CommandBudget(3_000);
    let commands = 0;
    for (; budget.available(0) > 0; commands += 1) budget.written(0);
    expect(120 - commands).toBeGreaterThanOrEqual(60_000 / 3_000);
  });
});

/** Writes beats at their interval whatever the budget says, and commands when it grants them; returns the instants of all. */
function commandsAmongBeats(intervalMs: number, bursts: readonly { readonly afterMs: number; readonly wanted: number }[]): number[] {
  const budget = new CommandBudget(intervalMs);
  const instants: number[] = [];
  let nowMs = 0;
  let beatMs = intervalMs;
  const write = (atMs: number): void => {
    budget.written(atMs);
    instants.push(atMs);
  };
  for (const { afterMs, wanted } of bursts) {
    for (nowMs += afterMs; beatMs <= nowMs; beatMs += intervalMs) write(beatMs);
    for (let left = wanted; left > 0 && budget.available(nowMs) > 0; left -= 1) write(nowMs);
  }
  return instants;
}
