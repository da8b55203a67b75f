import { ALL_BITS, GUILD_LEVEL_BITS, permissionBits } from './permissionBits.js';
import type { GuildChannelFacts, MemberFacts, OverwriteFacts } from './PermissionFacts.js';
import { resolvePermissions } from './resolvePermissions.js';

const ROLE = 0;
const MEMBER = 1;

/** Bits to take, then bits to give. */
interface Change {
  readonly deny: bigint;
  readonly allow: bigint;
}

/**
 * These bits as a channel's overwrites leave them: @everyone's first, then those of all the member's roles at once (so that their order and rank do not
 * matter), then the member's own; each denies first and then allows. Administrators stand above them.
 *
 * @see {@link https://docs.discord.com/developers/topics/permissions#permission-overwrites | Permission overwrites}
 */
export function withOverwrites(bits: bigint, guildId: string, member: MemberFacts, channel: GuildChannelFacts): bigint {
  if ((bits & permissionBits.ADMINISTRATOR) !== 0n) return ALL_BITS;
  const { overwrites } = channel;
  const everyone = sumOf(overwrites.filter(({ id, type }) => type === ROLE && id === guildId));
  const roles = sumOf(overwrites.filter(({ id, type }) => type === ROLE && id !== guildId && member.roleIds.includes(id)));
  const own = sumOf(overwrites.filter(({ id, type }) => type === MEMBER && id === member.userId));
  return [everyone, roles, own].reduce(changed, bits);
}

function changed(bits: bigint, { deny, allow }: Change): bigint {
  return (bits & ~deny) | allow;
}

/** An overwrite can be stored with bits that concern no channel; they do nothing. */
function sumOf(overwrites: readonly OverwriteFacts[]): Change {
  const sum = (bitsOf: (each: OverwriteFacts) => bigint): bigint =>
    overwrites.reduce((bits, each) => bits | bitsOf(each), 0n) & ~GUILD_LEVEL_BITS;
  return { deny: sum(({ deny }) => resolvePermissions(deny)), allow: sum(({ allow }) => resolvePermissions(allow)) };
}

/**
 * Whether a channel is synced with its category: it has the same overwrites. Nothing is inherited; Discord copies what changes in a category to the
 * channels that are synced at that moment.
 *
 * @see {@link https://docs.discord.com/developers/topics/permissions#permission-syncing | Permission syncing}
 */
export function isSynced(channel: GuildChannelFacts, category: GuildChannelFacts): boolean {
  const own = new Set(channel.overwrites.map(fingerprint));
  return own.size === new Set(category.overwrites.map(fingerprint)).size && category.overwrites.every((each) => own.has(fingerprint(each)));
}

function fingerprint({ allow, deny, id, type }: OverwriteFacts): string {
  return `${type}:${id}:${resolvePermissions(allow).toString()}:${resolvePermissions(deny).toString()}`;
}
