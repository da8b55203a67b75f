import { describe, expect, it } from '@jest/globals';
import { canAssignRole, canDeleteRole, canGrant, canManageRole, type RoleQuestion } from '../../src/queries/index.js';
import { guild, member, NOW_MS, OWNER, role } from './scene.js';

const own = role('502', ['MANAGE_ROLES', 'KICK_MEMBERS']);
const low = role('501');
const high = role('503');
const bots = role('501', [], { isManaged: true });
const everyone = role('500', [], { position: 0 });

function about(which: RoleQuestion['role'], actor = member('2', ['502'])): RoleQuestion {
  return { actor, guild: guild([], low, own, high, role('504', ['ADMINISTRATOR'])), nowMs: NOW_MS, role: which };
}

describe.each([
  ['edit', canManageRole],
  ['delete', canDeleteRole],
  ['assign', canAssignRole],
] as const)('who wants to %s a role', (_, can) => {
  it('needs MANAGE_ROLES and a higher role', () => {
    expect([low, own, high].map((which) => can(about(which)))).toEqual([true, false, false]);
    expect(can(about(low, member('2', ['503'])))).toBe(false);
    expect(can(about(low, member('2', ['502'], NOW_MS + 1)))).toBe(false);
  });

  it('can do it to all as the owner, and as an administrator to those below', () => {
    expect(can(about(role('599'), member(OWNER)))).toBe(true);
    expect([high, role('599')].map((which) => can(about(which, member('2', ['504']))))).toEqual([true, false]);
  });

  it('gets an error, not a guess, when a role of his own is not known', () => {
    expect(() => can(about(low, member('2', ['502', '999'])))).toThrow(expect.objectContaining({ code: 'CACHE_LACKS_DATA' }));
  });
});

describe('a role that belongs to an integration, and @everyone', () => {
  it('can be edited, but neither deleted nor assigned, not even by the owner', () => {
    for (const which of [bots, everyone]) {
      expect([canManageRole, canDeleteRole, canAssignRole].map((can) => can(about(which)))).toEqual([true, false, false]);
      expect([canDeleteRole, canAssignRole].map((can) => can(about(which, member(OWNER))))).toEqual([false, false]);
    }
  });
});

describe('who gives permissions to a role', () => {
  it('can give only what he has', () => {
    expect(canGrant({ ...about(low), permissions: ['KICK_MEMBERS'] })).toBe(true);
    expect(canGrant({ ...about(low), permissions: ['KICK_MEMBERS', 'BAN_MEMBERS'] })).toBe(false);
    expect(canGrant({ ...about(high), permissions: [] })).toBe(false);
  });

  it('can give everything as an administrator, also what has no name yet', () => {
    expect(canGrant({ ...about(low, member('2', ['504'])), permissions: 1n << 60n })).toBe(true);
  });
});
