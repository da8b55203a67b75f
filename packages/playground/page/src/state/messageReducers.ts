import type {
  APIMessage,
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
import { addMessage, changeMessage, countReaction, countVote, removeEmoji, removeMessage } from './reduceMessages.js';

/** How long somebody counts as typing after they said so. */
export const typingMs = 10_000;

export const messageReducers: EventReducers = {
  MESSAGE_CREATE: (batch: Batch, message: APIMessage) => {
    addMessage(batch.messagesIn(message.channel_id), message);
    stopTyping(batch, message);
    const { me, unread } = batch.state;
    if (message.author.id !== me.id && !unread.has(message.channel_id)) batch.set({ unread: new Set(unread).add(message.channel_id) });
  },
  MESSAGE_UPDATE: (batch: Batch, update: APIMessage) =>
    changeMessage(batch.messagesIn(update.channel_id), update.id, (message) => ({ ...message, ...update })),
  MESSAGE_DELETE: (batch: Batch, { channel_id, id }: GatewayMessageDeleteDispatchData) => removeMessage(batch.messagesIn(channel_id), id),
  MESSAGE_DELETE_BULK: (batch: Batch, { channel_id, ids }: GatewayMessageDeleteBulkDispatchData) => {
    for (const id of ids) removeMessage(batch.messagesIn(channel_id), id);
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
