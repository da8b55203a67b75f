import { nearest, OptionsError, shown } from '@aplomb/base';
import type { GuildChannelRecord, GuildRecord, MemberRecord } from './records.js';

/**
 * The permissions and the numbers of their bits.
 *
 * @see {@link https://docs.discord.com/developers/topics/permissions | Permissions}
 */
export const PERMISSION_BITS = {
  CreateInstantInvite: 0,
  KickMembers: 1,
  BanMembers: 2,
  Administrator: 3,
  ManageChannels: 4,
  ManageGuild: 5,
  AddReactions: 6,
  ViewAuditLog: 7,
  PrioritySpeaker: 8,
  Stream: 9,
  ViewChannel: 10,
  SendMessages: 11,
  SendTTSMessages: 12,
  ManageMessages: 13,
  EmbedLinks: 14,
  AttachFiles: 15,
  ReadMessageHistory: 16,
  MentionEveryone: 17,
  UseExternalEmojis: 18,
  ViewGuildInsights: 19,
  Connect: 20,
  Speak: 21,
  MuteMembers: 22,
  DeafenMembers: 23,
  MoveMembers: 24,
  UseVAD: 25,
  ChangeNickname: 26,
  ManageNicknames: 27,
  ManageRoles: 28,
  ManageWebhooks: 29,
  ManageGuildExpressions: 30,
  UseApplicationCommands: 31,
  RequestToSpeak: 32,
  ManageEvents: 33,
  ManageThreads: 34,
  CreatePublicThreads: 35,
  CreatePrivateThreads: 36,
  UseExternalStickers: 37,
  SendMessagesInThreads: 38,
  UseEmbeddedActivities: 39,
  ModerateMembers: 40,
  ViewCreatorMonetizationAnalytics: 41,
  UseSoundboard: 42,
  CreateGuildExpressions: 43,
  CreateEvents: 44,
  UseExternalSounds: 45,
  SendVoiceMessages: 46,
  SetVoiceChannelStatus: 48,
  SendPolls: 49,
  UseExternalApps: 50,
  PinMessages: 51,
  BypassSlowmode: 52,
} as const;

/** The name of a permission, as `discord-api-types` writes it. */
export type PermissionName = keyof typeof PERMISSION_BITS;

/** A permission by its name here, or by that of Discord's documentation: `ManageRoles`, `MANAGE_ROLES`. */
export type PermissionInput = PermissionName | Uppercase<string>;

/** What @everyone may do in a new guild. */
export const EVERYONE_DEFAULT: readonly PermissionName[] = [
  'AddReactions',
  'AttachFiles',
  'ChangeNickname',
  'Connect',
  'CreateInstantInvite',
  'CreatePrivateThreads',
  'CreatePublicThreads',
  'EmbedLinks',
  'ReadMessageHistory',
  'RequestToSpeak',
  'SendMessages',
  'SendMessagesInThreads',
  'SendPolls',
  'SendVoiceMessages',
  'Speak',
  'Stream',
  'UseApplicationCommands',
  'UseEmbeddedActivities',
  'UseExternalApps',
  'UseExternalEmojis',
  'UseExternalSounds',
  'UseExternalStickers',
  'UseSoundboard',
  'UseVAD',
  'ViewChannel',
];

const NAMES: ReadonlyMap<string, PermissionName> = new Map(
  Object.keys(PERMISSION_BITS).map((name) => [name.toLowerCase(), name as PermissionName]),
);

/**
 * The sum of the bits of `names`.
 *
 * @throws {@link OptionsError} `UNKNOWN_PERMISSION`
 */
export function permissionBits(names: Iterable<PermissionInput>): bigint {
  let bits = 0n;
  for (const name of names) bits |= bitOf(nameOf(name));
  return bits;
}

/** The names of the permissions in `bits`. */
export function permissionNames(bits: bigint): readonly PermissionName[] {
  const names = Object.keys(PERMISSION_BITS) as PermissionName[];
  return names.filter((name) => (bits & bitOf(name)) !== 0n);
}

function nameOf(given: PermissionInput): PermissionName {
  const letters = typeof given === 'string' ? given.replaceAll('_', '').toLowerCase() : '';
  const name = NAMES.get(letters);
  if (name !== undefined) return name;
  const guess = nearest(letters, NAMES.values());
  throw new OptionsError('UNKNOWN_PERMISSION', {
    what: `There is no permission ${shown(given)}.`,
    cure: `${guess === undefined ? '' : `Did you mean ${guess}? `}The permissions are: ${Object.keys(PERMISSION_BITS).join(', ')}.`,
  });
}

/** Every permission there is. */
export const ALL_PERMISSIONS = permissionBits(Object.keys(PERMISSION_BITS) as PermissionName[]);

const PRIVATE_THREAD = 12;
const KEPT_DURING_TIMEOUT = permissionBits(['ReadMessageHistory', 'ViewChannel']);
const LOST_WITHOUT_SENDING = permissionBits(['AttachFiles', 'EmbedLinks', 'MentionEveryone', 'SendTTSMessages']);

