import type { GatewayMessagePollVoteDispatchData } from 'discord-api-types/v10';
import type { PollAnswer } from '../message/Poll.js';
import { UserMessageEvent } from './UserMessageEvent.js';

/**
 * A vote in a poll, which was given or taken back.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#message-poll-vote-add | Message poll vote add}
 */
export class PollVote extends UserMessageEvent<GatewayMessagePollVoteDispatchData> {
  get answerId(): number {
    return this.data.answer_id;
  }

  /** What was voted for, if the message is cached. */
  get answer(): PollAnswer | undefined {
    const message = this.views.cachedMessage(this.channelId, this.messageId);
    return message?.poll?.answers.find(({ id }) => id === this.answerId);
  }
}
