import type {
  APIUser,
  RESTGetAPIChannelMessageReactionUsersQuery,
  RESTGetAPIChannelMessageReactionUsersResult,
} from 'discord-api-types/v10';
import { Listing } from '../../Listing.js';
import { byId } from '../../paging/byId.js';
import type { CallOptions, Requester } from '../../RestRequest.js';
import { emojiSegment, route } from '../../Route.js';

/** The reactions to a message. Every `emoji` is a Unicode emoji (`"👍"`) or a custom one (`"name:id"`). */
export interface ReactionMethods {
  /**
   * Reacts to a message. Needs READ_MESSAGE_HISTORY, and ADD_REACTIONS for an emoji with which nobody has reacted yet. A message has at most 20 of them.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#create-reaction | Create reaction}
   */
  createReaction(channelId: string, messageId: string, emoji: string, options?: CallOptions): Promise<void>;
  /**
   * Takes the bot's own reaction back.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#delete-own-reaction | Delete own reaction}
   */
  deleteOwnReaction(channelId: string, messageId: string, emoji: string, options?: CallOptions): Promise<void>;
  /**
   * Takes somebody's reaction away. Needs MANAGE_MESSAGES.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#delete-user-reaction | Delete user reaction}
   */
  deleteUserReaction(channelId: string, messageId: string, emoji: string, userId: string, options?: CallOptions): Promise<void>;
  /**
   * Takes all reactions away. Needs MANAGE_MESSAGES.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#delete-all-reactions | Delete all reactions}
   */
  deleteAllReactions(channelId: string, messageId: string, options?: CallOptions): Promise<void>;
  /**
   * Takes all reactions with one emoji away. Needs MANAGE_MESSAGES.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#delete-all-reactions-for-emoji | Delete all reactions for emoji}
   */
  deleteAllReactionsForEmoji(channelId: string, messageId: string, emoji: string, options?: CallOptions): Promise<void>;
  /**
   * Who reacted with an emoji, by user id; `type: 1` asks for super reactions. Awaited, it is a page of 1 to 100 users (25 unless `limit` is given).
   *
   * @see {@link https://docs.discord.com/developers/resources/message#get-reactions | Get reactions}
   */
  reactionUsers(
    channelId: string,
    messageId: string,
    emoji: string,
    query?: RESTGetAPIChannelMessageReactionUsersQuery,
    options?: CallOptions,
  ): Listing<APIUser, RESTGetAPIChannelMessageReactionUsersResult>;
}

export function reactionMethods(rest: Requester): ReactionMethods {
  const all = (channelId: string, messageId: string): string => route`/channels/${channelId}/messages/${messageId}/reactions`;
  const of = (channelId: string, messageId: string, emoji: string): string =>
    route`/channels/${channelId}/messages/${messageId}/reactions/${emojiSegment(emoji)}`;
  return {
    createReaction: async (channelId, messageId, emoji, options) => rest.request('PUT', `${of(channelId, messageId, emoji)}/@me`, options),
    deleteOwnReaction: async (channelId, messageId, emoji, options) =>
      rest.request('DELETE', `${of(channelId, messageId, emoji)}/@me`, options),
    deleteUserReaction: async (channelId, messageId, emoji, userId, options) =>
      rest.request('DELETE', `${of(channelId, messageId, emoji)}${route`/${userId}`}`, options),
    deleteAllReactions: async (channelId, messageId, options) => rest.request('DELETE', all(channelId, messageId), options),
    deleteAllReactionsForEmoji: async (channelId, messageId, emoji, options) =>
      rest.request('DELETE', of(channelId, messageId, emoji), options),
    reactionUsers: (channelId, messageId, emoji, query, options) =>
      new Listing<APIUser, RESTGetAPIChannelMessageReactionUsersResult>({
        fetchPage: async (page) => rest.request('GET', of(channelId, messageId, emoji), { ...options, query: page }),
        items: (page) => page,
        maxPageItems: 100,
        paging: byId((user) => user.id),
        query: { ...query },
      }),
  };
}
