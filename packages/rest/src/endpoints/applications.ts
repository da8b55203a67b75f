import type { RESTGetCurrentApplicationResult } from 'discord-api-types/v10';
import type { CallOptions, Requester } from '../RestRequest.js';

/** Applications. */
export interface ApplicationEndpoints {
  /** The application that the bot belongs to. */
  me(options?: CallOptions): Promise<RESTGetCurrentApplicationResult>;
}

export function applicationEndpoints(rest: Requester): ApplicationEndpoints {
  return { me: (options) => rest.request('GET', '/applications/@me', options) };
}