/** Whether `bits` contain all of `names`. */
export function allows(bits: bigint, ...names: readonly PermissionName[]): boolean {
  const wanted = permissionBits(names);
  return (bits & wanted) === wanted;
}

/** All channels of a guild, its threads among them. */
export function channelsAndThreads({ channels, threads }: GuildRecord): readonly GuildChannelRecord[] {
  return [...channels.values(), ...threads.values()];
}

/** What `member` may do in `guild` before any channel has its say. Discord's "base permissions". */
export function guildPermissions(guild: GuildRecord, member: MemberRecord, wallMs: number): bigint {
  if (guild.ownerId === member.user.id) return ALL_PERMISSIONS;
  let bits = roleBits(guild, guild.id);
  for (const roleId of member.roles) bits |= roleBits(guild, roleId);
  if (allows(bits, 'Administrator')) return ALL_PERMISSIONS;
  return isTimedOut(member, wallMs) ? bits & KEPT_DURING_TIMEOUT : bits;
}

/**
 * What `member` may do in `channel`: the base, then the overwrites of @everyone, of all roles together and of the member, then what one
 * lack implies. Who cannot see a channel can do nothing there.
 */
export function channelPermissions(guild: GuildRecord, channel: GuildChannelRecord, member: MemberRecord, wallMs: number): bigint {
  const bits = explicitPermissions(guild, channel, member, wallMs);
  if (isClosedTo(channel, member, bits)) return 0n;
  if (!allows(bits, 'ViewChannel')) return 0n;
  return allows(bits, 'SendMessages') ? bits : bits & ~LOST_WITHOUT_SENDING;
}

/** What somebody without any role may do in `channel`: what is open to all. */
export function openPermissions(guild: GuildRecord, channel: GuildChannelRecord): bigint {
  if (channel.thread !== null) return 0n;
  const newcomer = { user: { id: '' }, roles: [], timedOutUntil: null } as unknown as MemberRecord;
  return channelPermissions(guild, channel, newcomer, 0);
}

/** The same without what one lack implies: the number that Discord writes into `permissions` and `app_permissions` of interactions. */
export function explicitPermissions(guild: GuildRecord, channel: GuildChannelRecord, member: MemberRecord, wallMs: number): bigint {
  const base = guildPermissions(guild, member, wallMs);
  if (allows(base, 'Administrator')) return ALL_PERMISSIONS;
  const parent = channel.thread === null ? channel : (guild.channels.get(channel.parentId ?? '') ?? channel);
  const own = overwritten(base, guild, parent, member);
  const bits = channel.thread === null ? own : inThread(own);
  return isTimedOut(member, wallMs) ? bits & KEPT_DURING_TIMEOUT : bits;
}

/** A private thread is open to its members, and to who manages threads. */
function isClosedTo({ thread, type }: GuildChannelRecord, { user }: MemberRecord, bits: bigint): boolean {
  return thread !== null && type === PRIVATE_THREAD && !thread.members.has(user.id) && !allows(bits, 'ManageThreads');
}

/** In a thread the word of its channel holds, and another permission says who may send. */
function inThread(bits: bigint): bigint {
  const withoutSending = bits & ~bitOf('SendMessages');
  return allows(bits, 'SendMessagesInThreads') ? withoutSending | bitOf('SendMessages') : withoutSending;
}

function overwritten(base: bigint, guild: GuildRecord, channel: GuildChannelRecord, member: MemberRecord): bigint {
  let roleDeny = 0n;
  let roleAllow = 0n;
  for (const { id, allow, deny } of channel.overwrites) {
    if (!member.roles.includes(id)) continue;
    roleDeny |= BigInt(deny);
    roleAllow |= BigInt(allow);
  }
  const everyone = apply(base, overwriteOf(channel, guild.id));
  const roles = (everyone & ~roleDeny) | roleAllow;
  return apply(roles, overwriteOf(channel, member.user.id));
}

function apply(bits: bigint, overwrite: { readonly allow: string; readonly deny: string } | undefined): bigint {
  return overwrite === undefined ? bits : (bits & ~BigInt(overwrite.deny)) | BigInt(overwrite.allow);
}

function overwriteOf(channel: GuildChannelRecord, id: string): { readonly allow: string; readonly deny: string } | undefined {
  return channel.overwrites.find((overwrite) => overwrite.id === id);
}

function roleBits(guild: GuildRecord, roleId: string): bigint {
  return BigInt(guild.roles.get(roleId)?.permissions ?? '0');
}

/** True too for those whose name automatic moderation has blocked. */
function isTimedOut(member: MemberRecord, wallMs: number): boolean {
  if (member.isQuarantined === true) return true;
  return member.timedOutUntil !== null && Date.parse(member.timedOutUntil) > wallMs;
}

function bitOf(name: PermissionName): bigint {
  return 1n << BigInt(PERMISSION_BITS[name]);
}
