import type { APIAuditLogChange, APIRole } from 'discord-api-types/v10';
import { removeMember, updateMember } from '../arrange.js';
import { isVoiceBased } from '../channelTypes.js';
import type { Bounds, Form } from '../forms/Form.js';
import { allows, channelsAndThreads } from '../permissions.js';
import type { PermissionName } from '../permissions.js';
import type { BanRecord, GuildRecord, MemberRecord } from '../records.js';
import { badRequest, missingPermissions, unknown } from '../refusals.js';
import { snowflakeMs } from '../Snowflakes.js';
import { isoTime } from '../time.js';
import { setVoiceState } from '../voice.js';
import type { World } from '../World.js';
import { audit, bitsIn, checkOutranks, enterGuild, publishToModerators } from './Doer.js';
import type { Doer } from './Doer.js';
import { roleBelow } from './roles.js';

const KICK = 20;
const BAN = 22;
const UNBAN = 23;
const UPDATE = 24;
const ROLE_UPDATE = 25;
const MOVE = 26;
const DISCONNECT = 27;
export const NICK_MAX = 32;
const TIMEOUT_MAX_MS = 28 * 86_400_000;
const BULK_BAN_MAX = 200;
const DELETE_MAX_SECONDS = 604_800;

/** Which permission each field of a member needs. */
export const MEMBER_FIELD_NEEDS: Readonly<Record<string, PermissionName>> = {
  nick: 'ManageNicknames',
  roles: 'ManageRoles',
  mute: 'MuteMembers',
  deaf: 'DeafenMembers',
  channel_id: 'MoveMembers',
  communication_disabled_until: 'ModerateMembers',
};

/**
 * Changes a member: nickname, roles, time-out, and what they are in voice.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild#modify-guild-member | Modify guild member}
 */
export function editMember(world: World, doer: Doer, guildId: string, userId: string, form: Form): MemberRecord {
  const fields = form.names().filter((name) => name in MEMBER_FIELD_NEEDS);
  const guild = enterGuild(world, doer.userId, guildId, ...fields.flatMap((name) => MEMBER_FIELD_NEEDS[name] ?? []));
  const before = memberOf(world, guild, userId);
  if (form.has('nick') || form.has('communication_disabled_until')) if (userId !== doer.userId) checkOutranks(guild, doer.userId, userId);
  const change = readChange(world, guild, doer.userId, before, form);
  form.check();
  changeVoice(world, guild, doer, userId, form);
  return applyChange(world, guild, doer, before, change);
}

/** The bot's own nickname, for which another permission counts. */
export function editOwnMember(world: World, doer: Doer, guildId: string, form: Form): MemberRecord {
  const guild = enterGuild(world, doer.userId, guildId, ...(form.has('nick') ? (['ChangeNickname'] as const) : []));
  const nick = readNick(form);
  form.check();
  return applyChange(world, guild, doer, memberOf(world, guild, doer.userId), form.has('nick') ? { nick } : {});
}

/** Gives or takes one role. */
export function setRole(
  world: World,
  doer: Doer,
  guildId: string,
  { has, roleId, userId }: { readonly has: boolean; readonly roleId: string; readonly userId: string },
): void {
  const guild = enterGuild(world, doer.userId, guildId, 'ManageRoles');
  const before = memberOf(world, guild, userId);
  checkGivable(guild, roleBelow(guild, doer.userId, roleId));
  if (before.roles.includes(roleId) === has) return;
  const others = before.roles.filter((id) => id !== roleId);
  applyChange(world, guild, doer, before, { roles: has ? [...others, roleId] : others });
}

/** Throws somebody out, who may come back. */
export function kick(world: World, doer: Doer, guildId: string, userId: string): void {
  const guild = enterGuild(world, doer.userId, guildId, 'KickMembers');
  memberOf(world, guild, userId);
  checkOutranks(guild, doer.userId, userId);
  removeMember(world, guild, userId);
  audit(world, guild, doer, { actionType: KICK, targetId: userId });
}

/** Throws somebody out, who may not come back, and deletes what they wrote lately if asked to. Who is not there can be banned too. */
export function ban(world: World, doer: Doer, guildId: string, userId: string, form: Form): void {
  const guild = enterGuild(world, doer.userId, guildId, 'BanMembers');
  const seconds = readDeleteSeconds(form);
  form.check();
  banNow(world, guild, doer, userId, seconds);
}

