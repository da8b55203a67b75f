import type {
  APIChannel,
  APIMessage,
  RESTGetAPIChannelThreadsArchivedPrivateResult,
  RESTGetAPIChannelThreadsArchivedPublicResult,
  RESTGetAPIChannelThreadsArchivedQuery,
  RESTGetAPIChannelUsersThreadsArchivedResult,
  RESTPostAPIChannelMessagesThreadsJSONBody,
  RESTPostAPIChannelMessagesThreadsResult,
  RESTPostAPIChannelThreadsJSONBody,
  RESTPostAPIChannelThreadsResult,
  RESTPostAPIGuildForumThreadsJSONBody,
} from 'discord-api-types/v10';
import { Listing } from '../../Listing.js';
import { byId } from '../../paging/byId.js';
import { byOffset } from '../../paging/byOffset.js';
import { byTime } from '../../paging/byTime.js';
import type { Paging } from '../../paging/Paging.js';
import type { AuditedCallOptions, CallOptions, FileCallOptions, Requester } from '../../RestRequest.js';
import { route } from '../../Route.js';
import { mentionDefaults } from '../mentions.js';
import { plainFields } from '../plainFields.js';
import { indexed, MAX_SEARCH_OFFSET, MAX_SEARCH_PAGE } from '../searchIndex.js';
import type { ThreadSearchAnswer, ThreadSearchQuery, ThreadSearchResult } from './threadSearch.js';

/** A post of a forum or media channel: a thread, with its first message. */
export type ForumPost = RESTPostAPIChannelThreadsResult & { readonly message: APIMessage };

/** The threads of a channel. */
export interface ThreadMethods {
  /**
   * Starts a thread under a message; it gets the message's id. A message has one thread only.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#start-thread-from-message | Start thread from message}
   */
  createThreadFromMessage(
    channelId: string,
    messageId: string,
    body: RESTPostAPIChannelMessagesThreadsJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPostAPIChannelMessagesThreadsResult>;
  /**
   * Starts a thread that belongs to no message. It is private, unless `type` says otherwise: 11 is public, 10 is one of an announcement channel.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#start-thread-without-message | Start thread without message}
   */
  createThread(
    channelId: string,
    body: RESTPostAPIChannelThreadsJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPostAPIChannelThreadsResult>;
  /**
   * Starts a post in a forum or media channel: a thread with its first message, and up to 5 tags. Needs SEND_MESSAGES. Without `allowed_mentions` of its
   * own the message pings whom the `allowedMentions` option allows.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel | Start thread in forum or media channel}
   */
  createForumPost(
    channelId: string,
    body: RESTPostAPIGuildForumThreadsJSONBody,
    options?: AuditedCallOptions & FileCallOptions,
  ): Promise<ForumPost>;
  /**
   * The archived threads that everybody sees, last archived first. Needs READ_MESSAGE_HISTORY.
   *
   * Awaited, it is a page of 2 to 100 threads, from `before` on (an ISO 8601 time), with the bot's member of those that it has joined.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#list-public-archived-threads | List public archived threads}
   */
  publicArchivedThreads(
    channelId: string,
    query?: RESTGetAPIChannelThreadsArchivedQuery,
    options?: CallOptions,
  ): Listing<APIChannel, RESTGetAPIChannelThreadsArchivedPublicResult>;
  /**
   * The archived private threads, last archived first. Needs READ_MESSAGE_HISTORY and MANAGE_THREADS. Pages as
   * {@link ThreadMethods.publicArchivedThreads} do.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#list-private-archived-threads | List private archived threads}
   */
  privateArchivedThreads(
    channelId: string,
    query?: RESTGetAPIChannelThreadsArchivedQuery,
    options?: CallOptions,
  ): Listing<APIChannel, RESTGetAPIChannelThreadsArchivedPrivateResult>;
  /**
   * The archived private threads that the bot has joined, newest first. Needs READ_MESSAGE_HISTORY. `before` is the id of a thread here.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#list-joined-private-archived-threads | List joined private archived threads}
   */
  joinedPrivateArchivedThreads(
    channelId: string,
    query?: RESTGetAPIChannelThreadsArchivedQuery,
    options?: CallOptions,
  ): Listing<APIChannel, RESTGetAPIChannelUsersThreadsArchivedResult>;
  /**
   * The threads of a channel that match. Discord has the route in its specification, and describes it nowhere.
   *
   * Awaited, it is a page of 1 to 25 threads, or, while Discord is still building the index, an answer with `code` 110000 and `retry_after` in seconds.
   * Iterated, it throws `DISCORD_UNAVAILABLE` then.
   *
   * @experimental discord-api-types has no types for it.
   * @see {@link https://github.com/discord/discord-api-spec | Specification}
   */
  searchThreads(channelId: string, query?: ThreadSearchQuery, options?: CallOptions): Listing<APIChannel, ThreadSearchAnswer>;
}

export function threadMethods(rest: Requester): ThreadMethods {
  const restrained = mentionDefaults(rest);
  return {
    createThreadFromMessage: async (channelId, messageId, body, options) =>
      rest.request('POST', route`/channels/${channelId}/messages/${messageId}/threads`, { ...options, body }),
    createThread: async (channelId, body, options) => rest.request('POST', route`/channels/${channelId}/threads`, { ...options, body }),
    createForumPost: async (channelId, body, options) => {
      const post = plainFields(body, '{ name: "…", message: { content: "…" } }');
      return rest.request('POST', route`/channels/${channelId}/threads`, {
        ...options,
        body: { ...post, message: restrained(post.message) },
      });
    },
    publicArchivedThreads: (channelId, query, options) =>
      archived(rest, () => route`/channels/${channelId}/threads/archived/public`, byTime(archivedAt), query, options),
    privateArchivedThreads: (channelId, query, options) =>
      archived(rest, () => route`/channels/${channelId}/threads/archived/private`, byTime(archivedAt), query, options),
    joinedPrivateArchivedThreads: (channelId, query, options) =>
      archived(
        rest,
        () => route`/channels/${channelId}/users/@me/threads/archived/private`,
        byId((thread) => thread.id, 'down'),
        query,
        options,
      ),
    searchThreads: (channelId, query, options) =>
      new Listing<APIChannel, ThreadSearchAnswer>({
        fetchPage: async (page) => rest.request('GET', route`/channels/${channelId}/threads/search`, { ...options, query: page }),
        items: (page) => indexed<ThreadSearchResult>(page, { method: 'GET', path: route`/channels/${channelId}/threads/search` }).threads,
        maxPageItems: MAX_SEARCH_PAGE,
        paging: byOffset(MAX_SEARCH_OFFSET),
        query: { ...query },
      }),
  };
}

function archived(
  rest: Requester,
  path: () => string,
  paging: Paging<APIChannel>,
  query: RESTGetAPIChannelThreadsArchivedQuery | undefined,
  options: CallOptions | undefined,
): Listing<APIChannel, RESTGetAPIChannelUsersThreadsArchivedResult> {
  return new Listing<APIChannel, RESTGetAPIChannelUsersThreadsArchivedResult>({
    fetchPage: async (page) => rest.request('GET', path(), { ...options, query: page }),
    items: (page) => page.threads,
    maxPageItems: 100,
    minPageItems: 2,
    paging,
    query: { ...query },
  });
}

function archivedAt(thread: APIChannel): string {
  // Every archived thread has it; the types speak of channels of any kind.
  return 'thread_metadata' in thread ? thread.thread_metadata.archive_timestamp : '';
}
