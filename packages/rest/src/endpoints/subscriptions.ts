import type {
  APISubscription,
  RESTGetAPISKUSubscriptionResult,
  RESTGetAPISKUSubscriptionsQuery,
  RESTGetAPISKUSubscriptionsResult,
} from 'discord-api-types/v10';
import { Listing } from '../Listing.js';
import { byId } from '../paging/byId.js';
import type { CallOptions, Requester } from '../RestRequest.js';
import { route } from '../Route.js';

/** Whose subscription is read. */
export interface SubscriptionQuery {
  readonly user_id?: string | undefined;
}

/** Who pays for an SKU again and again. Whether somebody may use what is paid for, the entitlements say. */
export interface SubscriptionEndpoints {
  /**
   * The subscriptions of one user that contain the SKU. A bot must say of whom, by `user_id`. Awaited, 50 of them, or `limit` (at most 100).
   *
   * @see {@link https://docs.discord.com/developers/resources/subscription#list-sku-subscriptions | List SKU subscriptions}
   */
  list(
    skuId: string,
    query?: RESTGetAPISKUSubscriptionsQuery,
    options?: CallOptions,
  ): Listing<APISubscription, RESTGetAPISKUSubscriptionsResult>;
  /**
   * One subscription.
   *
   * @see {@link https://docs.discord.com/developers/resources/subscription#get-sku-subscription | Get SKU subscription}
   */
  get(skuId: string, subscriptionId: string, query?: SubscriptionQuery, options?: CallOptions): Promise<RESTGetAPISKUSubscriptionResult>;
}

export function subscriptionEndpoints(rest: Requester): SubscriptionEndpoints {
  return {
    list: (skuId, query, options) =>
      new Listing({
        fetchPage: async (paged) => rest.request('GET', route`/skus/${skuId}/subscriptions`, { ...options, query: paged }),
        items: (page) => page,
        maxPageItems: 100,
        paging: byId((subscription) => subscription.id),
        query: { ...query },
      }),
    get: async (skuId, subscriptionId, query, options) =>
      rest.request('GET', route`/skus/${skuId}/subscriptions/${subscriptionId}`, { ...options, query: { ...query } }),
  };
}
