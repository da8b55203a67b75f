import { describe, expect, it } from '@jest/globals';
import { bucketHeaders, limitedReply } from '../../../src/rest/limits/limitReplies.js';

describe('the headers of a bucket', () => {
  it('tell both times with milliseconds', () => {
    const bucket = { hash: 'abc', limit: 5, remaining: 3, resetAtMs: 5_250.25 };
    expect(bucketHeaders(bucket, { nowMs: 1_000, wallMs: 1_470_173_000_000 })).toEqual({
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '3',
      'x-ratelimit-reset': '1470173004.250',
      'x-ratelimit-reset-after': '4.250',
      'x-ratelimit-bucket': 'abc',
    });
  });

  it('are none without one', () => {
    expect(bucketHeaders(null, { nowMs: 0, wallMs: 0 })).toEqual({});
  });
});

describe('a 429', () => {
  it('waits whole seconds in its header and fractions in its body', () => {
    expect(limitedReply({ scope: 'user', retryAfterMs: 64_570 }, { 'x-ratelimit-limit': '5' })).toEqual({
      status: 429,
      headers: { 'x-ratelimit-limit': '5', 'retry-after': '65', 'x-ratelimit-scope': 'user' },
      body: { message: 'You are being rate limited.', retry_after: 64.57, global: false },
    });
  });
});
