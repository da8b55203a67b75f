import { describe, expect, it } from '@jest/globals';
import { RollingCount } from '../../../src/rest/limits/RollingCount.js';

describe('a count over the time just past', () => {
  it('has room until the limit is reached, and again when the oldest is out of sight', () => {
    const count = new RollingCount(2, 1_000);
    for (const nowMs of [0, 400]) count.add(nowMs);
    expect([400, 999, 1_000].map((nowMs) => count.waitMs(nowMs))).toEqual([600, 1, 0]);
    count.add(1_000);
    expect(count.waitMs(1_000)).toBe(400);
  });

  it('lets no burst pass over an edge', () => {
    const count = new RollingCount(50, 1_000);
    for (let at = 0; at < 50; at += 1) count.add(900 + at);
    expect(count.waitMs(1_000)).toBe(900);
  });

  it('remembers no more than its limit', () => {
    const count = new RollingCount(2, 1_000);
    for (const nowMs of [0, 1, 2, 3]) count.add(nowMs);
    expect(count.waitMs(1_001)).toBe(0);
  });

  it('without a limit always has room', () => {
    const count = new RollingCount(Infinity, 1_000);
    for (let at = 0; at < 1_000; at += 1) count.add(0);
    expect(count.waitMs(0)).toBe(0);
  });
});
