import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareRoles, highestRole, outranks, outranksRole, type RoleFacts } from '../../src/queries/index.js';
import { guild, GUILD, member, OWNER, role } from './scene.js';

const at = (position: number, id: string): RoleFacts => role(id, [], { position });

describe('two roles', () => {
  it('are ranked by position', () => {
    expect(compareRoles(GUILD, at(2, '501'), at(1, '502'))).toBeGreaterThan(0);
    expect(compareRoles(GUILD, at(1, '502'), at(2, '501'))).toBeLessThan(0);
  });

  it('of one position are ranked by age: the older one is higher', () => {
    expect(compareRoles(GUILD, at(1, '501'), at(1, '502'))).toBeGreaterThan(0);
    expect(compareRoles(GUILD, at(1, '501'), at(1, '501'))).toBe(0);
  });

  it.each([
    ['9007199254740992', '9007199254740993'],
    ['9223372036854775807', '9223372036854775808'],
    ['999999999999999999', '1000000000000000000'],
  ])('K-13 snowflakes: %s is older than %s, though as numbers they may be equal and as text the other way round', (older, younger) => {
    expect(compareRoles(GUILD, at(1, older), at(1, younger))).toBeGreaterThan(0);
    expect(compareRoles(GUILD, at(1, younger), at(1, older))).toBeLessThan(0);
  });

  it('are both above @everyone, even at its position', () => {
    expect(compareRoles(GUILD, at(0, '999'), at(0, GUILD))).toBeGreaterThan(0);
    expect(compareRoles(GUILD, at(0, GUILD), at(0, '999'))).toBeLessThan(0);
    expect(compareRoles(GUILD, at(0, GUILD), at(0, GUILD))).toBe(0);
  });

  it('have an order: somebody is the highest, and sorting is the same from every start', () => {
    const roles = fc.uniqueArray(
      fc.tuple(fc.nat(3), fc.bigInt(500n, 1n << 63n)).map(([position, id]) => at(position, String(id))),
      { selector: ({ id }) => id },
    );
    const sorted = (some: readonly RoleFacts[]): readonly string[] =>
      some.toSorted((a, b) => compareRoles(GUILD, a, b)).map(({ id }) => id);
    fc.assert(
      fc.property(roles, (some) => {
        expect(sorted(some.toReversed())).toEqual(sorted(some));
      }),
    );
  });
});

describe('members', () => {
  const facts = guild([], role('501'), role('502'), role('503'));

  it('have the rank of their highest role, or that of @everyone', () => {
    expect(highestRole(facts, member('2', ['501', '503', '502'])).id).toBe('503');
    expect(highestRole(facts, member('2')).id).toBe(GUILD);
  });

  it('stand above those whose highest role is lower, not above equals or themselves', () => {
    const [low, high, alsoHigh] = [member('2', ['501']), member('3', ['502']), member('4', ['502', '501'])];
    expect(outranks(facts, high, low)).toBe(true);
    expect(outranks(facts, low, high)).toBe(false);
    expect(outranks(facts, high, alsoHigh)).toBe(false);
    expect(outranks(facts, high, high)).toBe(false);
    expect(outranks(facts, member('2', ['999']), member('2', ['999']))).toBe(false);
  });

  it('stand below the owner, who needs no role and is above all others', () => {
    expect(outranks(facts, member(OWNER), member('2', ['503']))).toBe(true);
    expect(outranks(facts, member('2', ['503']), member(OWNER))).toBe(false);
    expect(outranks(facts, member(OWNER), member(OWNER))).toBe(false);
  });

  it('stand above roles below their own; all are below the owner', () => {
    expect(outranksRole(facts, member('2', ['502']), role('501'))).toBe(true);
    expect(outranksRole(facts, member('2', ['502']), role('502'))).toBe(false);
    expect(outranksRole(facts, member(OWNER), role('503'))).toBe(true);
  });

  it('have no rank while one of their roles is not known', () => {
    const lacks = { code: 'CACHE_LACKS_DATA', lacks: { kind: 'role', guildId: GUILD, roleId: '999' } };
    expect(() => highestRole(facts, member('2', ['501', '999']))).toThrow(expect.objectContaining(lacks));
    expect(() => outranks(facts, member('2', ['503']), member('3', ['999']))).toThrow(expect.objectContaining(lacks));
  });
});
