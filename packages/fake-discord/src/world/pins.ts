import { enterChannel, guildOf, isAllowed } from './access.js';
import { audit } from './guild/Doer.js';
import type { FoundMessage, Messages } from './Messages.js';
import { lastPinTime } from './channelPayloads.js';
import { messageEvent } from './messagePayloads.js';
import type { ChannelRecord } from './records.js';
import { badRequest } from './refusals.js';
import { refuseSystemMessage } from './systemMessages.js';
import type { World } from './World.js';

const PINS_MAX = 250;
const PINNED_MESSAGE = 6;
const MESSAGE_PIN = 74;
const MESSAGE_UNPIN = 75;

/** Which message, whether it is to be pinned, and why. */
export interface PinChange {
  readonly channelId: string;
  readonly isPinned: boolean;
  readonly messageId: string;
  readonly reason?: string | null;
}

/** Pins a message or takes the pin out again; to do it twice changes nothing. */
export function setPinned(
  world: World,
  messages: Messages,
  userId: string,
  { channelId, isPinned, messageId, reason = null }: PinChange,
): void {
  enterChannel(world, userId, channelId, 'PinMessages');
  const { channel, record } = messages.find(userId, channelId, messageId);
  refuseSystemMessage(record.payload);
  if ((record.pinnedAtMs !== undefined) === isPinned) return;
  if (isPinned && channel.messages.pinned().length >= PINS_MAX)
    throw badRequest(30003, `Maximum number of pinned messages reached (${String(PINS_MAX)})`);
  const { pinnedAtMs: _, ...rest } = record;
  const payload = { ...record.payload, pinned: isPinned };
  const after = { ...rest, payload, ...(isPinned && { pinnedAtMs: world.clock.wallMs() }) };
  channel.messages.replace(after);
  world.publishInChannel(channel, 'MESSAGE_UPDATE', messageEvent(world, channel, after));
  publishPins(world, channel);
  const guild = guildOf(world, channel);
  const options = { channel_id: channelId, message_id: messageId };
  const actionType = isPinned ? MESSAGE_PIN : MESSAGE_UNPIN;
  if (guild !== undefined) audit(world, guild, { reason, userId }, { actionType, targetId: record.payload.author.id, options });
  const pinner = world.users.get(userId);
  if (!isPinned || pinner === undefined) return;
  messages.postSystem(pinner, channel, PINNED_MESSAGE, { message_reference: { type: 0, channel_id: channel.id, message_id: messageId } });
}

/** What is pinned, the newest pin first; nothing for who may not read history. */
export function listPins(world: World, userId: string, channelId: string): readonly FoundMessage[] {
  const channel = enterChannel(world, userId, channelId);
  if (!isAllowed(world, userId, channel, 'ReadMessageHistory')) return [];
  return channel.messages.pinned().map((record) => ({ channel, record }));
}

function publishPins(world: World, channel: ChannelRecord): void {
  const guild = guildOf(world, channel);
  world.publishInChannel(channel, 'CHANNEL_PINS_UPDATE', {
    ...(guild !== undefined && { guild_id: guild.id }),
    channel_id: channel.id,
    last_pin_timestamp: lastPinTime(channel),
  });
}
