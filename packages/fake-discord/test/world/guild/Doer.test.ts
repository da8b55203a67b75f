import { describe, expect, it } from '@jest/globals';
import { addRole, updateMember } from '../../../src/world/arrange.js';
import { audit, checkOutranks, enterGuild, enterGuildWithAny, publishToModerators, rankOf } from '../../../src/world/guild/Doer.js';
import { arrangeHome, outcome } from '../../arrangeHome.js';

describe('who does something to a guild', () => {
  it('must be in it and be allowed to', () => {
    const { alice, guild, world } = arrangeHome();
    expect(outcome(() => enterGuild(world, alice.id, guild.id, 'KickMembers'))).toBe('403 50013');
    expect(outcome(() => enterGuildWithAny(world, alice.id, guild.id, 'KickMembers', 'SendMessages'))).toBe('done');
    guild.members.delete(alice.id);
    expect(outcome(() => enterGuild(world, alice.id, guild.id))).toBe('403 50001');
  });

  it('stands as high as their highest role, the owner above all', () => {
    const { alice, bob, guild, world } = arrangeHome();
    const roles = ['low', 'high'].map((name) => addRole(world, guild, { name }).id);
    updateMember(world, guild, alice.id, { roles });
    expect([rankOf(guild, alice.id), rankOf(guild, bob.id), rankOf(guild, guild.ownerId)]).toEqual([2, 0, Infinity]);
  });

  it('acts on those below, not on equals', () => {
    const { alice, bob, guild, world } = arrangeHome();
    const check = (userId: string, targetId: string) =>
      outcome(() => {
        checkOutranks(guild, userId, targetId);
      });
    expect(check(alice.id, bob.id)).toBe('403 50013');
    updateMember(world, guild, alice.id, { roles: [addRole(world, guild, { name: 'mod' }).id] });
    expect([check(alice.id, bob.id), check(alice.id, guild.ownerId)]).toEqual(['done', '403 50013']);
  });
});

describe('the audit log', () => {
  it('notes what differs, who did it and why', () => {
    const { alice, guild, world } = arrangeHome();
    const [before, after] = [
      { id: '1', name: 'old', topic: 'same' },
      { id: '1', name: 'new', topic: 'same', nsfw: true },
    ];
    audit(world, guild, { userId: alice.id, reason: 'why not' }, { actionType: 11, targetId: '1', before, after });
    expect(guild.auditLog).toEqual([
      {
        id: expect.any(String),
        user_id: alice.id,
        target_id: '1',
        action_type: 11,
        changes: [
          { key: 'name', old_value: 'old', new_value: 'new' },
          { key: 'nsfw', new_value: true },
        ],
        reason: 'why not',
      },
    ]);
  });

  it('is told to a bot that may read it', () => {
    const told = [[], ['ViewAuditLog' as const]].map((botPermissions) => {
      const { alice, guild, told: names, world } = arrangeHome({ botPermissions });
      audit(world, guild, { userId: alice.id, reason: null }, { actionType: 1, targetId: null });
      publishToModerators(world, guild, 'GUILD_BAN_ADD', {}, 'BanMembers', 'ViewAuditLog');
      return names();
    });
    expect(told).toEqual([[], ['GUILD_AUDIT_LOG_ENTRY_CREATE', 'GUILD_BAN_ADD']]);
  });
});
