import type { SeenChannel } from '@aplomb/fake-discord';
import type {
  APIMessage,
  APIThreadChannel,
  GatewayMessageDeleteBulkDispatchData,
  GatewayMessageDeleteDispatchData,
  GatewayMessagePollVoteDispatchData,
  GatewayMessageReactionAddDispatchData,
  GatewayMessageReactionRemoveAllDispatchData,
  GatewayMessageReactionRemoveEmojiDispatchData,
  GatewayTypingStartDispatchData,
} from 'discord-api-types/v10';
import type { Batch } from './Batch.js';
import type { EventReducers } from './EventReducer.js';
import { hasFlag, messageFlag } from '../messages/kinds.js';
import { isThread } from './channelOrder.js';
import { withEntry } from './PersonState.js';
import { addMessage, changeMessage, countReaction, countVote, removeEmoji, removeMessage } from './reduceMessages.js';
import { indexOfId } from './snowflakes.js';

/** How long somebody counts as typing after they said so. */
export const typingMs = 10_000;
/** Stands first in a thread that began on a message. */
const threadStarter = 21;

export const messageReducers: EventReducers = {
  MESSAGE_CREATE: (batch: Batch, message: APIMessage) => {
    addMessage(batch.messagesIn(message.channel_id), message);
    countInThread(batch, message, 1);
    stopTyping(batch, message);
    const { me, unread } = batch.state;
    if (message.author.id !== me.id && !unread.has(message.channel_id)) batch.set({ unread: new Set(unread).add(message.channel_id) });
  },
  MESSAGE_UPDATE: (batch: Batch, update: APIMessage) =>
    changeMessage(batch.messagesIn(update.channel_id), update.id, (message) => ({ ...message, ...update })),
  MESSAGE_DELETE: remove,
  MESSAGE_DELETE_BULK: (batch: Batch, { channel_id, ids }: GatewayMessageDeleteBulkDispatchData) => {
    for (const id of ids) remove(batch, { channel_id, id });
  },
  MESSAGE_REACTION_ADD: (batch: Batch, reacted: GatewayMessageReactionAddDispatchData) => react(batch, reacted, 1),
  MESSAGE_REACTION_REMOVE: (batch: Batch, reacted: GatewayMessageReactionAddDispatchData) => react(batch, reacted, -1),
  MESSAGE_REACTION_REMOVE_ALL: (batch: Batch, { channel_id, message_id }: GatewayMessageReactionRemoveAllDispatchData) =>
    changeMessage(batch.messagesIn(channel_id), message_id, (message) => ({ ...message, reactions: [] })),
  MESSAGE_REACTION_REMOVE_EMOJI: (batch: Batch, { channel_id, emoji, message_id }: GatewayMessageReactionRemoveEmojiDispatchData) =>
    changeMessage(batch.messagesIn(channel_id), message_id, (message) => removeEmoji(message, emoji)),
  MESSAGE_POLL_VOTE_ADD: (batch: Batch, vote: GatewayMessagePollVoteDispatchData) => poll(batch, vote, 1),
  MESSAGE_POLL_VOTE_REMOVE: (batch: Batch, vote: GatewayMessagePollVoteDispatchData) => poll(batch, vote, -1),
  TYPING_START: (batch: Batch, { channel_id: channelId, user_id: userId }: GatewayTypingStartDispatchData) => {
    if (userId === batch.state.me.id) return;
    const others = batch.state.typing.filter((typing) => typing.userId !== userId || typing.channelId !== channelId);
    batch.set({ typing: [...others, { channelId, untilMs: batch.nowMs + typingMs, userId }] });
  },
};

function remove(batch: Batch, gone: Pick<GatewayMessageDeleteDispatchData, 'channel_id' | 'id'>): void {
  const messages = batch.messagesIn(gone.channel_id);
  countInThread(batch, messages[indexOfId(messages, gone.id)] ?? gone, -1);
  removeMessage(messages, gone.id);
}

/** Discord counts the messages of a thread and tells nobody: apps count along. What began the thread, and what only one person sees, does not count. */
function countInThread(
  batch: Batch,
  message: Pick<APIMessage, 'channel_id' | 'flags' | 'id'> & Partial<Pick<APIMessage, 'type'>>,
  by: -1 | 1,
): void {
  const thread = batch.state.channels.get(message.channel_id);
  if (thread === undefined || !isThread(thread)) return;
  if (message.id === thread.id || (message.type as number | undefined) === threadStarter || hasFlag(message, messageFlag.ephemeral)) return;
  const { message_count: count = 0 } = thread as Pick<APIThreadChannel, 'message_count'>;
  const counted = { ...thread, message_count: Math.max(0, count + by) };
  batch.set({ channels: withEntry<string, SeenChannel>(batch.state.channels, thread.id, counted) });
}

function react(batch: Batch, reacted: GatewayMessageReactionAddDispatchData, by: -1 | 1): void {
  const { id: myId } = batch.state.me;
  changeMessage(batch.messagesIn(reacted.channel_id), reacted.message_id, (message) => countReaction(message, reacted, by, myId));
}

function poll(batch: Batch, vote: GatewayMessagePollVoteDispatchData, by: -1 | 1): void {
  const { id: myId } = batch.state.me;
  changeMessage(batch.messagesIn(vote.channel_id), vote.message_id, (message) => countVote(message, vote, by, myId));
}

function stopTyping(batch: Batch, { author, channel_id }: APIMessage): void {
  const { typing } = batch.state;
  if (!typing.some(({ userId }) => userId === author.id)) return;
  batch.set({ typing: typing.filter(({ channelId, userId }) => userId !== author.id || channelId !== channel_id) });
}
