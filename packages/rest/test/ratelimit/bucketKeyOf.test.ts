import { describe, expect, it } from '@jest/globals';
import { bucketKeyOf } from '../../src/ratelimit/bucketKeyOf.js';

const place = { routeKey: 'POST /channels/:id/messages', majorKey: 'channels/1' };

describe('bucketKeyOf', () => {
  it('is the hash and the major parameter', () => {
    expect(bucketKeyOf('abcd', place)).toBe('abcd channels/1');
  });

  it('is the route and the major parameter while the hash is unknown, and never the same as one with a hash', () => {
    expect(bucketKeyOf(null, place)).toBe(' POST /channels/:id/messages channels/1');
  });
});
