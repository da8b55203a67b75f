import { describe, expect, it } from '@jest/globals';
import { FixedSecond, NoGlobal, RollingSecond } from '../../../../src/sim/rest/truth/TrueGlobal.js';

describe('a rolling second', () => {
  it('takes no more than its limit in any second, wherever that begins', () => {
    const global = new RollingSecond(2);
    global.take(900);
    global.take(950);
    expect(global.freeAtMs(1_000)).toBe(1_900);
    expect(global.freeAtMs(1_900)).toBe(1_900);
    global.take(1_900);
    expect(global.freeAtMs(1_901)).toBe(1_950);
  });
});

describe('a fixed second', () => {
  it('begins with its first request, and takes its limit at the end of one and at the beginning of the next', () => {
    const global = new FixedSecond(2);
    for (const nowMs of [100, 1_099]) global.take(nowMs);
    expect(global.freeAtMs(1_099)).toBe(1_100);
    for (const nowMs of [1_100, 1_101]) global.take(nowMs);
    expect(global.freeAtMs(1_102)).toBe(2_100);
  });
});

describe('no global limit', () => {
  it('is always free', () => {
    const global = new NoGlobal();
    for (let count = 0; count < 1_000; count += 1) global.take();
    expect(global.freeAtMs(5)).toBe(5);
  });
});
