import { describe, expect, it } from '@jest/globals';
import { canBan, canKick, canManageNickname, canTimeout, type ModerationQuestion, type PermissionName } from '../../src/queries/index.js';
import { guild, member, NOW_MS, OWNER, role } from './scene.js';

const LOW = role('501');
const HIGH = role('503');

/** What an actor with this permission, from a role of rank 2, would do to somebody. */
function by(name: PermissionName, target = member('3', ['501']), actor = member('2', ['502'])): ModerationQuestion {
  return { actor, guild: guild(['CHANGE_NICKNAME'], LOW, role('502', [name]), HIGH), nowMs: NOW_MS, target };
}

const deeds = [
  ['kick', 'KICK_MEMBERS', canKick],
  ['ban', 'BAN_MEMBERS', canBan],
  ['time out', 'MODERATE_MEMBERS', canTimeout],
  ['rename', 'MANAGE_NICKNAMES', canManageNickname],
] as const;

describe.each(deeds)('who wants to %s', (_, name, can) => {
  it('needs the permission', () => {
    expect(can(by(name))).toBe(true);
    expect(can(by('MANAGE_GUILD'))).toBe(false);
  });

  it('must stand above the other: by role, not by equal or lower rank', () => {
    expect(can(by(name, member('3')))).toBe(true);
    expect(can(by(name, member('3', ['502'])))).toBe(false);
    expect(can(by(name, member('3', ['503'])))).toBe(false);
  });

  it('can never do it to the owner; the owner can to all others', () => {
    expect(can(by(name, member(OWNER)))).toBe(false);
    expect(can(by(name, member('3', ['503']), member(OWNER)))).toBe(true);
  });

  it('cannot while timed out', () => {
    expect(can(by(name, member('3', ['501']), member('2', ['502'], NOW_MS + 1)))).toBe(false);
    expect(can(by(name, member('3', ['501']), member('2', ['502'], NOW_MS)))).toBe(true);
  });

  it('gets an error, not a guess, when a role of the other is not known', () => {
    expect(() => can(by(name, member('3', ['999'])))).toThrow(expect.objectContaining({ code: 'CACHE_LACKS_DATA' }));
    expect(can(by('MANAGE_GUILD', member('3', ['999'])))).toBe(false);
  });
});

describe('oneself', () => {
  it.each([canKick, canBan, canTimeout])('cannot be kicked, banned or timed out', (can) => {
    expect(can(by('ADMINISTRATOR', member('2', ['502'])))).toBe(false);
    expect(can(by('ADMINISTRATOR', member(OWNER), member(OWNER)))).toBe(false);
  });

  it('can be renamed with CHANGE_NICKNAME; MANAGE_NICKNAMES is for others', () => {
    const self = member('2', ['502']);
    expect(canManageNickname(by('MANAGE_GUILD', self))).toBe(true);
    const strict = guild([], role('502', ['MANAGE_NICKNAMES']));
    expect(canManageNickname({ actor: self, guild: strict, nowMs: NOW_MS, target: self })).toBe(false);
  });
});

describe('an administrator', () => {
  it('of a lower rank can be kicked and banned, but not timed out', () => {
    const facts = guild([], role('501', ['ADMINISTRATOR']), role('502', ['KICK_MEMBERS', 'BAN_MEMBERS', 'MODERATE_MEMBERS']));
    const question = { actor: member('2', ['502']), guild: facts, nowMs: NOW_MS, target: member('3', ['501']) };
    expect([canKick, canBan, canTimeout].map((can) => can(question))).toEqual([true, true, false]);
  });
});

describe('a user who is not in the guild', () => {
  it('can be banned by everybody with BAN_MEMBERS', () => {
    expect(canBan({ ...by('BAN_MEMBERS'), target: null })).toBe(true);
    expect(canBan({ ...by('KICK_MEMBERS'), target: null })).toBe(false);
  });
});
