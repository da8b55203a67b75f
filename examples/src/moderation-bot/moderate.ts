import { DiscordApiError, type Member } from 'aplomb';
import type { Order, Sentence } from './order.js';

interface Deed {
  /** Whether the one who asks may do it to the target. */
  readonly isAllowed: (moderator: Member, target: Member) => boolean;
  /** Whether the bot can do it to the target. */
  readonly isPossible: (target: Member) => boolean;
  readonly carryOut: (target: Member, order: Order, reason: string) => Promise<unknown>;
  readonly done: string;
}

/**
 * Unknown member, unknown user.
 *
 * @see {@link https://docs.discord.com/developers/topics/opcodes-and-status-codes#json | JSON error codes}
 */
const NOBODY: readonly number[] = [10_007, 10_013];

const DEEDS: Readonly<Record<Sentence, Deed>> = {
  ban: {
    isAllowed: (moderator, target) => moderator.canBan(target),
    isPossible: (target) => target.bannable,
    carryOut: (target, _, reason) => target.ban({ deleteMessageSeconds: 3_600, reason }),
    done: 'is banned.',
  },
  kick: {
    isAllowed: (moderator, target) => moderator.canKick(target),
    isPossible: (target) => target.kickable,
    carryOut: (target, _, reason) => target.kick({ reason }),
    done: 'is out. They may come back.',
  },
  timeout: {
    isAllowed: (moderator, target) => moderator.canTimeout(target),
    isPossible: (target) => target.moderatable,
    carryOut: (target, { minutes }, reason) => target.timeout(minutes * 60_000, { reason }),
    done: 'is silent for a while.',
  },
};

/**
 * Does to a member what a moderator asks, if both the moderator and the bot may do it. Discord checks only the bot: a bot that does not check who asks
 * makes everybody a moderator.
 */
export async function moderate(moderator: Member, order: Order): Promise<string> {
  const { carryOut, done, isAllowed, isPossible } = DEEDS[order.sentence];
  const target = await memberOf(moderator, order.userId);
  if (target === null) return 'That is nobody here.';
  if (!isAllowed(moderator, target)) return `You may not ${order.sentence} ${target.displayName}.`;
  if (!isPossible(target)) return `I may not ${order.sentence} ${target.displayName}: I lack the permission, or they stand above me.`;
  await carryOut(target, order, `${moderator.user.tag}: ${order.reason || 'no reason given'}`);
  return `${target.displayName} ${done}`;
}

/** A member that is not cached is fetched. */
async function memberOf({ guild }: Member, userId: string): Promise<Member | null> {
  try {
    return guild?.members.get(userId) ?? (await guild?.fetchMember(userId)) ?? null;
  } catch (error) {
    if (error instanceof DiscordApiError && NOBODY.includes(error.discordCode)) return null;
    throw error;
  }
}
