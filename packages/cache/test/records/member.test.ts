import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FieldPool } from '../../src/records/FieldPool.js';
import { isKnownMember, memberData, packMember, timeoutUntilMs } from '../../src/records/member.js';
import { isPayload } from '../../src/records/payload.js';
import { packUser } from '../../src/records/user.js';
import { anyMember, member } from '../payloads.js';

const context = { pool: new FieldPool(), intern: (id: string): string => id };

describe('a member as a record', () => {
  it('gives every documented field of its payload back', () => {
    fc.assert(
      fc.property(anyMember, (payload) => {
        const { user } = payload;
        const record = packMember('1', payload, context);
        expect(memberData(record, isPayload(user) ? packUser(String(user['id']), user, context.pool) : undefined)).toEqual(payload);
      }),
    );
  });

  it('knows a payload that says no more than it does, and none that says anything else', () => {
    const payload = member(1, { roles: ['5'], avatar: '0123456789abcdef', unknown: [] });
    const record = packMember('1', payload, context);
    expect(isKnownMember(record, payload, context.pool)).toBe(true);
    expect(isKnownMember(record, { roles: ['5'], deaf: false }, context.pool)).toBe(true);
    const news = [
      { nick: 'x' },
      { roles: [] },
      { roles: ['6'] },
      { roles: null },
      { joined_at: null },
      { deaf: true },
      { avatar: 'x' },
      { banner: null },
    ];
    expect(news.filter((each) => isKnownMember(record, each, context.pool))).toEqual([]);
    expect(isKnownMember(record, { unknown: [1] }, context.pool)).toBe(false);
  });

  it('tells until when it is silenced', () => {
    const until = '2026-05-01T00:00:00+00:00';
    expect(timeoutUntilMs(packMember('1', member(1, { communication_disabled_until: until }), context))).toBe(Date.parse(until));
    expect(timeoutUntilMs(packMember('1', member(1), context))).toBeNull();
    expect(timeoutUntilMs(packMember('1', member(1, { communication_disabled_until: 'soon' }), context))).toBeNull();
  });
});
