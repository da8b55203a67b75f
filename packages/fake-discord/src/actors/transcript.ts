import { messagePayload } from '../world/messagePayloads.js';
import type { MessageRecord } from '../world/MessageLog.js';
import type { ChannelRecord } from '../world/records.js';
import type { World } from '../world/World.js';

const SHOWN = 50;

/** The last messages of a channel as text, a line a message, with what was edited, answered and reacted. */
export function transcriptOf(world: World, channel: ChannelRecord): string {
  const records = channel.messages.all().slice(-SHOWN);
  const omitted = channel.messages.size - records.length;
  const lines = records.map((record) => line(world, channel, record));
  if (lines.length === 0) return '(no messages)';
  return [...(omitted > 0 ? [`(${String(omitted)} earlier messages)`] : []), ...lines].join('\n');
}

function line(world: World, channel: ChannelRecord, record: MessageRecord): string {
  const { attachments, author, content, edited_timestamp, embeds, reactions, referenced_message, timestamp } = messagePayload(
    world,
    channel,
    record,
  );
  const marks = [
    ...(referenced_message === undefined ? [] : [`answers ${referenced_message?.author.username ?? 'a deleted message'}`]),
    ...(attachments.length === 0 ? [] : [`files: ${attachments.map(({ filename }) => filename).join(', ')}`]),
    ...(embeds.length === 0 ? [] : [`embeds: ${JSON.stringify(embeds)}`]),
    ...(edited_timestamp === null ? [] : ['edited']),
    ...(reactions ?? []).map(({ emoji, count }) => `${emoji.name ?? ''}×${String(count)}`),
  ];
  const name = author.bot === true ? `${author.username} [bot]` : author.username;
  return `${timestamp.slice(11, 23)} ${name}: ${content}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`;
}
