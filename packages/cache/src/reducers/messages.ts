import { compareIds, idOf, idsOf, isPayload, merged, type Payload } from '../records/payload.js';
import type { ChannelRecord } from '../records/channel.js';
import { packMember, type MemberRecord } from '../records/member.js';
import { messageData, packMessage, type MessageRecord } from '../records/message.js';
import { isKnownUser, packUser, type UserRecord } from '../records/user.js';
import type { Shelf } from '../tables/Shelf.js';
import type { UserChange } from '../tables/Users.js';
import type { World } from '../tables/World.js';
import { inChannel, writeChannel } from './channels.js';
import { writeMember } from './members.js';
import { IGNORED, type Reducers } from './Reducer.js';

export const messageReducers: Reducers = {
  MESSAGE_CREATE: inChannel((world, shelf, payload, channelId) => {
    const id = idOf(payload['id']);
    if (id === undefined || world.buried.isBuried(`message:${id}`, world.nowMs)) return IGNORED;
    if (shelf === world.direct) meetDirectly(world, channelId, payload);
    const user = learnAuthor(world, shelf, payload);
    const before = shelf.channelTable('messages', channelId)?.get(id);
    noteMessage(world.channel(channelId), id, before === undefined);
    writeMessage(world, shelf, channelId, id, payload);
    return { before, after: shelf.channelTable('messages', channelId)?.get(id), user };
  }),

  MESSAGE_UPDATE: inChannel((world, shelf, payload, channelId) => {
    const user = learnAuthor(world, shelf, payload);
    const before = shelf.channelTable('messages', channelId)?.get(idOf(payload['id']) ?? '');
    if (before === undefined) return { ...IGNORED, user };
    writeMessage(world, shelf, channelId, before.id, merged(messageData(before) as unknown as Payload, payload));
    return { before, after: shelf.channelTable('messages', channelId)?.get(before.id), user };
  }),

  MESSAGE_DELETE: inChannel((world, shelf, payload, channelId) => {
    const id = idOf(payload['id']);
    return id === undefined ? IGNORED : { before: removeMessage(world, shelf, channelId, id) };
  }),

  MESSAGE_DELETE_BULK: inChannel((world, shelf, payload, channelId) => ({
    before: idsOf(payload['ids']).flatMap((id) => removeMessage(world, shelf, channelId, id) ?? []),
  })),
};

/** Writes a message that is whole, if messages are kept; nothing that it tells of others is learned. */
export function writeMessage(world: World, shelf: Shelf, channelId: string, id: string, payload: Payload): void {
  if (!world.policy.messages.isKept) return;
  const before = shelf.channelTable('messages', channelId)?.get(id);
  const parts = {
    channelId: world.channel(channelId)?.id ?? channelId,
    guildId: shelf === world.direct ? undefined : shelf.id,
    author: authorOf(world, before, payload),
    member: memberOf(world, shelf, payload),
    pulse: before?.pulse,
  };
  world.putIn(shelf, 'messages', channelId, id, packMessage(before?.id ?? id, payload, parts, world.pool));
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

/** The author as a record: the one that is kept, when it says the same. */
function authorOf(world: World, before: MessageRecord | undefined, { author }: Payload): UserRecord | undefined {
  const id = isPayload(author) ? idOf(author['id']) : undefined;
  if (!isPayload(author) || id === undefined) return undefined;
  const same = [world.users.get(id), before?.author].find((user) => user?.id === id && isWholeUser(user, author));
  return same ?? packUser(world.users.get(id)?.id ?? id, author, world.pool);
}

/** Whether a record says what a payload says, and no more: then the payload can be built back from it. */
function isWholeUser(record: UserRecord, payload: Payload): boolean {
  const slots = Number(record.username !== undefined) + Number(record.global_name !== undefined) + Number(record.avatar !== undefined);
  const fields = 1 + slots + Object.keys(record.shared).length + Object.keys(record.own ?? {}).length;
  return isKnownUser(record, payload) && fields === Object.keys(payload).length;
}

/** The author's membership as the message carries it. It is not looked up: in an edit that was laid over a message it may be old. */
function memberOf(world: World, shelf: Shelf, { author, member }: Payload): MemberRecord | undefined {
  const id = isPayload(author) ? idOf(author['id']) : undefined;
  if (!isPayload(member) || id === undefined) return undefined;
  return packMember(world.users.get(id)?.id ?? id, member, { pool: world.pool, intern: shelf.intern });
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
