import { describe, expect, it } from '@jest/globals';
import type { GuildFacts, MemberFacts } from '../../src/queries/index.js';
import { baseBits, guildPermissions, rolesOf } from '../../src/queries/guildPermissions.js';
import { ALL, digits, guild, member, NOW_MS, OWNER, role } from './scene.js';

const asked = (facts: GuildFacts, who: MemberFacts): string => guildPermissions({ guild: facts, member: who, nowMs: NOW_MS }).toString();

describe('what a member may do in a guild', () => {
  const helpers = guild(
    ['VIEW_CHANNEL'],
    role('501', ['KICK_MEMBERS', 'SEND_MESSAGES']),
    role('502', ['SEND_MESSAGES', 'BAN_MEMBERS']),
    role('503', ['ADMINISTRATOR']),
  );

  it('is what @everyone and the roles give together', () => {
    expect(asked(helpers, member())).toBe(digits('VIEW_CHANNEL'));
    expect(asked(helpers, member('2', ['501', '502']))).toBe(digits('VIEW_CHANNEL', 'KICK_MEMBERS', 'BAN_MEMBERS', 'SEND_MESSAGES'));
  });

  it('is everything for an administrator and for the owner, and for the owner whatever the roles', () => {
    expect(asked(helpers, member('2', ['503']))).toBe(ALL);
    expect(asked(guild(['ADMINISTRATOR']), member())).toBe(ALL);
    expect(asked({ ...guild(), roles: new Map() }, member(OWNER, ['999']))).toBe(ALL);
  });

  it('is to look and to read in a time-out, except for owners and administrators', () => {
    const facts = guild(['VIEW_CHANNEL', 'READ_MESSAGE_HISTORY', 'SEND_MESSAGES', 'KICK_MEMBERS'], role('503', ['ADMINISTRATOR']));
    expect(asked(facts, member('2', [], NOW_MS + 1))).toBe(digits('VIEW_CHANNEL', 'READ_MESSAGE_HISTORY'));
    expect(asked(facts, member('2', ['503'], NOW_MS + 1))).toBe(ALL);
    expect(asked(facts, member(OWNER, [], NOW_MS + 1))).toBe(ALL);
    expect(asked(guild(['SEND_MESSAGES']), member('2', [], NOW_MS + 1))).toBe('0');
  });

  it('is not guessed while a role is unknown that could add to it', () => {
    expect(() => asked(helpers, member('2', ['501', '999']))).toThrow(
      expect.objectContaining({ code: 'CACHE_LACKS_DATA', lacks: { kind: 'role', guildId: '500', roleId: '999' } }),
    );
    expect(() => asked({ ...helpers, roles: new Map() }, member())).toThrow(
      expect.objectContaining({ lacks: { kind: 'role', guildId: '500', roleId: '500' } }),
    );
  });

  it('is certain with an unknown role when a known one is an administrator`s', () => {
    expect(asked(helpers, member('2', ['999', '503']))).toBe(ALL);
  });
});

describe('the bits before time-outs', () => {
  it('do not count them', () => {
    expect(baseBits(guild(['SEND_MESSAGES']), member('2', [], NOW_MS + 1))).toBe(2048n);
  });
});

describe('the roles of a member', () => {
  it('begin with @everyone', () => {
    expect(rolesOf(guild([], role('501')), member('2', ['501'])).map(({ id }) => id)).toEqual(['500', '501']);
  });

  it('are all needed', () => {
    expect(() => rolesOf(guild(), member('2', ['501']))).toThrow(expect.objectContaining({ code: 'CACHE_LACKS_DATA' }));
  });
});
