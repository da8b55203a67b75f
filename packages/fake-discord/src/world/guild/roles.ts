import type { APIRole } from 'discord-api-types/v10';
import { makeRole } from '../arrange.js';
import type { Form } from '../forms/Form.js';
import { readPermissions } from '../forms/permissionsForm.js';
import { channelsAndThreads } from '../permissions.js';
import type { GuildRecord } from '../records.js';
import { badRequest, forbidden, missingPermissions, unknown } from '../refusals.js';
import type { World } from '../World.js';
import { audit, bitsIn, enterGuild, rankOf } from './Doer.js';
import type { Doer } from './Doer.js';
import { imageFields } from './wire.js';

const ROLES_MAX = 250;
const ROLE_CREATE = 30;
const ROLE_UPDATE = 31;
const ROLE_DELETE = 32;
const COLOR_MAX = 0xffffff;

/** Makes a role, at the bottom of the list. */
export function createRole(world: World, doer: Doer, guildId: string, form: Form): APIRole {
  const guild = enterGuild(world, doer.userId, guildId, 'ManageRoles');
  const fields = readRole(world, guild, doer.userId, form);
  form.check();
  if (guild.roles.size >= ROLES_MAX) throw badRequest(30005, `Maximum number of guild roles reached (${String(ROLES_MAX)})`);
  const everyone = BigInt(guild.roles.get(guild.id)?.permissions ?? '0');
  checkBoosts(guild, fields);
  const role: APIRole = { ...makeRole(world.snowflakes.next(), 'new role', everyone, 1), ...fields };
  guild.roles.set(role.id, role);
  world.publishInGuild(guild, 'GUILD_ROLE_CREATE', { guild_id: guild.id, role });
  audit(world, guild, doer, { actionType: ROLE_CREATE, targetId: role.id, after: role });
  return role;
}

export function editRole(world: World, doer: Doer, guildId: string, roleId: string, form: Form): APIRole {
  const guild = enterGuild(world, doer.userId, guildId, 'ManageRoles');
  const before = roleBelow(guild, doer.userId, roleId);
  const fields = readRole(world, guild, doer.userId, form);
  form.check();
  checkBoosts(guild, fields);
  const role: APIRole = { ...before, ...fields };
  return keepRole(world, guild, doer, before, role);
}

/** A role goes from all who have it and from all overwrites, without a word of them. */
export function deleteRole(world: World, doer: Doer, guildId: string, roleId: string): void {
  const guild = enterGuild(world, doer.userId, guildId, 'ManageRoles');
  const role = roleBelow(guild, doer.userId, roleId);
  if (role.managed || role.id === guild.id) throw badRequest(50028, 'Invalid role');
  guild.roles.delete(roleId);
  for (const [id, member] of guild.members) {
    if (member.roles.includes(roleId)) guild.members.set(id, { ...member, roles: member.roles.filter((each) => each !== roleId) });
  }
  for (const channel of channelsAndThreads(guild)) channel.overwrites = channel.overwrites.filter(({ id }) => id !== roleId);
  world.publishInGuild(guild, 'GUILD_ROLE_DELETE', { guild_id: guild.id, role_id: roleId });
  audit(world, guild, doer, { actionType: ROLE_DELETE, targetId: roleId, before: role });
}

/** Moves roles in the list; nobody moves what is above them, or anything there. */
export function moveRoles(world: World, doer: Doer, guildId: string, list: Form): readonly APIRole[] {
  const guild = enterGuild(world, doer.userId, guildId, 'ManageRoles');
  const moves = list.items().map((item) => {
    item.require('id');
    return { id: item.snowflake('id') ?? '', position: item.integer('position', { min: 0 }) };
  });
  list.check();
  const rank = rankOf(guild, doer.userId);
  for (const { id, position } of moves) {
    roleBelow(guild, doer.userId, id);
    if ((position ?? 0) >= rank) throw missingPermissions();
  }
  for (const { id, position } of moves) {
    const before = guild.roles.get(id);
    if (before !== undefined && position !== undefined && position !== before.position)
      keepRole(world, guild, doer, before, { ...before, position });
  }
  return [...guild.roles.values()];
}

/** How many have each role, all but @everyone. */
export function roleCounts(guild: GuildRecord): Readonly<Record<string, number>> {
  const members = [...guild.members.values()];
  const ids = [...guild.roles.keys()].filter((id) => id !== guild.id);
  return Object.fromEntries(ids.map((id) => [id, members.filter(({ roles }) => roles.includes(id)).length]));
}

/** A role of the guild that stands below this user's own. */
export function roleBelow(guild: GuildRecord, userId: string, roleId: string): APIRole {
  const role = guild.roles.get(roleId);
  if (role === undefined) throw unknown('Role');
  if (role.position >= rankOf(guild, userId)) throw missingPermissions();
  return role;
}

function keepRole(world: World, guild: GuildRecord, doer: Doer, before: APIRole, role: APIRole): APIRole {
  guild.roles.set(role.id, role);
  world.publishInGuild(guild, 'GUILD_ROLE_UPDATE', { guild_id: guild.id, role });
  audit(world, guild, doer, { actionType: ROLE_UPDATE, targetId: role.id, before, after: role });
  return role;
}

/** Pictures and gradients come with boosts. */
function checkBoosts({ more }: GuildRecord, { colors, icon, unicode_emoji: emoji }: Partial<APIRole>): void {
  const features: readonly string[] = more.features ?? [];
  const isPlain = (colors?.secondary_color ?? null) === null && (colors?.tertiary_color ?? null) === null;
  const hasPicture = (icon ?? emoji ?? '') !== '';
  if ((isPlain || features.includes('ENHANCED_ROLE_COLORS')) && (!hasPicture || features.includes('ROLE_ICONS'))) return;
  throw forbidden(50101, 'This server needs more boosts to perform this action');
}

/** Nobody can give what they have not. */
function readRole(world: World, guild: GuildRecord, userId: string, form: Form): Partial<APIRole> {
  const permissions = readPermissions(form, 'permissions');
  if (permissions !== undefined && (permissions & ~bitsIn(world, guild, userId)) !== 0n) throw missingPermissions();
  const colors = form.object('colors');
  const color = colors?.integer('primary_color', { min: 0, max: COLOR_MAX }) ?? form.integer('color', { min: 0, max: COLOR_MAX });
  const others = {
    secondary_color: colors?.integer('secondary_color', { min: 0, max: COLOR_MAX }) ?? null,
    tertiary_color: colors?.integer('tertiary_color', { min: 0, max: COLOR_MAX }) ?? null,
  };
  const given = {
    name: form.string('name', { min: 1, max: 100 }),
    permissions: permissions?.toString(),
    hoist: form.boolean('hoist'),
    mentionable: form.boolean('mentionable'),
    unicode_emoji: form.isNull('unicode_emoji') ? null : form.string('unicode_emoji', { max: 100 }),
    ...imageFields(form, 'icon'),
    ...(color !== undefined && { color, colors: { primary_color: color, ...others } }),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
