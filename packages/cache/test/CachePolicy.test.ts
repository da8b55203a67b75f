import { OptionsError } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { resolveCachePolicy } from '../src/CachePolicy.js';

describe('a cache policy', () => {
  it('bounds by default everything that Discord does not bound, and leaves presences out', () => {
    const { reactions, guilds, users, ...bounded } = resolveCachePolicy();
    expect(Object.values(bounded).every(({ limit }) => Number.isFinite(limit))).toBe(true);
    expect([bounded.presences.isKept, bounded.threadMembers.isKept, reactions, guilds.isKept, users.isKept]).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
    expect([bounded.messages.limit, bounded.messages.maxAgeMs]).toEqual([100, 3_600_000]);
  });

  it('takes switches, bounds and filters, and keeps what it is not told', () => {
    const keep = (): boolean => true;
    const first = resolveCachePolicy({ messages: { limit: Infinity, keep }, stickers: false });
    expect(first.messages).toEqual({ isKept: true, keep, limit: Infinity, maxAgeMs: 3_600_000 });
    expect(resolveCachePolicy({ roles: true }, first)).toMatchObject({ stickers: { isKept: false }, messages: { limit: Infinity } });
  });

  it.each([
    [{ messages: 'all' }, '`messages` of the cache policy is "all".'],
    [{ messages: { limit: 1.5 } }, '`messages.limit` of the cache policy is 1.5.'],
    [{ messages: { maxAgeMs: Number.NaN } }, '`messages.maxAgeMs` of the cache policy is NaN.'],
    [{ messages: { keep: true } }, '`messages.keep` of the cache policy is true.'],
    [{ messages: { limits: 1 } }, 'Did you mean `limit`?'],
    [{ guilds: { limit: 1 } }, 'has no option `limit`'],
    [{ users: { limit: 1 } }, '`users` of the cache policy is an object.'],
    [{ reactions: 1 }, '`reactions` of the cache policy is 1.'],
  ])('refuses %j', (policy, text) => {
    expect(() => resolveCachePolicy(policy as never)).toThrow(OptionsError);
    expect(() => resolveCachePolicy(policy as never)).toThrow(text);
  });
});
