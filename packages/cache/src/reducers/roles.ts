import type { ChannelRecord } from '../records/channel.js';
import { idOf, isPayload, merged, payloadsOf, type Payload } from '../records/payload.js';
import { packRole, roleData, type RoleRecord } from '../records/role.js';
import type { Shelf } from '../tables/Shelf.js';
import type { World } from '../tables/World.js';
import { changed, IGNORED, inGuild, type Reducers } from './Reducer.js';

export const roleReducers: Reducers = {
  GUILD_ROLE_CREATE: inGuild((world, shelf, { role }) => {
    const id = isPayload(role) ? idOf(role['id']) : undefined;
    if (!isPayload(role) || id === undefined || world.buried.isBuried(`role:${id}`, world.nowMs)) return IGNORED;
    const before = shelf.get('roles', id);
    writeRole(world, shelf, id, role);
    return changed(before, shelf.get('roles', id));
  }),

  GUILD_ROLE_UPDATE: inGuild((world, shelf, { role }) => {
    const before = isPayload(role) ? shelf.get('roles', idOf(role['id']) ?? '') : undefined;
    if (!isPayload(role) || before === undefined) return IGNORED;
    writeRole(world, shelf, before.id, merged(roleData(before) as unknown as Payload, role));
    return changed(before, shelf.get('roles', before.id));
  }),

  GUILD_ROLE_DELETE: inGuild((world, shelf, payload) => {
    const id = idOf(payload['role_id']);
    if (id === undefined) return IGNORED;
    world.buried.bury(`role:${id}`, world.nowMs);
    return changed(removeRole(world, shelf, id), undefined);
  }),
};

/** Makes the roles of a guild those of a list. */
export function syncRoles(world: World, shelf: Shelf, list: unknown): void {
  const named = new Set<string>();
  for (const role of payloadsOf(list)) {
    const id = idOf(role['id']);
    if (id === undefined) continue;
    named.add(id);
    world.buried.raise(`role:${id}`);
    writeRole(world, shelf, id, role);
  }
  for (const { id } of shelf.all('roles')) if (!named.has(id)) removeRole(world, shelf, id);
}

function writeRole(world: World, shelf: Shelf, id: string, payload: Payload): void {
  const known = shelf.get('roles', id)?.id ?? id;
  world.put(shelf, 'roles', known, packRole(known, payload, { pool: world.pool, intern: shelf.intern }));
}

/** Takes a role out, of members and channels too: Discord sends no event for each of those. */
function removeRole(world: World, shelf: Shelf, id: string): RoleRecord | undefined {
  for (const member of shelf.all('members')) {
    if (!member.roles.includes(id)) continue;
    const roles = member.roles.filter((role) => role !== id);
    world.put(shelf, 'members', member.user_id, { ...member, roles });
  }
  for (const channel of shelf.all('channels')) {
    if (channel.permission_overwrites?.some((overwrite) => overwrite.id === id))
      world.put(shelf, 'channels', channel.id, without(channel, id));
  }
  return world.take(shelf, 'roles', id);
}

function without(channel: ChannelRecord, overwriteId: string): ChannelRecord {
  return { ...channel, permission_overwrites: channel.permission_overwrites?.filter(({ id }) => id !== overwriteId) };
}
