import { describe } from '@jest/globals';
import { guildRoleMethods } from '../../../src/endpoints/guilds/roles.js';
import { itCalls } from '../itCalls.js';

const brief = { maxWaitMs: 1_000 };
const why = { reason: 'new gardeners' };
const positions = [{ id: '2', position: 1 }];

describe('roles', () => {
  itCalls(guildRoleMethods, [
    ['roles', ['1', brief], 'GET /guilds/1/roles', brief],
    ['role', ['1', '2', brief], 'GET /guilds/1/roles/2', brief],
    ['roleMemberCounts', ['1', brief], 'GET /guilds/1/roles/member-counts', brief],
    ['createRole', ['1', { name: 'Gardener' }, why], 'POST /guilds/1/roles', { ...why, body: { name: 'Gardener' } }],
    ['createRole', ['1'], 'POST /guilds/1/roles', { body: {} }],
    ['editRole', ['1', '2', { hoist: true }, why], 'PATCH /guilds/1/roles/2', { ...why, body: { hoist: true } }],
    ['editRolePositions', ['1', positions, why], 'PATCH /guilds/1/roles', { ...why, body: positions }],
    ['deleteRole', ['1', '2', why], 'DELETE /guilds/1/roles/2', why],
  ]);
});
