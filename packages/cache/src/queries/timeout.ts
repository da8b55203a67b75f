import { permissionBits } from './permissionBits.js';
import type { MemberFacts } from './PermissionFacts.js';

const KEPT_BITS = permissionBits.VIEW_CHANNEL | permissionBits.READ_MESSAGE_HISTORY;

/**
 * Whether a member is timed out at that time, in milliseconds since 1970. Discord sends nothing when a time-out ends: the member keeps the old date.
 * An owner or administrator may be timed out by the date, and loses nothing by it.
 */
export function isTimedOut(member: Pick<MemberFacts, 'timedOutUntilMs'>, nowMs: number): boolean {
  return member.timedOutUntilMs !== null && member.timedOutUntilMs > nowMs;
}

/**
 * What a time-out leaves of these bits. Owners and administrators are exempt.
 *
 * @see {@link https://docs.discord.com/developers/topics/permissions#permissions-for-timed-out-members | Timed out members}
 */
export function withTimeout(bits: bigint, member: MemberFacts, nowMs: number): bigint {
  const isExempt = (bits & permissionBits.ADMINISTRATOR) !== 0n;
  return isExempt || !isTimedOut(member, nowMs) ? bits : bits & KEPT_BITS;
}
