import { describe, expect, it } from '@jest/globals';
import { Windows } from '../../../src/rest/limits/Windows.js';

const TWO = { limit: 2, perMs: 100 };

describe('a window', () => {
  it('begins with its first request and counts down', () => {
    const windows = new Windows();
    expect([10, 60, 109].map((nowMs) => windows.take('a', TWO, nowMs))).toEqual([
      { hasRoom: true, limit: 2, remaining: 1, resetAtMs: 110 },
      { hasRoom: true, limit: 2, remaining: 0, resetAtMs: 110 },
      { hasRoom: false, limit: 2, remaining: 0, resetAtMs: 110 },
    ]);
  });

  it('that is over is followed by another, which begins with the next request', () => {
    const windows = new Windows();
    windows.take('a', TWO, 0);
    expect(windows.take('a', TWO, 100)).toEqual({ hasRoom: true, limit: 2, remaining: 1, resetAtMs: 200 });
  });

  it('does not hinder another key', () => {
    const windows = new Windows();
    windows.exhaust('a', 2, 100);
    expect([windows.take('a', TWO, 99).hasRoom, windows.take('b', TWO, 99).hasRoom]).toEqual([false, true]);
  });

  it('can be looked at without counting', () => {
    const windows = new Windows();
    expect(windows.peek('a', TWO, 5)).toEqual({ limit: 2, remaining: 2, resetAtMs: 105 });
    windows.take('a', TWO, 5);
    expect([windows.peek('a', TWO, 6), windows.peek('a', TWO, 105)]).toMatchObject([{ remaining: 1 }, { remaining: 2, resetAtMs: 205 }]);
  });
});

describe('very many windows', () => {
  it('are forgotten when they are over, and only then', () => {
    const windows = new Windows();
    for (let count = 0; count < 10_000; count += 1) windows.take(String(count), TWO, count);
    expect(windows.size).toBeLessThan(3_000);
    expect(windows.take('9999', TWO, 10_000).remaining).toBe(0);
  });
});
