import type {
  APIUser,
  RESTGetAPIPollAnswerVotersQuery,
  RESTGetAPIPollAnswerVotersResult,
  RESTPostAPIPollExpireResult,
} from 'discord-api-types/v10';
import { Listing } from '../Listing.js';
import { byId } from '../paging/byId.js';
import type { CallOptions, Requester } from '../RestRequest.js';
import { route } from '../Route.js';

/** Polls. A poll is sent with a message: `channels.createMessage(channelId, { poll })`. */
export interface PollEndpoints {
  /**
   * Who voted for an answer, by user id. Awaited, it is a page of 1 to 100 users (25 unless `limit` is given).
   *
   * @see {@link https://docs.discord.com/developers/resources/poll#get-answer-voters | Get answer voters}
   */
  answerVoters(
    channelId: string,
    messageId: string,
    answerId: number,
    query?: RESTGetAPIPollAnswerVotersQuery,
    options?: CallOptions,
  ): Listing<APIUser, RESTGetAPIPollAnswerVotersResult>;
  /**
   * Ends one of the bot's own polls before its time.
   *
   * @see {@link https://docs.discord.com/developers/resources/poll#end-poll | End poll}
   */
  end(channelId: string, messageId: string, options?: CallOptions): Promise<RESTPostAPIPollExpireResult>;
}

export function pollEndpoints(rest: Requester): PollEndpoints {
  return {
    answerVoters: (channelId, messageId, answerId, query, options) =>
      new Listing<APIUser, RESTGetAPIPollAnswerVotersResult>({
        fetchPage: async (page) =>
          rest.request('GET', route`/channels/${channelId}/polls/${messageId}/answers/${String(answerId)}`, { ...options, query: page }),
        items: (page) => page.users,
        maxPageItems: 100,
        paging: byId((user) => user.id),
        query: { ...query },
      }),
    end: async (channelId, messageId, options) => rest.request('POST', route`/channels/${channelId}/polls/${messageId}/expire`, options),
  };
}
