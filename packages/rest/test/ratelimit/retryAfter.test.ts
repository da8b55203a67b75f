import { describe, expect, it } from '@jest/globals';
import { retryAfterMs } from '../../src/ratelimit/retryAfter.js';

const wait = (header?: string, body?: unknown, inARow = 1, date?: string) => retryAfterMs({ header, body, date }, inARow);

describe('retryAfterMs', () => {
  it('takes the longer of header and body', () => {
    expect(wait('1', 1.337)).toBe(1_337);
    expect(wait('3', 1.337)).toBe(3_000);
  });

  it('measures an HTTP date against the server’s own clock', () => {
    expect(wait('Fri, 20 Nov 2026 10:00:30 GMT', undefined, 1, 'Fri, 20 Nov 2026 10:00:00 GMT')).toBe(30_000);
    expect(wait('Fri, 20 Nov 2026 10:00:30 GMT')).toBe(1_000);
  });

  it('doubles its guess with each limit that says nothing, up to a minute', () => {
    expect([1, 2, 3, 7, 100].map((inARow) => wait(undefined, undefined, inARow))).toEqual([1_000, 2_000, 4_000, 60_000, 60_000]);
  });

  it.each([
    ['0', 0],
    ['-5', -5],
    ['NaN', NaN],
    ['1e400', Infinity],
    ['soon', 'soon'],
    ['', null],
  ])('is never a tight loop: %p', (header, body) => {
    expect(wait(header, body)).toBe(1_000);
  });

  it('raises a very short wait to its floor, which doubles too', () => {
    expect([1, 2].map((inARow) => wait(undefined, 0.001, inARow))).toEqual([250, 500]);
  });
});
