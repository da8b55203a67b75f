import { createRole, deleteRole, editRole, moveRoles, roleCounts } from '../../world/guild/roles.js';
import { unknown } from '../../world/refusals.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { doerOf, guildOf, param } from './params.js';

/** Roles of a guild. */
export const roleRoutes: readonly Route[] = [
  route('GET /guilds/:guildId/roles', (context) => ({ status: 200, body: [...guildOf(context).roles.values()] })),
  route('GET /guilds/:guildId/roles/member-counts', (context) => ({ status: 200, body: roleCounts(guildOf(context)) })),
  route('GET /guilds/:guildId/roles/:roleId', show),
  route('POST /guilds/:guildId/roles', create),
  route('PATCH /guilds/:guildId/roles', move, { takesList: true }),
  route('PATCH /guilds/:guildId/roles/:roleId', edit),
  route('DELETE /guilds/:guildId/roles/:roleId', remove),
];

function show(context: RouteContext): RestReply {
  const found = guildOf(context).roles.get(param(context, 'roleId'));
  if (found === undefined) throw unknown('Role');
  return { status: 200, body: found };
}

function create(context: RouteContext): RestReply {
  return { status: 200, body: createRole(context.world, doerOf(context), param(context, 'guildId'), context.form) };
}

function edit(context: RouteContext): RestReply {
  const { form, world } = context;
  return { status: 200, body: editRole(world, doerOf(context), param(context, 'guildId'), param(context, 'roleId'), form) };
}

function move(context: RouteContext): RestReply {
  return { status: 200, body: moveRoles(context.world, doerOf(context), param(context, 'guildId'), context.form) };
}

function remove(context: RouteContext): RestReply {
  deleteRole(context.world, doerOf(context), param(context, 'guildId'), param(context, 'roleId'));
  return { status: 204 };
}
