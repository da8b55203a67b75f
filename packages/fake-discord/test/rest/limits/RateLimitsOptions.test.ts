import { describe, expect, it } from '@jest/globals';
import { invalidRequestsMax, checkRateLimits, makeRateLimits } from '../../../src/rest/limits/RateLimitsOptions.js';
import type { LimitedCall, RateLimits } from '../../../src/rest/limits/RateLimits.js';

const message: LimitedCall = {
  method: 'POST',
  path: '/channels/1/messages',
  route: 'POST /channels/:channelId/messages',
  major: '1',
  hasToken: true,
  isInteraction: false,
  fields: () => [],
};

function entered(limits: RateLimits): number {
  let count = 0;
  while (count < 200 && limits.enter(message, 0) === null) count += 1;
  return count;
}

describe('the limits of a fake Discord', () => {
  it("are Discord's unless told otherwise", () => {
    const limits = makeRateLimits({});
    expect([entered(limits), limits.take(message, 0).bucket, invalidRequestsMax({})]).toMatchObject([50, { limit: 5 }, 10_000]);
  });

  it('may be others', () => {
    const routes = { '*': { limit: 9, perMs: 1_000 }, 'POST /channels/:id/messages': { limit: 7, perMs: 1_000 } };
    const limits = makeRateLimits({ globalPerSecond: 60, routes });
    const other = { ...message, method: 'GET', route: 'GET /channels/:channelId/messages' };
    expect([entered(limits), limits.take(message, 0).bucket?.limit, limits.take(other, 0).bucket?.limit]).toEqual([60, 7, 9]);
    expect([makeRateLimits({ routes: { '*': false } }).take(message, 0).bucket, invalidRequestsMax({ invalidRequestsMax: 7 })]).toEqual([
      null,
      7,
    ]);
  });

  it('may be none', () => {
    const limits = makeRateLimits(false);
    expect([entered(limits), limits.take(message, 0).bucket, invalidRequestsMax(false)]).toEqual([200, null, Infinity]);
  });

  it.each([
    [{ global: 50 }, 'UNKNOWN_OPTION'],
    [{ globalPerSecond: 0 }, 'INVALID_OPTION'],
    [{ invalidRequestsMax: Number.NaN }, 'INVALID_OPTION'],
    [{ routes: { 'POST /channel/:id': false } }, 'INVALID_OPTION'],
    [{ routes: { '*': { limit: 0, perMs: 1 } } }, 'INVALID_OPTION'],
    [{ routes: { '*': { limit: 1, perMs: 0 } } }, 'INVALID_OPTION'],
    [{ routes: { '*': { limit: 1, per: 1 } } }, 'UNKNOWN_OPTION'],
  ])('are refused when they make no sense: %j', (options, code) => {
    expect(() => {
      checkRateLimits(options as object);
    }).toThrow(expect.objectContaining({ code }));
  });
});
