import { guildOf } from '../access.js';
import type { CommandRecord } from '../Commands.js';
import { commandPermissionsOf } from '../guild/commandPermissions.js';
import type { CommandPermission } from '../guild/commandPermissions.js';
import { allows, explicitPermissions } from '../permissions.js';
import type { ChannelRecord, GuildChannelRecord, GuildRecord, MemberRecord } from '../records.js';
import type { World } from '../World.js';

const IN_GUILD = 0;
const IN_BOT_DM = 1;
const FOR_GUILD = 0;
const FOR_USER = 1;
const ROLE = 1;
const USER = 2;
const CHANNEL = 3;

/** Somebody, and where they are. */
export interface Whereabouts {
  readonly channel: ChannelRecord;
  readonly userId: string;
  readonly world: World;
}

/** Whether Discord's app shows a command to somebody at all, as far as the command decides that: where it is meant to be, and for which installation. */
export function isOffered(command: CommandRecord, { channel, userId, world }: Whereabouts): boolean {
  const { contexts, dm_permission: isInDirect, nsfw } = command;
  if (nsfw && !channel.isDirect && !isForAdults(world, channel)) return false;
  if (channel.isDirect && contexts === null && isInDirect === false) return false;
  if (contexts !== null && !contexts.includes(channel.isDirect ? IN_BOT_DM : IN_GUILD)) return false;
  return Object.keys(ownersOf(command, { channel, userId, world })).length > 0;
}

/**
 * Through whom the application is here for a command: the guild (`'0'` in a conversation with the bot), and the person who has installed it.
 *
 * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object | Authorizing integration owners}
 */
export function ownersOf(
  { integration_types: types }: CommandRecord,
  { channel, userId, world }: Whereabouts,
): Readonly<Record<string, string>> {
  return {
    ...(types.includes(FOR_GUILD) && { [FOR_GUILD]: channel.isDirect ? '0' : channel.guildId }),
    ...(types.includes(FOR_USER) && world.installedBy.has(userId) && { [FOR_USER]: userId }),
  };
}

/**
 * Whether somebody may use a command: what was set for the command in the guild decides, then what was set for all of the application, then the permissions
 * that the command asks for by default. Administrators may use all.
 *
 * @see {@link https://docs.discord.com/developers/interactions/application-commands#permissions | Permissions of commands}
 */
export function mayUse({ default_member_permissions: needed, id }: CommandRecord, { channel, userId, world }: Whereabouts): boolean {
  const guild = guildOf(world, channel);
  if (guild === undefined || channel.isDirect) return true;
  const member = world.member(guild, userId);
  const bits = explicitPermissions(guild, channel, member, world.clock.wallMs());
  if (allows(bits, 'Administrator')) return true;
  const own = commandPermissionsOf(guild, id) ?? [];
  const general = commandPermissionsOf(guild, world.application.id) ?? [];
  if ((inChannel(own, guild, channel) ?? inChannel(general, guild, channel)) === false) return false;
  const isPermitted = toMember(own, guild, member);
  if (isPermitted !== undefined) return isPermitted;
  return toMember(general, guild, member) !== false && hasDefault(needed, bits);
}

/** What was set for a channel, or for all; `undefined` where nothing was. A thread is as its channel. */
function inChannel(
  permissions: readonly CommandPermission[],
  guild: GuildRecord,
  { id, parentId, thread }: GuildChannelRecord,
): boolean | undefined {
  const all = String(BigInt(guild.id) - 1n);
  return setFor(permissions, CHANNEL, thread === null ? id : (parentId ?? id)) ?? setFor(permissions, CHANNEL, all);
}

/** What was set for a member: for them, else for their roles, of which one that may is enough, else for @everyone. */
function toMember(permissions: readonly CommandPermission[], guild: GuildRecord, { roles, user }: MemberRecord): boolean | undefined {
  const own = setFor(permissions, USER, user.id);
  if (own !== undefined) return own;
  const ofRoles = roles.flatMap((id) => setFor(permissions, ROLE, id) ?? []);
  return ofRoles.length > 0 ? ofRoles.includes(true) : setFor(permissions, ROLE, guild.id);
}

function setFor(permissions: readonly CommandPermission[], type: number, id: string): boolean | undefined {
  return permissions.find((each) => each.type === type && each.id === id)?.permission;
}

/** "0" leaves it to administrators. */
function hasDefault(needed: string | null, bits: bigint): boolean {
  if (needed === null) return true;
  const wanted = BigInt(needed);
  return wanted !== 0n && (bits & wanted) === wanted;
}

function isForAdults({ channels }: World, { more, parentId, thread }: GuildChannelRecord): boolean {
  if (thread === null) return more['nsfw'] === true;
  const parent = channels.get(parentId ?? '');
  return parent?.isDirect === false && parent.more['nsfw'] === true;
}
