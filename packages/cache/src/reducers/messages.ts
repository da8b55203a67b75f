import type { ChannelRecord } from '../records/channel.js';
import { packMessage, patchMessage, type MessageRecord } from '../records/message.js';
import { compareIds, idOf, idsOf, isPayload, type Payload } from '../records/payload.js';
import type { Shelf } from '../tables/Shelf.js';
import type { World } from '../tables/World.js';
import { authorOf, meetAuthor, type Author } from './authors.js';
import { inChannel, writeChannel, type Place } from './channels.js';
import { changed, IGNORED, outcome, type Reducers } from './Reducer.js';

export const messageReducers: Reducers = {
  MESSAGE_CREATE: inChannel((world, place, payload) => {
    const { shelf, channelId, channel } = place;
    const id = idOf(payload['id']);
    if (id === undefined || isDeleted(world, id)) return IGNORED;
    if (shelf === world.direct) meetDirectly(world, channelId, payload);
    const author = meetAuthor(world, shelf, payload);
    const before = shelf.channelTable('messages', channelId)?.get(id);
    noteMessage(channel ?? world.channel(channelId), id, before === undefined);
    return changed(before, keepMessage(world, place, { payload, known: before ?? id, author }), author.change);
  }),

  MESSAGE_UPDATE: inChannel((world, { channelId, shelf }, payload) => {
    const before = shelf.channelTable('messages', channelId)?.get(payload['id'] as string);
    const author = meetAuthor(world, shelf, payload, before);
    if (before === undefined) return outcome({ isIgnored: true, user: author.change });
    if (!world.policy.messages.isKept) return changed(before, before, author.change);
    const record = patchMessage(before, payload, { author: author.user, member: author.member }, world.pool);
    return changed(before, world.putIn(shelf, 'messages', channelId, before.id, record) ? record : undefined, author.change);
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
  const known = shelf.channelTable('messages', channelId)?.get(id) ?? id;
  const place = { shelf, channelId, channel: world.channel(channelId) };
  keepMessage(world, place, { payload, known, author: authorOf(world, shelf, payload) });
}

interface WholeMessage {
  readonly payload: Payload;
  /** The message as it is kept; its id when it is not. */
  readonly known: MessageRecord | string;
  readonly author: Author;
}

function keepMessage(
  world: World,
  { shelf, channelId, channel }: Place,
  { payload, known, author: { user, member } }: WholeMessage,
): MessageRecord | undefined {
  if (!world.policy.messages.isKept) return undefined;
  const [id, pulse] = typeof known === 'string' ? [known, undefined] : [known.id, known.pulse];
  const guildId = shelf === world.direct ? undefined : shelf.id;
  const parts = { channelId: channel?.id ?? channelId, guildId, author: user, member, pulse };
  const record = packMessage(id, payload, parts, world.pool);
  return world.putIn(shelf, 'messages', channelId, id, record) ? record : undefined;
}

function isDeleted({ buried, nowMs, youngestDeleted }: World, id: string): boolean {
  return compareIds(id, youngestDeleted) <= 0 && buried.isBuried(`message:${id}`, nowMs);
}

function removeMessage(world: World, { shelf, channelId, channel }: Place, id: string): MessageRecord | undefined {
  world.buried.bury(`message:${id}`, world.nowMs);
  if (compareIds(id, world.youngestDeleted) > 0) world.youngestDeleted = id;
  const record = world.takeFrom(shelf, 'messages', channelId, id);
  const pulse = channel?.pulse;
  if (record !== undefined && pulse?.message_count !== undefined) pulse.message_count = Math.max(0, pulse.message_count - 1);
  return record;
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
