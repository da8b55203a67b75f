import { describe, expect, it } from '@jest/globals';
import { saidRetryAfterMs } from '../../src/ratelimit/retryAfter.js';

const wait = (header?: string, body?: unknown, date?: string) => saidRetryAfterMs({ header, body, date });

describe('saidRetryAfterMs', () => {
  it('R-01 takes the longer of header and body', () => {
    expect([wait('1', 1.337), wait('3', 1.337)]).toEqual([1_337, 3_000]);
  });

  it('R-01 loses no part of a millisecond', () => {
    expect([wait('0.3151'), wait(undefined, 0.0001)]).toEqual([316, 1]);
  });

  it('R-04 R-13 measures an HTTP date against the server’s own clock', () => {
    expect(wait('Fri, 20 Nov 2026 10:00:30 GMT', undefined, 'Fri, 20 Nov 2026 10:00:00 GMT')).toBe(30_000);
    expect(wait('Fri, 20 Nov 2026 10:00:30 GMT')).toBe(null);
  });

  it.each(['2026-11-20', '20 Nov 2026', 'x', '5,5', '1e3', '0x10'])('takes nothing else for a date or a number: %p', (header) => {
    expect(wait(header, undefined, 'Fri, 20 Nov 2020 10:00:00 GMT')).toBe(null);
  });

  it.each([
    ['0', 0],
    ['-5', -5],
  ])('R-03 says 0 where no wait is asked for: %p', (header, body) => {
    expect(wait(header, body)).toBe(0);
  });

  it.each([
    [undefined, undefined],
    ['NaN', NaN],
    ['1e400', Infinity],
    ['soon', 'soon'],
    ['', null],
  ])('R-02 says nothing where nothing makes sense: %p', (header, body) => {
    expect(wait(header, body)).toBe(null);
  });

  it('believes a day at most', () => {
    expect(wait('9999999999')).toBe(86_400_000);
  });
});
