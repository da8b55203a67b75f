import type { APIMessage } from 'discord-api-types/v10';
import { flatten } from '../world/forms/components/readComponents.js';
import type { Component } from '../world/forms/components/readComponents.js';
import { isLoading } from '../world/interactions/Interactions.js';
import { messagePayload } from '../world/messagePayloads.js';
import type { MessageRecord } from '../world/MessageLog.js';
import type { ChannelRecord } from '../world/records.js';
import type { World } from '../world/World.js';

const SHOWN = 50;

/** How people speak of a channel: `#general`, or `@alice` for a direct one. */
export function channelName(record: ChannelRecord): string {
  return record.isDirect ? `@${record.recipient.username}` : `#${record.name}`;
}

/** The last messages of a channel as text, a line a message, with what was edited, answered and reacted, and who sees what not everybody does. */
export function transcriptOf(world: World, channel: ChannelRecord): string {
  const all = channel.messages.everything;
  const records = all.slice(-SHOWN);
  const omitted = all.length - records.length;
  const lines = records.map((record) => line(world, channel, record));
  if (lines.length === 0) return '(no messages)';
  return [...(omitted > 0 ? [`(${String(omitted)} earlier messages)`] : []), ...lines].join('\n');
}

/** What was said in all channels, each under its name; empty when nobody said anything. */
export function wholeTranscript(world: World): string {
  const spoken = [...world.channels.values()].filter(({ messages }) => messages.everything.length > 0);
  return spoken.map((channel) => `${channelName(channel)}\n${transcriptOf(world, channel)}`).join('\n\n');
}

function line(world: World, channel: ChannelRecord, record: MessageRecord): string {
  const payload = messagePayload(world, channel, record);
  const { author, content, timestamp } = payload;
  const seenBy = record.onlyFor === null ? [] : [`only ${world.users.get(record.onlyFor)?.username ?? 'somebody'} sees it`];
  const marks = [...seenBy, ...marksOf(payload)];
  const name = author.bot === true ? `${author.username} [bot]` : author.username;
  return `${timestamp.slice(11, 23)} ${name}: ${content}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`;
}

function marksOf(payload: APIMessage): readonly string[] {
  const { attachments, components = [], edited_timestamp: editedAt, embeds, poll, reactions = [], referenced_message: answered } = payload;
  const usable = flatten(components as unknown as readonly Component[]).flatMap(({ custom_id: id }) =>
    typeof id === 'string' ? [id] : [],
  );
  return [
    ...(isLoading(payload) ? ['thinking'] : []),
    ...(answered === undefined ? [] : [`answers ${answered?.author.username ?? 'a deleted message'}`]),
    ...(attachments.length === 0 ? [] : [`files: ${attachments.map(({ filename }) => filename).join(', ')}`]),
    ...(embeds.length === 0 ? [] : [`embeds: ${JSON.stringify(embeds)}`]),
    ...(usable.length === 0 ? [] : [`components: ${usable.join(', ')}`]),
    ...(poll === undefined ? [] : [`poll: ${poll.question.text ?? ''}`]),
    ...(editedAt === null ? [] : ['edited']),
    ...reactions.map(({ emoji, count }) => `${emoji.name ?? ''}×${String(count)}`),
  ];
}
