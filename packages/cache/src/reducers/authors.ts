import { isWholeMember, packMember, type MemberRecord } from '../records/member.js';
import type { MessageRecord } from '../records/message.js';
import { idOf, isPayload, type Payload } from '../records/payload.js';
import { isWholeUser, packUser, type UserRecord } from '../records/user.js';
import type { Shelf } from '../tables/Shelf.js';
import type { UserChange } from '../tables/Users.js';
import type { World } from '../tables/World.js';
import { writeMember } from './members.js';

/** Who wrote a message. */
export interface Author {
  readonly user: UserRecord | undefined;
  /** The author's membership as the message carries it. */
  readonly member: MemberRecord | undefined;
  /** What the message told about the user, when that was news. */
  readonly change: UserChange | undefined;
}

/** Takes note of what a message tells about who wrote it. Nearly always that is what is known, and then it is compared and no more. */
export function meetAuthor(world: World, shelf: Shelf, payload: Payload, before?: MessageRecord): Author {
  const author = authorOf(world, shelf, payload, before);
  if (isKept(world, shelf, author, payload)) return author;
  const change = learnAuthor(world, shelf, payload);
  return { ...authorOf(world, shelf, payload, before), change };
}

/** Who wrote a message, in the records that are kept where these say the same. What an edit leaves out is as it was `before`. */
export function authorOf(world: World, shelf: Shelf, payload: Payload, before?: MessageRecord): Author {
  const { author, member } = payload;
  const user = author === undefined ? before?.author : userOf(world, payload);
  return { user, member: member === undefined ? before?.member : memberOf(world, shelf, user?.id, member), change: undefined };
}

function isKept(world: World, shelf: Shelf, { user, member }: Author, payload: Payload): boolean {
  if (user === undefined || user !== world.users.get(user.id)) return false;
  return payload['member'] === undefined || (member !== undefined && member === shelf.get('members', user.id));
}

/** A webhook's author is no user, and nobody who is not held is. */
function learnAuthor(world: World, shelf: Shelf, { author, member, webhook_id: webhookId }: Payload): UserChange | undefined {
  const id = isPayload(author) ? idOf(author['id']) : undefined;
  if (!isPayload(author) || id === undefined || webhookId != null) return undefined;
  return isPayload(member) && shelf !== world.direct ? writeMember(world, shelf, author, member) : world.users.write(id, author);
}

function userOf({ pool, users }: World, { author, webhook_id: webhookId }: Payload): UserRecord | undefined {
  if (!isPayload(author)) return undefined;
  const kept = webhookId == null ? users.get(author['id'] as string) : undefined;
  if (kept !== undefined && isWholeUser(kept, author, pool)) return kept;
  const id = idOf(author['id']);
  return id === undefined ? undefined : packUser(id, author, pool);
}

/** It is not looked up alone: in an edit that was laid over a message it may be old. */
function memberOf({ pool }: World, shelf: Shelf, userId: string | undefined, member: unknown): MemberRecord | undefined {
  if (userId === undefined || !isPayload(member)) return undefined;
  const kept = shelf.get('members', userId);
  if (kept !== undefined && isWholeMember(kept, member, pool)) return kept;
  return packMember(userId, member, { pool, intern: shelf.intern });
}
