import type {
  APIAllowedMentions,
  RESTGetAPIChannelMessageResult,
  RESTGetAPIChannelMessagesQuery,
  RESTGetAPIChannelMessagesResult,
  RESTGetAPIChannelResult,
  RESTPatchAPIChannelMessageJSONBody,
  RESTPatchAPIChannelMessageResult,
  RESTPostAPIChannelMessageJSONBody,
  RESTPostAPIChannelMessageResult,
} from 'discord-api-types/v10';
import { wireAllowedMentions, type AllowedMentions } from '../AllowedMentions.js';
import type { AuditedCallOptions, CallOptions, Requester } from '../RestRequest.js';
import { emojiSegment, route } from '../Route.js';

/** Channels, their messages and reactions. */
export interface ChannelEndpoints {
  get(channelId: string, options?: CallOptions): Promise<RESTGetAPIChannelResult>;
  /**
   * Sends a message. Without `allowed_mentions` of its own it pings whom the `allowedMentions` option allows.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#create-message | Create message}
   */
  createMessage(
    channelId: string,
    body: RESTPostAPIChannelMessageJSONBody,
    options?: CallOptions,
  ): Promise<RESTPostAPIChannelMessageResult>;
  /** Edits one of the bot's own messages. What `body` leaves out stays as it is. */
  editMessage(
    channelId: string,
    messageId: string,
    body: RESTPatchAPIChannelMessageJSONBody,
    options?: CallOptions,
  ): Promise<RESTPatchAPIChannelMessageResult>;
  deleteMessage(channelId: string, messageId: string, options?: AuditedCallOptions): Promise<void>;
  message(channelId: string, messageId: string, options?: CallOptions): Promise<RESTGetAPIChannelMessageResult>;
  /** Up to 100 messages (50 unless `limit` is given), newest first; at most one of `before`, `after` and `around`. */
  messages(channelId: string, query?: RESTGetAPIChannelMessagesQuery, options?: CallOptions): Promise<RESTGetAPIChannelMessagesResult>;
  /** Reacts with a Unicode emoji (`"👍"`) or a custom one (`"name:id"`). */
  createReaction(channelId: string, messageId: string, emoji: string, options?: CallOptions): Promise<void>;
  /** Takes the bot's own reaction back. */
  deleteOwnReaction(channelId: string, messageId: string, emoji: string, options?: CallOptions): Promise<void>;
  /** Shows the bot typing for ten seconds, or until its next message. */
  typing(channelId: string, options?: CallOptions): Promise<void>;
}

export function channelEndpoints(rest: Requester, allowedMentions: AllowedMentions): ChannelEndpoints {
  const allowed = wireAllowedMentions(allowedMentions);
  // An explicit `undefined` would be left out of the JSON, and Discord would then ping everybody whom the text names.
  const restrained = <Body extends { readonly allowed_mentions?: APIAllowedMentions | null | undefined }>(body: Body): Body => ({
    ...body,
    allowed_mentions: body.allowed_mentions ?? allowed,
  });
  const reaction = (channelId: string, messageId: string, emoji: string): string =>
    route`/channels/${channelId}/messages/${messageId}/reactions/${emojiSegment(emoji)}/@me`;
  // Each is async so that an id that is none rejects, as every other failure does, instead of throwing.
  return {
    get: async (channelId, options) => rest.request('GET', route`/channels/${channelId}`, options),
    createMessage: async (channelId, body, options) =>
      rest.request('POST', route`/channels/${channelId}/messages`, { ...options, body: restrained(body) }),
    editMessage: async (channelId, messageId, body, options) =>
      rest.request('PATCH', route`/channels/${channelId}/messages/${messageId}`, {
        ...options,
        body: { allowed_mentions: allowed, ...body },
      }),
    deleteMessage: async (channelId, messageId, options) =>
      rest.request('DELETE', route`/channels/${channelId}/messages/${messageId}`, options),
    message: async (channelId, messageId, options) => rest.request('GET', route`/channels/${channelId}/messages/${messageId}`, options),
    messages: async (channelId, query, options) =>
      rest.request('GET', route`/channels/${channelId}/messages`, { ...options, query: { ...query } }),
    createReaction: async (channelId, messageId, emoji, options) => rest.request('PUT', reaction(channelId, messageId, emoji), options),
    deleteOwnReaction: async (channelId, messageId, emoji, options) =>
      rest.request('DELETE', reaction(channelId, messageId, emoji), options),
    typing: async (channelId, options) => rest.request('POST', route`/channels/${channelId}/typing`, options),
  };
}
