import { describe, expect, it } from '@jest/globals';
import { Form } from '../../../src/world/forms/Form.js';
import { commandPermissionsOf, readCommandPermissions, setCommandPermissions } from '../../../src/world/guild/commandPermissions.js';
import { arrangeHome, outcome } from '../../arrangeHome.js';

describe('the permissions of a command in a guild', () => {
  it('are kept, and told to the bot with a line in the audit log', () => {
    const { alice, events, guild, world } = arrangeHome({ botPermissions: ['ViewAuditLog'] });
    const permissions = readCommandPermissions(new Form({ permissions: [{ id: alice.id, type: 2, permission: true }] }));
    setCommandPermissions(world, guild, { reason: null, userId: alice.id }, '7', permissions);
    expect(commandPermissionsOf(guild, '7')).toEqual([{ id: alice.id, type: 2, permission: true }]);
    expect(commandPermissionsOf(guild, '8')).toBeUndefined();
    expect(events).toMatchObject([
      { t: 'APPLICATION_COMMAND_PERMISSIONS_UPDATE', d: { id: '7', guild_id: guild.id, permissions } },
      { t: 'GUILD_AUDIT_LOG_ENTRY_CREATE', d: { action_type: 121, target_id: '7' } },
    ]);
  });

  it.each([
    {},
    { permissions: [{ id: 'x', type: 1, permission: true }] },
    { permissions: [{ id: '1', type: 4, permission: true }] },
    { permissions: Array.from({ length: 101 }, () => ({ id: '1', type: 1, permission: true })) },
  ])('are refused as %j', (body) => {
    expect(outcome(() => readCommandPermissions(new Form(body)))).toBe('400 50035');
  });
});
