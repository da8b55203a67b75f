import type {
  APIEntitlement,
  RESTGetAPIEntitlementResult,
  RESTGetAPIEntitlementsQuery,
  RESTGetAPIEntitlementsResult,
  RESTPostAPIEntitlementJSONBody,
  RESTPostAPIEntitlementResult,
} from 'discord-api-types/v10';
import { Listing } from '../Listing.js';
import { byId } from '../paging/byId.js';
import type { CallOptions, Requester } from '../RestRequest.js';
import { route } from '../Route.js';

/** Which entitlements are listed; `sku_ids` is a list with commas. */
export interface EntitlementsQuery extends RESTGetAPIEntitlementsQuery {
  /** Whether only those that hold at the moment are listed. Discord's OpenAPI document has it, its documentation has not. */
  readonly only_active?: boolean | undefined;
}

/** Who has bought what of an application's offers. */
export interface EntitlementEndpoints {
  /**
   * The entitlements of an application, active and expired; deleted ones too with `exclude_deleted: false`. Awaited, 100 of them, or `limit`.
   *
   * @see {@link https://docs.discord.com/developers/resources/entitlement#list-entitlements | List entitlements}
   */
  list(applicationId: string, query?: EntitlementsQuery, options?: CallOptions): Listing<APIEntitlement, RESTGetAPIEntitlementsResult>;
  /**
   * One entitlement.
   *
   * @see {@link https://docs.discord.com/developers/resources/entitlement#get-entitlement | Get entitlement}
   */
  get(applicationId: string, entitlementId: string, options?: CallOptions): Promise<RESTGetAPIEntitlementResult>;
  /**
   * Marks a one-time purchase as consumed: it is listed with `consumed: true` from then on.
   *
   * @see {@link https://docs.discord.com/developers/resources/entitlement#consume-an-entitlement | Consume an entitlement}
   */
  consume(applicationId: string, entitlementId: string, options?: CallOptions): Promise<void>;
  /**
   * Gives a guild (`owner_type` 1) or a user (2) a test entitlement to an SKU, without an end.
   *
   * @see {@link https://docs.discord.com/developers/resources/entitlement#create-test-entitlement | Create test entitlement}
   */
  createTest(applicationId: string, body: RESTPostAPIEntitlementJSONBody, options?: CallOptions): Promise<RESTPostAPIEntitlementResult>;
  /**
   * Takes a test entitlement back.
   *
   * @see {@link https://docs.discord.com/developers/resources/entitlement#delete-test-entitlement | Delete test entitlement}
   */
  deleteTest(applicationId: string, entitlementId: string, options?: CallOptions): Promise<void>;
}

export function entitlementEndpoints(rest: Requester): EntitlementEndpoints {
  return {
    list: (applicationId, query, options) =>
      new Listing({
        fetchPage: async (paged) => rest.request('GET', route`/applications/${applicationId}/entitlements`, { ...options, query: paged }),
        items: (page) => page,
        maxPageItems: 100,
        paging: byId((entitlement) => entitlement.id),
        query: { ...query },
      }),
    get: async (applicationId, entitlementId, options) =>
      rest.request('GET', route`/applications/${applicationId}/entitlements/${entitlementId}`, options),
    consume: async (applicationId, entitlementId, options) =>
      rest.request('POST', route`/applications/${applicationId}/entitlements/${entitlementId}/consume`, options),
    createTest: async (applicationId, body, options) =>
      rest.request('POST', route`/applications/${applicationId}/entitlements`, { ...options, body }),
    deleteTest: async (applicationId, entitlementId, options) =>
      rest.request('DELETE', route`/applications/${applicationId}/entitlements/${entitlementId}`, options),
  };
}
