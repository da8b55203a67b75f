import type { CallOptions } from '@aplomb/rest';
import type { APIPoll, APIPollAnswer, APIPollMedia, APIPollResults, PollLayoutType } from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import { dateOf } from '../dates.js';
import type { User } from '../guild/User.js';
import type { Paged } from '../Paged.js';
import type { Message } from './Message.js';
import type { PagedUsersQuery } from './MessageHandle.js';
import { PartOfMessage } from './PartOfMessage.js';

/** An answer of a poll, with its votes as they were when the message came. */
export interface PollAnswer {
  readonly id: number;
  readonly text: string | null;
  readonly emoji: Camel<APIPollMedia>['emoji'] | null;
  /** `null` where Discord did not tell: then nobody had voted, or the votes were not counted yet. */
  readonly voteCount: number | null;
  /** Whether the bot voted for it. */
  readonly meVoted: boolean;
  /** Who voted for it, by user id. Awaited, it is a page of 25, or of `limit`. */
  fetchVoters(query?: PagedUsersQuery, options?: CallOptions): Paged<User>;
}

/**
 * The poll of a message.
 *
 * @see {@link https://docs.discord.com/developers/resources/poll#poll-object | Poll object}
 */
export class Poll extends PartOfMessage<APIPoll> {
  get question(): string {
    return this.data.question.text ?? '';
  }

  get answers(): readonly PollAnswer[] {
    return this.data.answers.map((answer) => this.answer(answer));
  }

  /** Until when people may vote; `null` for one that never ends. */
  get expiry(): Date | null {
    return dateOf(this.data.expiry);
  }

  get allowMultiselect(): boolean {
    return this.data.allow_multiselect;
  }

  get layoutType(): PollLayoutType {
    return this.data.layout_type;
  }

  /** The votes; `null` where Discord did not tell. */
  get results(): Camel<APIPollResults> | null {
    return camel<APIPollResults | null>(this.data.results ?? null);
  }

  /** Whether the votes were counted exactly, after the end. */
  get isFinalized(): boolean {
    return this.data.results?.is_finalized ?? false;
  }

  /** Ends it before its time. It has to be the bot's own. */
  async end(options?: CallOptions): Promise<Message> {
    return this.message.endPoll(options);
  }

  private answer({ answer_id: id, poll_media: media }: APIPollAnswer): PollAnswer {
    const count = this.data.results?.answer_counts.find((counted) => counted.id === id);
    return {
      id,
      text: media.text ?? null,
      emoji: media.emoji === undefined ? null : camel(media.emoji),
      // An answer without votes is left out of results that are known.
      voteCount: count?.count ?? (this.data.results === undefined ? null : 0),
      meVoted: count?.me_voted ?? false,
      fetchVoters: (query, options) => this.message.fetchPollVoters(id, query, options),
    };
  }
}
