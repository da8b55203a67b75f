import { describe, expect, it } from '@jest/globals';
import { resolvePermissions } from '../../src/queries/resolvePermissions.js';

describe('permissions as users and Discord write them', () => {
  it.each([
    ['a name', 'SEND_MESSAGES', 2048n],
    ['decimal digits', '3072', 3072n],
    ['no permission in digits', '0', 0n],
    ['a bigint', 1n << 52n, 1n << 52n],
    ['a number', 2 ** 52, 1n << 52n],
    ['a set', { bits: 5n }, 5n],
    ['a list', ['VIEW_CHANNEL', 2048n, ['KICK_MEMBERS']], 3074n],
    ['an empty list', [], 0n],
  ])('are read from %s', (_, value, bits) => {
    expect(resolvePermissions(value)).toBe(bits);
  });

  it('P-17 numbers beyond 2^53: digits and bigints are read without loss, a number that has lost bits is refused', () => {
    expect(resolvePermissions('9223372036854775808')).toBe(9_223_372_036_854_775_808n);
    expect(resolvePermissions(9_223_372_036_854_775_808n)).toBe(9_223_372_036_854_775_808n);
    expect(() => resolvePermissions(2 ** 63)).toThrow(expect.objectContaining({ code: 'INVALID_PERMISSIONS' }));
  });

  it('keep bits that have no name yet', () => {
    expect(resolvePermissions((1n << 60n).toString())).toBe(1n << 60n);
  });

  it.each([-1, -1n, 1.5, Number.NaN, '', '-1', '+1', '1.5', '0x10', '1'.repeat(65), null, undefined, {}, { bits: 1 }, [null], true])(
    'are not %p',
    (value) => {
      const code = value === '' || typeof value !== 'string' || /^[-+\d]/.test(value) ? 'INVALID_PERMISSIONS' : 'UNKNOWN_PERMISSION';
      expect(() => resolvePermissions(value)).toThrow(expect.objectContaining({ code }));
    },
  );

  it.each([
    ['VIEW_CHANEL', 'VIEW_CHANNEL'],
    ['ViewChannel', 'VIEW_CHANNEL'],
    ['manage messages', 'MANAGE_MESSAGES'],
    ['SendTTSMessages', 'SEND_TTS_MESSAGES'],
    ['use-vad', 'USE_VAD'],
  ])('are not %s; the error asks for %s', (wrong, right) => {
    expect(() => resolvePermissions(wrong)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_PERMISSION', message: expect.stringContaining(`Did you mean \`${right}\`?`) as unknown }),
    );
  });

  it('are no name of an object`s own kind', () => {
    expect(() => resolvePermissions('toString')).toThrow(expect.objectContaining({ code: 'UNKNOWN_PERMISSION' }));
    expect(() => resolvePermissions('qqqqqqqq')).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('Did you mean') as unknown }),
    );
  });
});
