import {
  ALL_BITS,
  bitsOfChannels,
  GUILD_LEVEL_BITS,
  permissionBits,
  permissionNames,
  TWO_FACTOR_BITS,
  type PermissionName,
} from './permissionBits.js';
import { resolvePermissions, type PermissionsInput, type PermissionsResolvable } from './resolvePermissions.js';

/**
 * A set of permissions. It never changes: `add` and `remove` give a new one.
 *
 * It is the plain sum of bits. That ADMINISTRATOR stands for everything is known to those who compute what a member may do
 * ({@link guildPermissions}, {@link channelPermissions}), not to a set: a role with ADMINISTRATOR alone does not have `BAN_MEMBERS`.
 *
 * Bits that Discord documents only after this version are kept, though they have no name here, so that writing back what was read loses nothing.
 *
 * @example
 * ```ts
 * import { Permissions } from '@aplomb/cache';
 *
 * const wanted = Permissions.from(['VIEW_CHANNEL', 'SEND_MESSAGES']);
 * const given = Permissions.from('1024'); // as in a role that Discord sent
 * console.log(given.missing(wanted).toArray()); // ['SEND_MESSAGES']
 * console.log(given.add('SEND_MESSAGES').toString()); // '3072'
 * ```
 * @see {@link https://docs.discord.com/developers/topics/permissions | Permissions}
 */
export class Permissions {
  /** No permission. */
  static readonly None = new Permissions(0n);
  /** All permissions that Discord documents: what an owner and an administrator have. */
  static readonly All = new Permissions(ALL_BITS);
  /** What applies to text, announcement, forum and media channels. */
  static readonly Text = new Permissions(bitsOfChannels('T'));
  /** What applies to voice channels. */
  static readonly Voice = new Permissions(bitsOfChannels('V'));
  /** What applies to stage channels. */
  static readonly Stage = new Permissions(bitsOfChannels('S'));
  /** What belongs to the guild as a whole, and cannot be set by a channel's overwrites. */
  static readonly GuildLevel = new Permissions(GUILD_LEVEL_BITS);
  /** What a bot can use in a guild that requires two-factor authentication only if the bot's owner has enabled it. */
  static readonly NeedingTwoFactor = new Permissions(TWO_FACTOR_BITS);

  /** The sum. */
  readonly bits: bigint;

  private constructor(bits: bigint) {
    this.bits = bits;
  }

  /**
   * Permissions from names, from a sum, from the decimal digits that Discord sends, or from a list of these.
   *
   * @throws {@link OptionsError} `UNKNOWN_PERMISSION` for a name that is none; `INVALID_PERMISSIONS` for what is no sum of bits.
   */
  static from(value: PermissionsInput): Permissions {
    return value instanceof Permissions ? value : new Permissions(resolvePermissions(value));
  }

  /** Whether there is none. */
  get isEmpty(): boolean {
    return this.bits === 0n;
  }

  /** Whether all of these are in it. */
  has(wanted: PermissionsResolvable): boolean {
    const bits = resolvePermissions(wanted);
    return (this.bits & bits) === bits;
  }

  /** Whether at least one of these is in it. */
  any(wanted: PermissionsResolvable): boolean {
    return (this.bits & resolvePermissions(wanted)) !== 0n;
  }

  /** Those of these that are not in it. */
  missing(wanted: PermissionsResolvable): Permissions {
    return new Permissions(resolvePermissions(wanted) & ~this.bits);
  }

  /** These as well. */
  add(more: PermissionsResolvable): Permissions {
    return new Permissions(this.bits | resolvePermissions(more));
  }

  /** Without these. */
  remove(less: PermissionsResolvable): Permissions {
    return new Permissions(this.bits & ~resolvePermissions(less));
  }

  /** Whether it is the same set. */
  equals(other: PermissionsResolvable): boolean {
    return this.bits === resolvePermissions(other);
  }

  /** The names, from the lowest bit to the highest. Bits without a name are left out. */
  toArray(): PermissionName[] {
    return permissionNames.filter((name) => (this.bits & permissionBits[name]) !== 0n);
  }

  /** The names, one after the other. */
  [Symbol.iterator](): IterableIterator<PermissionName> {
    return this.toArray().values();
  }

  /** The decimal digits, as Discord writes them. */
  toString(): string {
    return this.bits.toString();
  }

  /** The decimal digits: a set can stand in the body of a REST call as it is. */
  toJSON(): string {
    return this.toString();
  }
}
