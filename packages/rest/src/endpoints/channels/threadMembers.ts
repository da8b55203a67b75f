import type {
  APIThreadMember,
  RESTGetAPIChannelThreadMemberQuery,
  RESTGetAPIChannelThreadMemberResult,
  RESTGetAPIChannelThreadMembersQuery,
  RESTGetAPIChannelThreadMembersResult,
} from 'discord-api-types/v10';
import { Listing } from '../../Listing.js';
import { byId } from '../../paging/byId.js';
import type { CallOptions, Requester } from '../../RestRequest.js';
import { route } from '../../Route.js';

/** The members of a thread: at most 1,000. */
export interface ThreadMemberMethods {
  /**
   * Lets the bot join a thread that is not archived.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#join-thread | Join thread}
   */
  joinThread(threadId: string, options?: CallOptions): Promise<void>;
  /**
   * Lets the bot leave a thread that is not archived.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#leave-thread | Leave thread}
   */
  leaveThread(threadId: string, options?: CallOptions): Promise<void>;
  /**
   * Adds somebody to a thread that is not archived, and in which the bot can send messages. Somebody who is in it already stays.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#add-thread-member | Add thread member}
   */
  addThreadMember(threadId: string, userId: string, options?: CallOptions): Promise<void>;
  /**
   * Takes somebody out of a thread that is not archived. Needs MANAGE_THREADS, unless the bot made the thread and it is private.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#remove-thread-member | Remove thread member}
   */
  removeThreadMember(threadId: string, userId: string, options?: CallOptions): Promise<void>;
  /**
   * One member of a thread; a 404 says that the user is none. `with_member` adds the guild's member.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#get-thread-member | Get thread member}
   */
  threadMember(
    threadId: string,
    userId: string,
    query?: RESTGetAPIChannelThreadMemberQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIChannelThreadMemberResult>;
  /**
   * The members of a thread, by user id. Needs GuildMembers to be enabled in the Developer Portal.
   *
   * Awaited with `with_member`, it is a page of 1 to 100 (100 unless `limit` is given), each with its guild's member; without, it is all of them.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#list-thread-members | List thread members}
   */
  threadMembers(
    threadId: string,
    query?: RESTGetAPIChannelThreadMembersQuery,
    options?: CallOptions,
  ): Listing<APIThreadMember, RESTGetAPIChannelThreadMembersResult>;
}

export function threadMemberMethods(rest: Requester): ThreadMemberMethods {
  return {
    joinThread: async (threadId, options) => rest.request('PUT', route`/channels/${threadId}/thread-members/@me`, options),
    leaveThread: async (threadId, options) => rest.request('DELETE', route`/channels/${threadId}/thread-members/@me`, options),
    addThreadMember: async (threadId, userId, options) =>
      rest.request('PUT', route`/channels/${threadId}/thread-members/${userId}`, options),
    removeThreadMember: async (threadId, userId, options) =>
      rest.request('DELETE', route`/channels/${threadId}/thread-members/${userId}`, options),
    threadMember: async (threadId, userId, query, options) =>
      rest.request('GET', route`/channels/${threadId}/thread-members/${userId}`, { ...options, query: { ...query } }),
    threadMembers: (threadId, query, options) =>
      new Listing<APIThreadMember, RESTGetAPIChannelThreadMembersResult>({
        fetchPage: async (page) => rest.request('GET', route`/channels/${threadId}/thread-members`, { ...options, query: page }),
        items: (page) => page,
        maxPageItems: 100,
        // Members of a list always carry their user's id.
        paging: byId((member) => member.user_id ?? '0'),
        query: { ...query },
      }),
  };
}
