import { isPrivateThread } from './channelKinds.js';
import { MissingDataError } from './MissingDataError.js';
import { permissionBits } from './permissionBits.js';
import type { ThreadFacts } from './PermissionFacts.js';

const { ADD_REACTIONS, MANAGE_THREADS, SEND_MESSAGES, SEND_MESSAGES_IN_THREADS, VIEW_CHANNEL } = permissionBits;

/** Who asks about a thread. */
interface Visitor {
  readonly isInThread?: boolean | undefined;
  readonly userId: string;
}

/**
 * The bits that a thread's parent gives, as they stand in the thread: to send, SEND_MESSAGES_IN_THREADS takes the place of SEND_MESSAGES; a private thread
 * is seen by those who joined it and by moderators; in a locked one only moderators write.
 *
 * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when it matters and is not known whether the visitor has joined the private thread.
 * @see {@link https://docs.discord.com/developers/topics/threads#permissions | Permissions of threads}
 */
export function threadBits(parentBits: bigint, thread: ThreadFacts, visitor: Visitor): bigint {
  if (!isVisible(parentBits, thread, visitor)) return 0n;
  const bits = (parentBits & SEND_MESSAGES_IN_THREADS) === 0n ? parentBits & ~SEND_MESSAGES : parentBits | SEND_MESSAGES;
  return bits & ~lockedBits(bits, thread);
}

function isVisible(bits: bigint, thread: ThreadFacts, { isInThread, userId }: Visitor): boolean {
  if ((bits & VIEW_CHANNEL) === 0n) return false;
  if (!isPrivateThread(thread) || (bits & MANAGE_THREADS) !== 0n) return true;
  if (isInThread === undefined) throw new MissingDataError({ kind: 'threadMember', threadId: thread.id, userId });
  return isInThread;
}

/** A lock holds everybody but moderators. It leaves reactions, as long as the thread is not archived as well. */
function lockedBits(bits: bigint, { isArchived, isLocked }: ThreadFacts): bigint {
  if (!isLocked || (bits & MANAGE_THREADS) !== 0n) return 0n;
  return SEND_MESSAGES | SEND_MESSAGES_IN_THREADS | (isArchived ? ADD_REACTIONS : 0n);
}