/** Bans many at once; those who cannot be banned are told apart. */
export function bulkBan(
  world: World,
  doer: Doer,
  guildId: string,
  form: Form,
): { readonly banned_users: readonly string[]; readonly failed_users: readonly string[] } {
  const guild = enterGuild(world, doer.userId, guildId, 'BanMembers', 'ManageGuild');
  form.require('user_ids');
  const ids = form.snowflakes('user_ids', { min: 1, max: BULK_BAN_MAX, isSet: true }) ?? [];
  const seconds = readDeleteSeconds(form);
  form.check();
  const isBannable = (id: string): boolean => world.users.has(id) && !guild.bans.has(id) && isBelow(guild, doer.userId, id);
  const banned = ids.filter(isBannable);
  if (banned.length === 0) throw badRequest(500_000, 'Failed to ban users');
  for (const id of banned) banNow(world, guild, doer, id, seconds);
  return { banned_users: banned, failed_users: ids.filter((id) => !banned.includes(id)) };
}

export function unban(world: World, doer: Doer, guildId: string, userId: string): void {
  const guild = enterGuild(world, doer.userId, guildId, 'BanMembers');
  const { user } = findBan(guild, userId);
  guild.bans.delete(userId);
  publishToModerators(world, guild, 'GUILD_BAN_REMOVE', { guild_id: guild.id, user }, 'BanMembers', 'ViewAuditLog');
  audit(world, guild, doer, { actionType: UNBAN, targetId: userId });
}

/** @throws {@link RefusedError} 10026 */
export function findBan(guild: GuildRecord, userId: string): BanRecord {
  const found = guild.bans.get(userId);
  if (found === undefined) throw unknown('Ban');
  return found;
}

/** Members whose nickname or username begins with a text. */
export function searchMembers(guild: GuildRecord, query: string, limit: number): readonly MemberRecord[] {
  const text = query.toLowerCase();
  const begins = (name: string | null | undefined): boolean => name?.toLowerCase().startsWith(text) === true;
  const all = [...guild.members.values()];
  return all.filter(({ nick, user }) => begins(nick) || begins(user.username) || begins(user.global_name)).slice(0, limit);
}

function memberOf(world: World, guild: GuildRecord, userId: string): MemberRecord {
  if (!world.users.has(userId)) throw unknown('User');
  return world.member(guild, userId);
}

function banNow(world: World, guild: GuildRecord, doer: Doer, userId: string, seconds: number): void {
  const user = world.users.get(userId);
  if (user === undefined) throw unknown('User');
  if (!isBelow(guild, doer.userId, userId)) throw missingPermissions();
  if (guild.bans.has(userId)) return;
  guild.bans.set(userId, { reason: doer.reason, user });
  publishToModerators(world, guild, 'GUILD_BAN_ADD', { guild_id: guild.id, user }, 'BanMembers', 'ViewAuditLog');
  if (guild.members.has(userId)) removeMember(world, guild, userId);
  if (seconds > 0) deleteRecent(world, guild, userId, seconds);
  audit(world, guild, doer, { actionType: BAN, targetId: userId });
}

function isBelow(guild: GuildRecord, userId: string, targetId: string): boolean {
  try {
    if (guild.members.has(targetId)) checkOutranks(guild, userId, targetId);
    return true;
  } catch {
    // Refused: that is the answer.
    return false;
  }
}

function deleteRecent(world: World, guild: GuildRecord, userId: string, seconds: number): void {
  const sinceMs = world.clock.wallMs() - seconds * 1_000;
  for (const channel of channelsAndThreads(guild)) {
    const recent = channel.messages.all().filter(({ payload }) => payload.author.id === userId && snowflakeMs(payload.id) >= sinceMs);
    const ids = recent.map(({ payload }) => payload.id).filter((id) => channel.messages.delete(id));
    if (ids.length > 0) world.publishInChannel(channel, 'MESSAGE_DELETE_BULK', { ids, channel_id: channel.id, guild_id: guild.id });
  }
}

function readDeleteSeconds(form: Form): number {
  const days = form.integer('delete_message_days', { min: 0, max: 7 });
  return form.integer('delete_message_seconds', { min: 0, max: DELETE_MAX_SECONDS }) ?? (days ?? 0) * 86_400;
}

function readNick(form: Form): string | null {
  const nick = form.string('nick', { max: NICK_MAX });
  return nick === undefined || nick === '' ? null : nick;
}

type Change = Partial<Omit<MemberRecord, 'user'>>;

function readChange(world: World, guild: GuildRecord, doerId: string, before: MemberRecord, form: Form): Change {
  const roles = form.has('roles') ? readGivableRoles(guild, doerId, before.roles, form) : undefined;
  const mute = form.boolean('mute');
  const deaf = form.boolean('deaf');
  return {
    ...(form.has('nick') && { nick: readNick(form) }),
    ...(roles !== undefined && { roles }),
    ...(mute !== undefined && { isMuted: mute }),
    ...(deaf !== undefined && { isDeafened: deaf }),
    ...(form.has('communication_disabled_until') && { timedOutUntil: readTimeout(world, guild, before, form) }),
  };
}

