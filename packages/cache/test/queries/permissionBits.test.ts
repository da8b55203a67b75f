import { describe, expect, it } from '@jest/globals';
import {
  ALL_BITS,
  bitsOfChannels,
  GUILD_LEVEL_BITS,
  permissionBits,
  permissionNames,
  TWO_FACTOR_BITS,
} from '../../src/queries/permissionBits.js';
import { digits, documented } from './scene.js';

const namesWhere = (isMeant: (permission: (typeof documented.permissions)[number]) => boolean): bigint =>
  BigInt(digits(...documented.permissions.filter(isMeant).map(({ name }) => name)));

describe("the table of permissions, beside Discord's", () => {
  it.each(documented.permissions.map(({ name, value }) => [name, value] as const))('has %s at %s', (name, value) => {
    expect(permissionBits[name]).toBe(BigInt(value));
  });

  it('has all 52 in their order, and no other', () => {
    expect(documented.permissions).toHaveLength(52);
    expect(permissionNames).toEqual(documented.permissions.map(({ name }) => name));
    expect(Object.keys(permissionBits)).toEqual(permissionNames);
  });

  it('invents no bit: their sum has a hole at 47 and ends at 52', () => {
    expect(ALL_BITS).toBe(BigInt(documented.allMask));
    expect(documented.gaps.every((bit) => (ALL_BITS & (1n << BigInt(bit))) === 0n)).toBe(true);
    expect(ALL_BITS < 1n << 53n).toBe(true);
  });

  it('knows what applies to which channels, what to none, and what needs two-factor authentication', () => {
    for (const kind of ['T', 'V', 'S'] as const) {
      expect(bitsOfChannels(kind)).toBe(namesWhere(({ channelTypes }) => channelTypes.includes(kind)));
    }
    expect(GUILD_LEVEL_BITS).toBe(namesWhere(({ channelTypes }) => channelTypes.length === 0));
    expect(TWO_FACTOR_BITS).toBe(namesWhere(({ needs2faWhenGuildRequiresIt }) => needs2faWhenGuildRequiresIt));
  });
});
