import type { CallOptions } from '@aplomb/rest';
import type { APIPartialEmoji, APIReaction, APIReactionCountDetails } from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import type { User } from '../guild/User.js';
import type { Paged } from '../Paged.js';
import type { Ref } from '../refs.js';
import type { PagedUsersQuery } from './MessageHandle.js';
import { PartOfMessage } from './PartOfMessage.js';

/**
 * An emoji that a message was reacted with, and how often.
 *
 * @see {@link https://docs.discord.com/developers/resources/message#reaction-object | Reaction object}
 */
export class Reaction extends PartOfMessage<APIReaction> {
  /** How often, super reactions counted. */
  get count(): number {
    return this.data.count;
  }

  /** How often, `normal` and `burst`, which are super reactions. */
  get countDetails(): Camel<APIReactionCountDetails> {
    return camel(this.data.count_details);
  }

  /** Whether the bot did. */
  get me(): boolean {
    return this.data.me;
  }

  /** Whether the bot did with a super reaction. */
  get meBurst(): boolean {
    return this.data.me_burst;
  }

  get emoji(): Camel<APIPartialEmoji> {
    return camel(this.data.emoji);
  }

  /** The colours of super reactions, as `#rrggbb`. */
  get burstColors(): readonly string[] {
    return this.data.burst_colors;
  }

  /** Who reacted so, by user id. `type` 1 means super reactions. Awaited, it is a page of 25, or of `limit`. */
  fetchUsers(query?: PagedUsersQuery & { readonly type?: 0 | 1 }, options?: CallOptions): Paged<User> {
    return this.message.fetchReactionUsers(this.emoji, query, options);
  }

  /** Takes the bot's own back, or, with MANAGE_MESSAGES, that of `user`. */
  async remove(user?: Ref, options?: CallOptions): Promise<void> {
    await this.message.removeReaction(this.emoji, user, options);
  }

  /** Takes all with this emoji away. Needs MANAGE_MESSAGES. */
  async removeAll(options?: CallOptions): Promise<void> {
    await this.message.removeReactions(this.emoji, options);
  }
}
