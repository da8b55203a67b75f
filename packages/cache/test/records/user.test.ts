import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FieldPool } from '../../src/records/FieldPool.js';
import { isKnownUser, packUser, userData } from '../../src/records/user.js';
import { anyUser, user } from '../payloads.js';

describe('a user as a record', () => {
  it('gives every documented field of its payload back', () => {
    const pool = new FieldPool();
    fc.assert(
      fc.property(anyUser, (payload) => {
        expect(userData(packUser(payload['id'] as string, payload, pool))).toEqual(payload);
      }),
    );
  });

  it('knows a payload that says no more than it does, and none that says anything else', () => {
    const pool = new FieldPool();
    const record = packUser('1', user(1, { primary_guild: { tag: 'ABC' } }), pool);
    expect(isKnownUser(record, { username: 'user1', avatar: null, primary_guild: { tag: 'ABC' } }, pool)).toBe(true);
    expect(
      [{ username: 'other' }, { bot: false }, { primary_guild: { tag: 'XYZ' } }, { primary_guild: null }].some((payload) =>
        isKnownUser(record, payload, pool),
      ),
    ).toBe(false);
  });
});
