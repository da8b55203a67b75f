import type {
  APIMessage,
  APIMessageSearchResult,
  RESTGetAPIChannelMessageResult,
  RESTGetAPIChannelMessagesQuery,
  RESTGetAPIChannelMessagesResult,
  RESTGetAPIGuildMessagesSearchQuery,
  RESTGetAPIGuildMessagesSearchResult,
  RESTPatchAPIChannelMessageJSONBody,
  RESTPatchAPIChannelMessageResult,
  RESTPostAPIChannelMessageCrosspostResult,
  RESTPostAPIChannelMessageJSONBody,
  RESTPostAPIChannelMessageResult,
  RESTPostAPIChannelMessagesBulkDeleteJSONBody,
} from 'discord-api-types/v10';
import { Listing } from '../../Listing.js';
import { byId } from '../../paging/byId.js';
import { byOffset } from '../../paging/byOffset.js';
import type { AuditedCallOptions, CallOptions, FileCallOptions, Requester } from '../../RestRequest.js';
import { route } from '../../Route.js';
import { mentionDefaults } from '../mentions.js';
import { MESSAGE_EXAMPLE, plainFields } from '../plainFields.js';
import { indexed, MAX_SEARCH_OFFSET, MAX_SEARCH_PAGE } from '../searchIndex.js';

/** A message that a search found: all but its reactions. */
export type FoundMessage = APIMessageSearchResult['messages'][number][number];

/** The messages of a channel. */
export interface MessageMethods {
  /**
   * Sends a message. Without `allowed_mentions` of its own it pings whom the `allowedMentions` option allows. Without a `nonce` of its own it gets one
   * that Discord enforces, so that it is sent once only, also when an attempt failed on the way and is repeated; `enforce_nonce: false` turns that off.
   *
   * At least one of `content` (up to 2,000 characters), `embeds`, `sticker_ids`, `components`, `poll`, `shared_client_theme` and files is needed; a
   * forward needs its `message_reference` only.
   *
   * @example
   * ```ts
   * import { Rest } from '@aplomb/rest';
   *
   * const rest = new Rest({ token: process.env.DISCORD_TOKEN ?? '' });
   * const question = await rest.channels.createMessage('1102', { content: 'Is anybody there?' });
   * await rest.channels.createMessage('1102', { content: 'I am.', message_reference: { message_id: question.id } });
   * ```
   * @see {@link https://docs.discord.com/developers/resources/message#create-message | Create message}
   */
  createMessage(
    channelId: string,
    body: RESTPostAPIChannelMessageJSONBody,
    options?: FileCallOptions,
  ): Promise<RESTPostAPIChannelMessageResult>;
  /**
   * Edits one of the bot's own messages. What `body` leaves out stays as it is; with `attachments`, or new files, all attachments to keep are named there.
   * Of other people's messages only the `flags` can be edited, which needs MANAGE_MESSAGES.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#edit-message | Edit message}
   */
  editMessage(
    channelId: string,
    messageId: string,
    body: RESTPatchAPIChannelMessageJSONBody,
    options?: FileCallOptions,
  ): Promise<RESTPatchAPIChannelMessageResult>;
  /**
   * Deletes a message. One of somebody else needs MANAGE_MESSAGES.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#delete-message | Delete message}
   */
  deleteMessage(channelId: string, messageId: string, options?: AuditedCallOptions): Promise<void>;
  /**
   * Deletes 2 to 100 messages of a guild's channel at once, none of them twice in the list or older than 14 days. Needs MANAGE_MESSAGES.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#bulk-delete-messages | Bulk delete messages}
   */
  bulkDeleteMessages(channelId: string, body: RESTPostAPIChannelMessagesBulkDeleteJSONBody, options?: AuditedCallOptions): Promise<void>;
  /**
   * One message. Needs VIEW_CHANNEL and READ_MESSAGE_HISTORY.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#get-channel-message | Get channel message}
   */
  message(channelId: string, messageId: string, options?: CallOptions): Promise<RESTGetAPIChannelMessageResult>;
  /**
   * The messages of a channel, newest first; from `after` on oldest first. Needs VIEW_CHANNEL; without READ_MESSAGE_HISTORY there are none.
   *
   * Awaited, it is a page of 1 to 100 messages (50 unless `limit` is given), always newest first, with at most one of `before`, `after` and `around`.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#get-channel-messages | Get channel messages}
   */
  messages(
    channelId: string,
    query?: RESTGetAPIChannelMessagesQuery,
    options?: CallOptions,
  ): Listing<APIMessage, RESTGetAPIChannelMessagesResult>;
  /**
   * The messages of a guild that match. Needs READ_MESSAGE_HISTORY, and MessageContent to be enabled in the Developer Portal.
   *
   * Awaited, it is a page of 1 to 25 messages (25 unless `limit` is given), or, while Discord is still building the index, an answer with `code` 110000
   * and in `retry_after` how many seconds that may take. Iterated, it throws `DISCORD_UNAVAILABLE` then, and ends after 10,000 messages, since
   * Discord's `offset` goes no further.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#search-guild-messages | Search guild messages}
   */
  searchGuildMessages(
    guildId: string,
    query?: RESTGetAPIGuildMessagesSearchQuery,
    options?: CallOptions,
  ): Listing<FoundMessage, RESTGetAPIGuildMessagesSearchResult>;
  /**
   * Publishes a message of an announcement channel to the channels that follow it. Needs SEND_MESSAGES, for a message of somebody else MANAGE_MESSAGES
   * besides.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#crosspost-message | Crosspost message}
   */
  crosspostMessage(channelId: string, messageId: string, options?: CallOptions): Promise<RESTPostAPIChannelMessageCrosspostResult>;
}

