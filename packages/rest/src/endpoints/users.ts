import type { RESTGetAPICurrentUserResult } from 'discord-api-types/v10';
import type { CallOptions, Requester } from '../RestRequest.js';

/** Users. */
export interface UserEndpoints {
  /** The bot's own user. */
  me(options?: CallOptions): Promise<RESTGetAPICurrentUserResult>;
}

export function userEndpoints(rest: Requester): UserEndpoints {
  return { me: (options) => rest.request('GET', '/users/@me', options) };
}
