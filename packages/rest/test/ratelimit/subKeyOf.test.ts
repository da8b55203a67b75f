import { describe, expect, it } from '@jest/globals';
import { subKeyOf } from '../../src/ratelimit/subKeyOf.js';

const NOW_MS = Date.UTC(2026, 10, 20);
const DELETE = 'DELETE /channels/:id/messages/:id';
const idOfAge = (ageMs: number): string => String((BigInt(NOW_MS - ageMs) - 1_420_070_400_000n) << 22n);
const ofAge = (ageMs: number): string => subKeyOf(DELETE, `/channels/1/messages/${idOfAge(ageMs)}`, undefined, NOW_MS);

describe('subKeyOf', () => {
  it('sorts deletes of messages by their age', () => {
    expect([0, 9_999, 10_000, 14 * 86_400_000, 14 * 86_400_000 + 1].map(ofAge)).toEqual(['young', 'young', '', '', 'old']);
  });

  it('takes a clock that is behind Discord’s for a young message', () => {
    expect(ofAge(-60_000)).toBe('young');
  });

  it.each([
    ['its name', { name: 'general' }, 'name'],
    ['its topic', { topic: null }, 'topic'],
    ['both', { topic: 'chess', name: 'chess' }, 'name'],
    ['something else', { nsfw: true }, ''],
    ['nothing', { name: undefined }, ''],
    ['no object', 'name', ''],
    ['null', null, ''],
  ])('sorts a change of a channel by what it changes: %s', (_, body, key) => {
    expect(subKeyOf('PATCH /channels/:id', '/channels/1', body, NOW_MS)).toBe(key);
  });

  it('is empty for every other route, and for what is no id', () => {
    expect(subKeyOf('PATCH /guilds/:id', '/guilds/1', { name: 'Home' }, NOW_MS)).toBe('');
    expect(subKeyOf(DELETE, '/channels/1/messages/x', undefined, NOW_MS)).toBe('');
  });
});
