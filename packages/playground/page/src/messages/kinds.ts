import type { APIMessage } from 'discord-api-types/v10';

/** Bits of a message's flags. */
export const messageFlag = { componentsV2: 1 << 15, ephemeral: 1 << 6, loading: 1 << 7, voice: 1 << 13 } as const;

export function hasFlag(message: Pick<APIMessage, 'flags'>, flag: number): boolean {
  return ((message.flags ?? 0) & flag) !== 0;
}

const reply = 19;
const written: ReadonlySet<number> = new Set([0, reply, 20, 23]);
const groupedMs = 7 * 60_000;

export function isReply(message: APIMessage): boolean {
  const kind: number = message.type;
  return kind === reply && message.message_reference?.message_id !== undefined;
}

/** Whether somebody wrote it; the others are told by Discord: a pin, somebody who joined … */
export function isWritten({ type }: APIMessage): boolean {
  return written.has(type);
}

/** Whether a message stands under the one before without its author's name: from the same hand, soon after, and no answer. */
export function isGrouped(message: APIMessage, before: APIMessage | undefined): boolean {
  if (before === undefined || !isWritten(message) || !isWritten(before)) return false;
  const isSameHand = message.author.id === before.author.id && message.author.username === before.author.username;
  const isOwnStart = isReply(message) || message.interaction_metadata !== undefined || hasFlag(message, messageFlag.ephemeral);
  return isSameHand && !isOwnStart && !startsDay(message, before) && timeOf(message) - timeOf(before) < groupedMs;
}

/** Whether a message is the first one of its day. */
export function startsDay(message: APIMessage, before: APIMessage | undefined): boolean {
  return before === undefined || new Date(message.timestamp).toDateString() !== new Date(before.timestamp).toDateString();
}

function timeOf({ timestamp }: APIMessage): number {
  return Date.parse(timestamp);
}