/** Only what changes is asked for: roles above one's own may stay where they are. */
export function readGivableRoles(
  guild: GuildRecord,
  doerId: string,
  before: readonly string[],
  form: Form,
  bounds: Bounds = {},
): readonly string[] {
  // Bots send what they read, and some libraries count @everyone, which everybody has anyway, among a member's roles.
  const wanted = [...new Set(form.snowflakes('roles', bounds) ?? [])].filter((id) => id !== guild.id);
  const changed = [...wanted.filter((id) => !before.includes(id)), ...before.filter((id) => !wanted.includes(id))];
  for (const id of changed) {
    if (guild.roles.has(id)) checkGivable(guild, roleBelow(guild, doerId, id));
    else form.refuse('roles', 'ROLE_INVALID', 'Invalid role');
  }
  return wanted;
}

/** @everyone and the roles of integrations are nobody's to give. */
function checkGivable(guild: GuildRecord, { id, managed }: APIRole): void {
  if (managed) throw missingPermissions();
  if (id === guild.id) throw badRequest(50028, 'Invalid role');
}

/** Up to 28 days; administrators cannot be timed out. */
function readTimeout(world: World, guild: GuildRecord, { user }: MemberRecord, form: Form): string | null {
  const text = form.string('communication_disabled_until');
  if (text === undefined) return null;
  const untilMs = Date.parse(text);
  if (Number.isNaN(untilMs))
    form.refuse('communication_disabled_until', 'DATE_TIME_TYPE_PARSE', `Could not parse ${text}. Should be ISO8601.`);
  if (untilMs - world.clock.wallMs() > TIMEOUT_MAX_MS)
    form.refuse('communication_disabled_until', 'GUILD_TIMEOUT_MAX', 'Members can be timed out for 28 days at most.');
  if (allows(bitsIn(world, guild, user.id), 'Administrator')) throw missingPermissions();
  return Number.isNaN(untilMs) ? null : isoTime(untilMs);
}

function applyChange(world: World, guild: GuildRecord, doer: Doer, before: MemberRecord, change: Change): MemberRecord {
  if (Object.keys(change).length === 0) return before;
  const after = updateMember(world, guild, before.user.id, change);
  const targetId = before.user.id;
  const { roles, ...rest } = change;
  if (roles !== undefined)
    audit(world, guild, doer, { actionType: ROLE_UPDATE, targetId, changes: roleChanges(guild, before.roles, roles) });
  if (Object.keys(rest).length > 0) audit(world, guild, doer, { actionType: UPDATE, targetId, before: named(before), after: named(after) });
  return after;
}

/** Of roles the audit log tells which were given and which were taken, by name. */
function roleChanges(guild: GuildRecord, before: readonly string[], after: readonly string[]): APIAuditLogChange[] {
  const listed = (ids: readonly string[]) => ids.map((id) => ({ id, name: guild.roles.get(id)?.name ?? '' }));
  const [taken, given] = [listed(before.filter((id) => !after.includes(id))), listed(after.filter((id) => !before.includes(id)))];
  return [
    ...(taken.length > 0 ? [{ key: '$remove' as const, new_value: taken }] : []),
    ...(given.length > 0 ? [{ key: '$add' as const, new_value: given }] : []),
  ];
}

function named({ isDeafened, isMuted, nick, timedOutUntil }: MemberRecord): object {
  return { nick, communication_disabled_until: timedOutUntil, deaf: isDeafened ?? false, mute: isMuted ?? false };
}

/** Mutes, deafens, moves or disconnects who is in voice. */
function changeVoice(world: World, guild: GuildRecord, doer: Doer, userId: string, form: Form): void {
  if (!['mute', 'deaf', 'channel_id'].some((name) => form.has(name))) return;
  const state = guild.voiceStates.get(userId);
  if (state === undefined) throw badRequest(40032, 'Target user is not connected to voice.');
  const channelId = form.has('channel_id') ? (form.snowflake('channel_id') ?? null) : state.channel_id;
  if (channelId !== null && !isVoiceBased(guild.channels.get(channelId) ?? { type: -1 }))
    throw badRequest(50024, 'Cannot execute action on this channel type');
  setVoiceState(world, guild, {
    ...state,
    channel_id: channelId,
    mute: form.boolean('mute') ?? state.mute,
    deaf: form.boolean('deaf') ?? state.deaf,
  });
  if (channelId === state.channel_id) return;
  const options = channelId === null ? { count: '1' } : { count: '1', channel_id: channelId };
  audit(world, guild, doer, { actionType: channelId === null ? DISCONNECT : MOVE, targetId: null, options });
}
