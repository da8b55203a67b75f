import { opaqueHash } from '../../opaqueHash.js';
import { enterChannel } from '../access.js';
import type { UploadedFile } from '../forms/attachmentsForm.js';
import type { Form } from '../forms/Form.js';
import { guildPayload } from '../payloads.js';
import { allows } from '../permissions.js';
import type { GuildChannelRecord, GuildRecord, InviteRecord } from '../records.js';
import { badRequest, missingPermissions, unknown } from '../refusals.js';
import { isoTime } from '../time.js';
import type { World } from '../World.js';
import { audit, bitsIn, enterGuild, publishToManagers } from './Doer.js';
import type { Doer } from './Doer.js';
import { readTargets } from './inviteTargetsForm.js';
import { roleBelow } from './roles.js';

const INVITE_CREATE = 40;
const INVITE_DELETE = 42;
const DAY_SECONDS = 86_400;
const INVITES_MAX = 1_000;
const AGE_MAX_SECONDS = 604_800;
const HIDDEN = ['channel_id', 'guild_id', 'role_ids', 'targets'];
const SHOWN_OF_GUILD = [
  'banner',
  'description',
  'features',
  'icon',
  'id',
  'name',
  'nsfw_level',
  'premium_subscription_count',
  'splash',
  'vanity_url_code',
  'verification_level',
];
const METADATA = ['created_at', 'max_age', 'max_uses', 'temporary', 'uses'];

/** Makes an invite; a like one of the same maker is given again unless it is to be unique. */
export function createInvite(world: World, doer: Doer, channelId: string, form: Form, targets?: UploadedFile): InviteRecord {
  const channel = enterChannel(world, doer.userId, channelId, 'CreateInstantInvite');
  if (channel.isDirect || channel.thread !== null) throw badRequest(50024, 'Cannot execute action on this channel type');
  const fields = {
    max_age: form.integer('max_age', { min: 0, max: AGE_MAX_SECONDS }) ?? DAY_SECONDS,
    max_uses: form.integer('max_uses', { min: 0, max: 100 }) ?? 0,
    temporary: form.boolean('temporary') ?? false,
  };
  checkTarget(form);
  const roleIds = form.snowflakes('role_ids', { max: 250, isSet: true });
  const isUnique = form.boolean('unique') ?? false;
  const only = targets === undefined ? {} : { targets: readTargets(world, targets, form) };
  form.check();
  const guild = world.guild(channel.guildId);
  if (roleIds !== undefined) checkRoles(world, doer, guild, roleIds);
  const given = { ...fields, ...only, ...(roleIds !== undefined && { role_ids: roleIds }) };
  const like = { channel_id: channelId, inviter: world.users.get(doer.userId), ...given };
  const known = isUnique ? undefined : invitesOf(world, guild).find((each) => isLike(each, like));
  if (known === undefined && guild.invites.size >= INVITES_MAX)
    throw badRequest(30016, `Maximum number of invites reached (${String(INVITES_MAX)})`);
  return known ?? keepInvite(world, doer, channel, like);
}

/** What an invite is to, besides its channel: a stream of somebody, or an embedded application. */
function checkTarget(form: Form): void {
  const type = form.choice('target_type', [1, 2]);
  const field = type === 1 ? 'target_user_id' : 'target_application_id';
  if (type !== undefined) form.require(field);
  form.snowflake('target_user_id');
  form.snowflake('target_application_id');
}

/** Who gives roles by an invite must be allowed to give them by hand. */
function checkRoles(world: World, { userId }: Doer, guild: GuildRecord, roleIds: readonly string[]): void {
  enterGuild(world, userId, guild.id, 'ManageRoles');
  for (const id of roleIds) roleBelow(guild, userId, id);
}

/** Takes an invite back. */
export function deleteInvite(world: World, doer: Doer, code: string): InviteRecord {
  const { channel, guild, invite } = findInvite(world, code);
  const isManager =
    allows(world.permissionsIn(channel, doer.userId), 'ManageChannels') || allows(bitsIn(world, guild, doer.userId), 'ManageGuild');
  if (!isManager) throw missingPermissions();
  drop(world, guild, channel, code);
  audit(world, guild, doer, { actionType: INVITE_DELETE, targetId: null, before: { code, channel_id: channel.id } });
  return invite;
}

/**
 * Counts a use of an invite to this guild; after the last one it is gone. Returns the roles that it gives.
 *
 * @throws {@link RefusedError} 10006 for one to elsewhere, and for one that is not there any more
 */
