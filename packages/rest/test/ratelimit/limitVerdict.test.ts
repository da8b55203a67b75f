import { describe, expect, it } from '@jest/globals';
import type { RateFacts } from '../../src/ratelimit/RateFacts.js';
import { limitVerdict } from '../../src/ratelimit/limitVerdict.js';
import { answer } from './virtualLimiter.js';

const headers = (remaining: number, resetAfterMs: number) => ({ bucket: 'b1', limit: 5, remaining, resetAfterMs });
const verdict = (changes: Partial<RateFacts>, inARow = 1, random = 0) => limitVerdict(answer(429, changes), inARow, () => random);

describe('the verdict on a 429', () => {
  it.each([
    ['concerns the bucket', { retryAfterMs: 900, headers: headers(0, 900) }, 'bucket', 900],
    ['waits for the longer of wait and reset', { retryAfterMs: 900, headers: headers(0, 1_200) }, 'bucket', 1_200],
    ['allows for a wait in whole seconds', { retryAfterMs: 1_000, headers: headers(0, 20) }, 'bucket', 1_000],
    ['concerns the bucket where nothing is known of it', { retryAfterMs: 900 }, 'bucket', 900],
    ['waits for the reset where no wait is said', { headers: headers(0, 700) }, 'bucket', 700],
    ['concerns a kind of calls where the bucket has room', { retryAfterMs: 900, headers: headers(4, 15_000) }, 'lane', 900],
    ['concerns a kind of calls where the wait is far longer', { retryAfterMs: 582_019, headers: headers(0, 15_000) }, 'lane', 582_019],
    [
      'R-07 concerns a kind of calls where the limit is shared',
      { retryAfterMs: 900, scope: 'shared', headers: headers(0, 900) },
      'lane',
      900,
    ],
    ['R-06 concerns all where it is global', { retryAfterMs: 900, scope: 'global', headers: headers(4, 900) }, 'all', 900],
  ] as const)('%s', (_, changes, concerns, waitMs) => {
    expect(verdict(changes)).toEqual({ concerns, waitMs });
  });

  it('R-02 guesses a wait that doubles up to a minute, with jitter', () => {
    expect([1, 2, 3, 7, 900].map((inARow) => verdict({}, inARow).waitMs)).toEqual([1_000, 2_000, 4_000, 60_000, 60_000]);
    expect(verdict({}, 1, 1).waitMs).toBe(1_250);
  });

  it('R-03 raises a wait of nothing to a floor that doubles', () => {
    expect([1, 2, 3, 900].map((inARow) => verdict({ retryAfterMs: 0 }, inARow).waitMs)).toEqual([250, 500, 1_000, 60_000]);
  });

  it('R-03 believes a very short wait once', () => {
    expect([1, 2].map((inARow) => verdict({ retryAfterMs: 64 }, inARow).waitMs)).toEqual([64, 500]);
  });
});
