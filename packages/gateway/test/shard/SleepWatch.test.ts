import { describe, expect, it } from '@jest/globals';
import { SleepWatch } from '../../src/shard/SleepWatch.js';

const WALL_MS = Date.UTC(2026, 0, 1);

function watching(): SleepWatch {
  const watch = new SleepWatch();
  watch.look(0, WALL_MS, null);
  return watch;
}

describe('a watch for sleeps', () => {
  it('sees nothing at its first look', () => {
    expect(new SleepWatch().look(500, WALL_MS, null)).toBe(false);
  });

  it('sees nothing while both clocks run alike and deadlines come in time', () => {
    expect(watching().look(60_000, WALL_MS + 60_000, 59_990)).toBe(false);
  });

  it('S-22 sees a machine that was suspended: monotonic time stood still', () => {
    expect(watching().look(1_000, WALL_MS + 3_600_000, 1_000)).toBe(true);
  });

  it('S-22 sees a process that was stopped: its deadline comes late', () => {
    expect(watching().look(605_000, WALL_MS + 605_000, 5_000)).toBe(true);
  });

  it('takes a small step of the wall clock for what it is', () => {
    const watch = watching();
    expect([watch.look(10_000, WALL_MS + 12_000, null), watch.look(20_000, WALL_MS + 20_000, 15_000)]).toEqual([false, false]);
  });

  it('sees a sleep once', () => {
    const watch = watching();
    watch.look(1_000, WALL_MS + 3_600_000, 1_000);
    expect(watch.look(2_000, WALL_MS + 3_601_000, 2_000)).toBe(false);
  });
});