export function useInvite(world: World, guild: GuildRecord, code: string): readonly string[] {
  const { channel, guild: there, invite } = findInvite(world, code);
  if (there.id !== guild.id) throw unknown('Invite');
  const uses = Number(invite['uses']) + 1;
  guild.invites.set(code, { ...invite, uses });
  if (uses === invite['max_uses']) drop(world, guild, channel, code);
  const roles = (invite['role_ids'] ?? []) as readonly string[];
  return roles.filter((id) => guild.roles.has(id));
}

function drop(world: World, guild: GuildRecord, channel: GuildChannelRecord, code: string): void {
  guild.invites.delete(code);
  publishToManagers(world, channel, 'INVITE_DELETE', { channel_id: channel.id, guild_id: guild.id, code }, 'ManageChannels');
}

/** @throws {@link RefusedError} 10006 for one that is not there, or not any more */
export function findInvite(
  world: World,
  code: string,
): { readonly channel: GuildChannelRecord; readonly guild: GuildRecord; readonly invite: InviteRecord } {
  for (const guild of world.guilds.values()) {
    const invite = invitesOf(world, guild).find((each) => each.code === code);
    const channel = guild.channels.get(invite?.channel_id ?? '');
    if (invite !== undefined && channel !== undefined) return { channel, guild, invite };
  }
  throw unknown('Invite');
}

/** Those that still work. */
export function invitesOf(world: World, guild: GuildRecord): readonly InviteRecord[] {
  const nowMs = world.clock.wallMs();
  return [...guild.invites.values()].filter(
    ({ expires_at: at, channel_id: id }) => guild.channels.has(id) && (at === null || Date.parse(at) > nowMs),
  );
}

/** How many there are where an invite leads, roughly on Discord and exactly here. */
export function inviteCounts(world: World, invite: InviteRecord): object {
  const { members } = findInvite(world, invite.code).guild;
  const present = [...members.keys()].filter((id) => world.statuses.has(id)).length;
  return { approximate_member_count: members.size, approximate_presence_count: present };
}

/** An invite as REST shows it; how often it was used, only to who manages it. */
export function invitePayload(world: World, invite: InviteRecord, withMetadata: boolean): object {
  const { channel, guild } = findInvite(world, invite.code);
  const hidden = withMetadata ? HIDDEN : [...HIDDEN, ...METADATA];
  const fields = Object.entries(invite).filter(([name]) => !hidden.includes(name));
  return {
    ...Object.fromEntries(fields),
    guild: Object.fromEntries(Object.entries(guildPayload(guild)).filter(([name]) => SHOWN_OF_GUILD.includes(name))),
    guild_id: guild.id,
    channel: { id: channel.id, name: channel.name, type: channel.type },
    ...rolesOf(guild, invite),
  };
}

/** What who accepts it becomes, where it says so. */
function rolesOf({ roles }: GuildRecord, { role_ids: ids }: InviteRecord): object {
  if (!Array.isArray(ids)) return {};
  const shown = (ids as readonly string[]).flatMap((id) => roles.get(id) ?? []);
  return {
    roles: shown.map(({ colors, icon, id, name, position, unicode_emoji: emoji }) => ({
      id,
      name,
      position,
      colors,
      icon,
      unicode_emoji: emoji,
    })),
  };
}

function keepInvite(world: World, doer: Doer, channel: GuildChannelRecord, fields: Readonly<Record<string, unknown>>): InviteRecord {
  const guild = world.guild(channel.guildId);
  const maxAgeMs = Number(fields['max_age']) * 1_000;
  const nowMs = world.clock.wallMs();
  const invite: InviteRecord = {
    type: 0,
    code: opaqueHash(`invite ${world.snowflakes.next()}`).slice(0, 8),
    channel_id: channel.id,
    guild_id: guild.id,
    created_at: isoTime(nowMs),
    expires_at: maxAgeMs === 0 ? null : isoTime(nowMs + maxAgeMs),
    uses: 0,
    ...fields,
  };
  forgetExpired(guild, nowMs);
  guild.invites.set(invite.code, invite);
  publishToManagers(world, channel, 'INVITE_CREATE', invite, 'ManageChannels');
  audit(world, guild, doer, { actionType: INVITE_CREATE, targetId: null, after: { code: invite.code, channel_id: channel.id } });
  return invite;
}

function forgetExpired({ invites }: GuildRecord, nowMs: number): void {
  for (const { code, expires_at: at } of invites.values()) if (at !== null && Date.parse(at) <= nowMs) invites.delete(code);
}

function isLike(invite: InviteRecord, fields: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(fields).every(([name, value]) => JSON.stringify(invite[name]) === JSON.stringify(value));
}
