import type {
  RESTGetAPIApplicationActivityInstanceResult,
  RESTGetCurrentApplicationResult,
  RESTPatchCurrentApplicationJSONBody,
  RESTPatchCurrentApplicationResult,
  APIAttachment,
} from 'discord-api-types/v10';
import type { Attachment } from '../body/FileInput.js';
import type { CallOptions, Requester } from '../RestRequest.js';
import { codeSegment, route } from '../Route.js';

/**
 * What Discord answers to the upload of an application's attachment.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface UploadedApplicationAttachment {
  readonly attachment: APIAttachment;
}

/** Applications. */
export interface ApplicationEndpoints {
  /**
   * The application that the bot belongs to.
   *
   * @see {@link https://docs.discord.com/developers/resources/application#get-current-application | Get current application}
   */
  me(options?: CallOptions): Promise<RESTGetCurrentApplicationResult>;
  /**
   * Edits the application that the bot belongs to. What `body` leaves out stays as it is. Discord tests `interactions_endpoint_url` before it takes it;
   * of the flags only the limited intents can be changed.
   *
   * @see {@link https://docs.discord.com/developers/resources/application#edit-current-application | Edit current application}
   */
  editMe(body: RESTPatchCurrentApplicationJSONBody, options?: CallOptions): Promise<RESTPatchCurrentApplicationResult>;
  /**
   * An application by its id.
   *
   * @experimental Not in Discord's reference; {@link ApplicationEndpoints.me} is.
   */
  get(applicationId: string, options?: CallOptions): Promise<RESTGetCurrentApplicationResult>;
  /**
   * Edits an application by its id. What `body` leaves out stays as it is.
   *
   * @experimental Not in Discord's reference; {@link ApplicationEndpoints.editMe} is.
   */
  edit(applicationId: string, body: RESTPatchCurrentApplicationJSONBody, options?: CallOptions): Promise<RESTPatchCurrentApplicationResult>;
  /**
   * A running activity: where it runs and who takes part. Discord answers 404 when there is no such instance.
   *
   * @see {@link https://docs.discord.com/developers/resources/application#get-application-activity-instance | Get application activity instance}
   */
  activityInstance(applicationId: string, instanceId: string, options?: CallOptions): Promise<RESTGetAPIApplicationActivityInstanceResult>;
  /**
   * Uploads a file for the application's activities, and tells the URL where it lies.
   *
   * @experimental Not in Discord's reference.
   */
  uploadAttachment(applicationId: string, file: Attachment, options?: CallOptions): Promise<UploadedApplicationAttachment>;
}

export function applicationEndpoints(rest: Requester): ApplicationEndpoints {
  // Each is async so that an id that is none rejects, as every other failure does, instead of throwing.
  return {
    me: async (options) => rest.request('GET', '/applications/@me', options),
    editMe: async (body, options) => rest.request('PATCH', '/applications/@me', { ...options, body }),
    get: async (applicationId, options) => rest.request('GET', route`/applications/${applicationId}`, options),
    edit: async (applicationId, body, options) => rest.request('PATCH', route`/applications/${applicationId}`, { ...options, body }),
    activityInstance: async (applicationId, instanceId, options) =>
      rest.request('GET', route`/applications/${applicationId}/activity-instances/${codeSegment(instanceId)}`, options),
    uploadAttachment: async (applicationId, file, options) =>
      rest.request('POST', route`/applications/${applicationId}/attachment`, { ...options, form: { file } }),
  };
}
