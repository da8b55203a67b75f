import type { RESTGetAPISKUsResult } from 'discord-api-types/v10';
import type { CallOptions, Requester } from '../RestRequest.js';
import { route } from '../Route.js';

/** What an application offers for money. */
export interface SkuEndpoints {
  /**
   * All SKUs of an application. For a subscription there are two: entitlements and the like want the one of type 5, not its group (6).
   *
   * @see {@link https://docs.discord.com/developers/resources/sku#list-skus | List SKUs}
   */
  list(applicationId: string, options?: CallOptions): Promise<RESTGetAPISKUsResult>;
}

export function skuEndpoints(rest: Requester): SkuEndpoints {
  return { list: async (applicationId, options) => rest.request('GET', route`/applications/${applicationId}/skus`, options) };
}
