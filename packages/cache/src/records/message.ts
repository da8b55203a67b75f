import type { APIMessage, APIReaction, APIPollResults } from 'discord-api-types/v10';
import type { FieldPool } from './FieldPool.js';
import { instantText, packInstant, type PackedInstant } from './instants.js';
import { keptFields, overlaidFields, type KeptFields } from './keptFields.js';
import { memberData, type MemberRecord } from './member.js';
import { isPayload, patched, payloadsOf, put, textOf, type Payload } from './payload.js';
import { userData, type UserRecord } from './user.js';

/** What of a message changes without an edit. It is always the present, also beside a record that was replaced. */
export interface MessagePulse {
  /** `undefined` when nobody has reacted. */
  reactions: readonly APIReaction[] | undefined;
  /** `undefined` without a poll, or before its first vote is known. */
  poll_results: APIPollResults | undefined;
}

/**
 * A message. Its author is the user as known when the message came: the copy that the cache keeps, unless it has changed since.
 *
 * @see {@link https://docs.discord.com/developers/resources/message#message-object | Message object}
 */
export interface MessageRecord extends KeptFields {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id: string | undefined;
  readonly author: UserRecord | undefined;
  /** The author's membership; not in direct messages, nor of webhooks. */
  readonly member: MemberRecord | undefined;
  readonly content: string | undefined;
  readonly timestamp: PackedInstant;
  readonly edited_timestamp: PackedInstant;
  readonly pulse: MessagePulse;
}

/** Those of a message's parts that are records already. */
export interface MessageParts {
  readonly channelId: string;
  readonly guildId: string | undefined;
  readonly author: UserRecord | undefined;
  readonly member: MemberRecord | undefined;
  /** The pulse that the message had, if it is known already. */
  readonly pulse?: MessagePulse | undefined;
}

const FIELDS = ['id', 'channel_id', 'guild_id', 'author', 'member', 'content', 'timestamp', 'edited_timestamp', 'reactions'];
const SLOTS: ReadonlySet<string> = new Set(FIELDS);

/** Packs a message whose id was checked. */
export function packMessage(id: string, payload: Payload, parts: MessageParts, pool: FieldPool): MessageRecord {
  const { channelId, guildId, author, member } = parts;
  const { shared, own } = keptFields(payload, SLOTS, pool);
  return {
    id,
    channel_id: channelId,
    guild_id: guildId,
    author,
    member,
    content: textOf(payload['content']),
    timestamp: packInstant(payload['timestamp']),
    edited_timestamp: packInstant(payload['edited_timestamp']),
    pulse: beat(parts.pulse ?? { reactions: undefined, poll_results: undefined }, payload),
    shared,
    own,
  };
}

/** A message with an edit laid over it: what is absent there stays, `null` clears. */
export function patchMessage(
  before: MessageRecord,
  payload: Payload,
  { author, member }: Pick<MessageParts, 'author' | 'member'>,
  pool: FieldPool,
): MessageRecord {
  const { content, timestamp, edited_timestamp: edited } = payload;
  const { shared, own } = overlaidFields(before, payload, SLOTS, pool);
  return {
    id: before.id,
    channel_id: before.channel_id,
    guild_id: before.guild_id,
    author,
    member,
    content: patched(before.content, content, textOf),
    timestamp: patched(before.timestamp, timestamp, packInstant),
    edited_timestamp: patched(before.edited_timestamp, edited, packInstant),
    pulse: beat(before.pulse, payload),
    shared,
    own,
  };
}

/** Discord's payload of a message, with reactions and votes as they are now. */
export function messageData(record: MessageRecord): APIMessage {
  const data: Record<string, unknown> = { id: record.id, channel_id: record.channel_id };
  put(data, 'guild_id', record.guild_id);
  if (record.author !== undefined) data['author'] = userData(record.author);
  if (record.member !== undefined) data['member'] = memberData(record.member);
  put(data, 'content', record.content);
  put(data, 'timestamp', instantText(record.timestamp));
  put(data, 'edited_timestamp', instantText(record.edited_timestamp));
  put(data, 'reactions', record.pulse.reactions);
  Object.assign(data, record.shared, record.own);
  const { poll } = data;
  if (isPayload(poll) && record.pulse.poll_results !== undefined) data['poll'] = { ...poll, results: record.pulse.poll_results };
  return data as unknown as APIMessage;
}

function beat(pulse: MessagePulse, payload: Payload): MessagePulse {
  const { reactions, poll } = payload;
  if (Array.isArray(reactions)) pulse.reactions = payloadsOf(reactions) as unknown as readonly APIReaction[];
  if (isPayload(poll) && isPayload(poll['results'])) pulse.poll_results = poll['results'] as unknown as APIPollResults;
  return pulse;
}
