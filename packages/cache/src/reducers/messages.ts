import type { ChannelRecord } from '../records/channel.js';
import { isWholeMember, packMember, type MemberRecord } from '../records/member.js';
import { packMessage, patchMessage, type MessageRecord } from '../records/message.js';
import { compareIds, idOf, idsOf, isPayload, type Payload } from '../records/payload.js';
import { isWholeUser, packUser, type UserRecord } from '../records/user.js';
import type { Shelf } from '../tables/Shelf.js';
import type { UserChange } from '../tables/Users.js';
import type { World } from '../tables/World.js';
import { inChannel, writeChannel, type Place } from './channels.js';
import { writeMember } from './members.js';
import { changed, IGNORED, outcome, type Reducers } from './Reducer.js';

export const messageReducers: Reducers = {
  MESSAGE_CREATE: inChannel((world, place, payload) => {
    const { shelf, channelId, channel } = place;
    const id = idOf(payload['id']);
    if (id === undefined || isDeleted(world, id)) return IGNORED;
    if (shelf === world.direct) meetDirectly(world, channelId, payload);
    const user = learnAuthor(world, shelf, payload);
    const before = shelf.channelTable('messages', channelId)?.get(id);
    noteMessage(channel ?? world.channel(channelId), id, before === undefined);
    return changed(before, keepMessage(world, place, before ?? id, payload), user);
  }),

  MESSAGE_UPDATE: inChannel((world, { channelId, shelf }, payload) => {
    const user = learnAuthor(world, shelf, payload);
    const before = shelf.channelTable('messages', channelId)?.get(payload['id'] as string);
    return before === undefined ? outcome({ isIgnored: true, user }) : changed(before, editMessage(world, shelf, before, payload), user);
  }),

  MESSAGE_DELETE: inChannel((world, place, payload) => {
    const id = idOf(payload['id']);
    return id === undefined ? IGNORED : changed(removeMessage(world, place, id), undefined);
  }),

  MESSAGE_DELETE_BULK: inChannel((world, place, payload) =>
    changed(
      idsOf(payload['ids']).flatMap((id) => removeMessage(world, place, id) ?? []),
      undefined,
    ),
  ),
};

/** Writes a message that is whole, if messages are kept; nothing that it tells of others is learned. */
export function writeMessage(world: World, shelf: Shelf, channelId: string, id: string, payload: Payload): void {
  const before = shelf.channelTable('messages', channelId)?.get(id);
  keepMessage(world, { shelf, channelId, channel: world.channel(channelId) }, before ?? id, payload);
}

/** @param known - the message, or its id when it is not kept yet */
function keepMessage(
  world: World,
  { shelf, channelId, channel }: Place,
  known: MessageRecord | string,
  payload: Payload,
): MessageRecord | undefined {
  if (!world.policy.messages.isKept) return undefined;
  const [id, pulse] = typeof known === 'string' ? [known, undefined] : [known.id, known.pulse];
  const author = authorOf(world, payload);
  const member = memberOf(world, shelf, author?.id, payload['member']);
  const guildId = shelf === world.direct ? undefined : shelf.id;
  const record = packMessage(id, payload, { channelId: channel?.id ?? channelId, guildId, author, member, pulse }, world.pool);
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

function removeMessage(world: World, { shelf, channelId, channel }: Place, id: string): MessageRecord | undefined {
  world.buried.bury(`message:${id}`, world.nowMs);
  const record = world.takeFrom(shelf, 'messages', channelId, id);
  const pulse = channel?.pulse;
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

/** The author as a record: the one that is kept, when it says the same. A webhook's author is no user. */
function authorOf({ pool, users }: World, { author, webhook_id: webhookId }: Payload): UserRecord | undefined {
  if (!isPayload(author)) return undefined;
  const kept = webhookId == null ? users.get(author['id'] as string) : undefined;
  if (kept !== undefined && isWholeUser(kept, author, pool)) return kept;
  const id = idOf(author['id']);
  return id === undefined ? undefined : packUser(id, author, pool);
}

/** The author's membership as the message carries it: the one that is kept, when it says the same. */
function memberOf({ pool }: World, shelf: Shelf, userId: string | undefined, member: unknown): MemberRecord | undefined {
  if (userId === undefined || !isPayload(member)) return undefined;
  const kept = shelf.get('members', userId);
  if (kept !== undefined && isWholeMember(kept, member, pool)) return kept;
  return packMember(userId, member, { pool, intern: shelf.intern });
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