export function messageMethods(rest: Requester): MessageMethods {
  const restrained = mentionDefaults(rest);
  return {
    createMessage: async (channelId, body, options) => {
      const once = withNonce(rest, restrained(body));
      const isRepeatable = once.enforce_nonce === true;
      return rest.request('POST', route`/channels/${channelId}/messages`, {
        ...options,
        body: once,
        ...(isRepeatable ? { isRepeatable } : {}),
      });
    },
    editMessage: async (channelId, messageId, body, options) => {
      const fields = plainFields(body, MESSAGE_EXAMPLE);
      return rest.request('PATCH', route`/channels/${channelId}/messages/${messageId}`, {
        ...options,
        body: isOfFlagsOnly(fields, options) ? fields : restrained(fields),
      });
    },
    deleteMessage: async (channelId, messageId, options) =>
      rest.request('DELETE', route`/channels/${channelId}/messages/${messageId}`, options),
    bulkDeleteMessages: async (channelId, body, options) =>
      rest.request('POST', route`/channels/${channelId}/messages/bulk-delete`, { ...options, body }),
    message: async (channelId, messageId, options) => rest.request('GET', route`/channels/${channelId}/messages/${messageId}`, options),
    messages: (channelId, query, options) =>
      new Listing<APIMessage, RESTGetAPIChannelMessagesResult>({
        fetchPage: async (page) => rest.request('GET', route`/channels/${channelId}/messages`, { ...options, query: page }),
        items: (page) => page,
        maxPageItems: 100,
        paging: byId((message) => message.id, 'down'),
        query: { ...query },
      }),
    searchGuildMessages: (guildId, query, options) =>
      new Listing<FoundMessage, RESTGetAPIGuildMessagesSearchResult>({
        fetchPage: async (page) => rest.request('GET', route`/guilds/${guildId}/messages/search`, { ...options, query: page }),
        items: (page) =>
          indexed<APIMessageSearchResult>(page, { method: 'GET', path: route`/guilds/${guildId}/messages/search` }).messages.flat(),
        maxPageItems: MAX_SEARCH_PAGE,
        paging: byOffset(MAX_SEARCH_OFFSET),
        query: { ...query },
      }),
    crosspostMessage: async (channelId, messageId, options) =>
      rest.request('POST', route`/channels/${channelId}/messages/${messageId}/crosspost`, options),
  };
}

/** With an enforced nonce Discord answers a repeated call with the message that it has already sent. `null` and an empty text are none. */
function withNonce(rest: Requester, body: RESTPostAPIChannelMessageJSONBody): RESTPostAPIChannelMessageJSONBody {
  const nonce = body.nonce as number | string | null | undefined;
  const isGiven = nonce !== undefined && nonce !== null && nonce !== '';
  if (isGiven || body.enforce_nonce === false) return body;
  return { ...body, nonce: rest.makeNonce(), enforce_nonce: true };
}

/**
 * The flags are all that may be edited of other people's messages, and there Discord refuses `allowed_mentions` with 50005, as it refuses anything else.
 * Such an edit leaves the mentions as they are.
 */
function isOfFlagsOnly(body: RESTPatchAPIChannelMessageJSONBody, options: FileCallOptions | undefined): boolean {
  const given = Object.entries(body).filter(([, value]) => value !== undefined);
  return given.length === 1 && body.flags !== undefined && (options?.files ?? []).length === 0;
}
