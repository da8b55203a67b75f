import type {
  RESTGetAPIApplicationRoleConnectionMetadataResult,
  RESTPutAPIApplicationRoleConnectionMetadataJSONBody,
  RESTPutAPIApplicationRoleConnectionMetadataResult,
} from 'discord-api-types/v10';
import type { CallOptions, Requester } from '../RestRequest.js';
import { route } from '../Route.js';

/** What an application can say about users that guilds tie roles to. */
export interface RoleConnectionEndpoints {
  /**
   * The metadata records of an application.
   *
   * @see {@link https://docs.discord.com/developers/resources/application-role-connection-metadata#get-application-role-connection-metadata-records | Get application role connection metadata records}
   */
  metadata(applicationId: string, options?: CallOptions): Promise<RESTGetAPIApplicationRoleConnectionMetadataResult>;
  /**
   * Replaces all metadata records of an application: at most 5.
   *
   * @see {@link https://docs.discord.com/developers/resources/application-role-connection-metadata#update-application-role-connection-metadata-records | Update application role connection metadata records}
   */
  replaceMetadata(
    applicationId: string,
    body: RESTPutAPIApplicationRoleConnectionMetadataJSONBody,
    options?: CallOptions,
  ): Promise<RESTPutAPIApplicationRoleConnectionMetadataResult>;
}

export function roleConnectionEndpoints(rest: Requester): RoleConnectionEndpoints {
  const path = (applicationId: string): string => route`/applications/${applicationId}/role-connections/metadata`;
  return {
    metadata: async (applicationId, options) => rest.request('GET', path(applicationId), options),
    replaceMetadata: async (applicationId, body, options) => rest.request('PUT', path(applicationId), { ...options, body }),
  };
}
