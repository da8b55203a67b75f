import type { ChannelRecord } from '../records/channel.js';
import { isKnownMember, isMemberOf, packMember, type MemberRecord } from '../records/member.js';
import { packMessage, patchMessage, type MessageRecord } from '../records/message.js';
import { compareIds, idOf, idsOf, isPayload, type Payload } from '../records/payload.js';
import { isKnownUser, isUserOf, packUser, type UserRecord } from '../records/user.js';
import type { Shelf } from '../tables/Shelf.js';
import type { UserChange } from '../tables/Users.js';
import type { World } from '../tables/World.js';
import { inChannel, writeChannel } from './channels.js';
import { writeMember } from './members.js';
import { changed, IGNORED, outcome, type Reducers } from './Reducer.js';

export const messageReducers: Reducers = {
  MESSAGE_CREATE: inChannel((world, shelf, payload, channelId) => {
    const id = idOf(payload['id']);
    if (id === undefined || isDeleted(world, id)) return IGNORED;
    if (shelf === world.direct) meetDirectly(world, channelId, payload);
    const user = learnAuthor(world, shelf, payload);
    const before = shelf.channelTable('messages', channelId)?.get(id);
    noteMessage(world.channel(channelId), id, before === undefined);
    return changed(before, writeMessage(world, shelf, channelId, id, payload), user);
  }),

  MESSAGE_UPDATE: inChannel((world, shelf, payload, channelId) => {
    const user = learnAuthor(world, shelf, payload);
    const before = shelf.channelTable('messages', channelId)?.get(payload['id'] as string);
    return before === undefined ? outcome({ isIgnored: true, user }) : changed(before, editMessage(world, shelf, before, payload), user);
  }),

  MESSAGE_DELETE: inChannel((world, shelf, payload, channelId) => {
    const id = idOf(payload['id']);
    return id === undefined ? IGNORED : changed(removeMessage(world, shelf, channelId, id), undefined);
  }),

  MESSAGE_DELETE_BULK: inChannel((world, shelf, payload, channelId) =>
    changed(
      idsOf(payload['ids']).flatMap((id) => removeMessage(world, shelf, channelId, id) ?? []),
      undefined,
    ),
  ),
};

/** Writes a message that is whole, if messages are kept; nothing that it tells of others is learned. */
export function writeMessage(world: World, shelf: Shelf, channelId: string, id: string, payload: Payload): MessageRecord | undefined {
  if (!world.policy.messages.isKept) return undefined;
  const before = shelf.channelTable('messages', channelId)?.get(id);
  const author = authorOf(world, payload);
  const parts = {
    channelId: world.channel(channelId)?.id ?? channelId,
    guildId: shelf === world.direct ? undefined : shelf.id,
    author,
    member: memberOf(world, shelf, author?.id, payload['member']),
    pulse: before?.pulse,
  };
  const record = packMessage(before?.id ?? id, payload, parts, world.pool);
  return world.putIn(shelf, 'messages', channelId, id, record) ? record : undefined;
}

/** Lays an edit over a message. What it leaves out stays, the author too. */
function editMessage(world: World, shelf: Shelf, before: MessageRecord, payload: Payload): MessageRecord | undefined {
  if (!world.policy.messages.isKept) return before;
  const author = payload['author'] === undefined ? before.author : authorOf(world, payload);
  const member = payload['member'] === undefined ? before.member : memberOf(world, shelf, author?.id, payload['member']);
  const record = patchMessage(before, payload, { author, member }, world.pool);
  return world.putIn(shelf, 'messages', before.channel_id, before.id, record) ? record : undefined;
}

function isDeleted({ buried, nowMs }: World, id: string): boolean {
  return buried.size > 0 && buried.isBuried(`message:${id}`, nowMs);
}

function removeMessage(world: World, shelf: Shelf, channelId: string, id: string): MessageRecord | undefined {
  world.buried.bury(`message:${id}`, world.nowMs);
  const record = world.takeFrom(shelf, 'messages', channelId, id);
  const pulse = world.channel(channelId)?.pulse;
  if (record !== undefined && pulse?.message_count !== undefined) pulse.message_count = Math.max(0, pulse.message_count - 1);
  return record;
}

/** What a message tells about who wrote it. A webhook's author is no user, and nobody who is not held is. */
function learnAuthor(world: World, shelf: Shelf, payload: Payload): UserChange | undefined {
  const { author, member } = payload;
  const id = isPayload(author) ? idOf(author['id']) : undefined;
  if (!isPayload(author) || id === undefined || payload['webhook_id'] != null) return undefined;
  return isPayload(member) && shelf !== world.direct ? writeMember(world, shelf, author, member) : world.users.write(id, author);
}

/** The author as a record: the one that is kept, when it knows what the message says. A webhook is nobody's. */
function authorOf({ pool, users }: World, { author, webhook_id: webhookId }: Payload): UserRecord | undefined {
  const id = isPayload(author) ? idOf(author['id']) : undefined;
  if (!isPayload(author) || id === undefined) return undefined;
  const kept = webhookId == null ? users.get(id) : undefined;
  const isKnown = kept !== undefined && (isUserOf(author, kept, pool) || isKnownUser(kept, author));
  return isKnown ? kept : packUser(id, author, pool);
}

/** The author's membership as the message carries it: the one that is kept, when it knows as much. */
function memberOf({ pool }: World, shelf: Shelf, userId: string | undefined, member: unknown): MemberRecord | undefined {
  if (userId === undefined || !isPayload(member)) return undefined;
  const kept = shelf.get('members', userId);
  const isKnown = kept !== undefined && (isMemberOf(member, kept, pool) || isKnownMember(kept, member));
  return isKnown ? kept : packMember(userId, member, { pool, intern: shelf.intern });
}

/** A channel's last message, and how many a thread has; a message that is known was counted. */
function noteMessage(channel: ChannelRecord | undefined, id: string, isNew: boolean): void {
  if (channel === undefined) return;
  const { pulse } = channel;
  const last = idOf(pulse.last_message_id);
  if (last !== undefined && compareIds(id, last) <= 0) return;
  pulse.last_message_id = id;
  // The message that opens a thread or a forum post has the thread's id, and is not counted.
  if (!isNew || id === channel.id) return;
  if (pulse.message_count !== undefined) pulse.message_count += 1;
  if (pulse.total_message_sent !== undefined) pulse.total_message_sent += 1;
}

/** Discord announces no direct message channel: the first message in it is how a bot learns of it. */
function meetDirectly(world: World, channelId: string, payload: Payload): void {
  if (world.channel(channelId) !== undefined) return;
  const { author } = payload;
  const isStranger = isPayload(author) && author['id'] !== world.selfId;
  const recipients = isStranger ? [author] : [];
  writeChannel(world, world.direct, channelId, { type: payload['channel_type'] ?? 1, recipients });
}
