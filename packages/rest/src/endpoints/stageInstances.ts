import type {
  RESTGetAPIStageInstanceResult,
  RESTPatchAPIStageInstanceJSONBody,
  RESTPatchAPIStageInstanceResult,
  RESTPostAPIStageInstanceJSONBody,
  RESTPostAPIStageInstanceResult,
} from 'discord-api-types/v10';
import type { AuditedCallOptions, CallOptions, Requester } from '../RestRequest.js';
import { route } from '../Route.js';

/** Stage instances: what is going on in a stage channel, which has at most one. All but reading needs a moderator of the channel. */
export interface StageInstanceEndpoints {
  /**
   * Opens a stage under a topic of 1 to 120 characters. `send_start_notification` needs MENTION_EVERYONE.
   *
   * @see {@link https://docs.discord.com/developers/resources/stage-instance#create-stage-instance | Create stage instance}
   */
  create(body: RESTPostAPIStageInstanceJSONBody, options?: AuditedCallOptions): Promise<RESTPostAPIStageInstanceResult>;
  /**
   * The stage that is open in a channel.
   *
   * @see {@link https://docs.discord.com/developers/resources/stage-instance#get-stage-instance | Get stage instance}
   */
  get(channelId: string, options?: CallOptions): Promise<RESTGetAPIStageInstanceResult>;
  /**
   * Changes the topic.
   *
   * @see {@link https://docs.discord.com/developers/resources/stage-instance#modify-stage-instance | Modify stage instance}
   */
  edit(channelId: string, body: RESTPatchAPIStageInstanceJSONBody, options?: AuditedCallOptions): Promise<RESTPatchAPIStageInstanceResult>;
  /**
   * Closes the stage.
   *
   * @see {@link https://docs.discord.com/developers/resources/stage-instance#delete-stage-instance | Delete stage instance}
   */
  delete(channelId: string, options?: AuditedCallOptions): Promise<void>;
}

export function stageInstanceEndpoints(rest: Requester): StageInstanceEndpoints {
  return {
    create: async (body, options) => rest.request('POST', '/stage-instances', { ...options, body }),
    get: async (channelId, options) => rest.request('GET', route`/stage-instances/${channelId}`, options),
    edit: async (channelId, body, options) => rest.request('PATCH', route`/stage-instances/${channelId}`, { ...options, body }),
    delete: async (channelId, options) => rest.request('DELETE', route`/stage-instances/${channelId}`, options),
  };
}
