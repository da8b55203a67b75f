import type { APISubscription, SubscriptionStatus } from 'discord-api-types/v10';
import type { User } from '../guild/User.js';
import { dateOf } from '../dates.js';
import { Entity } from '../Entity.js';

/**
 * A user pays regularly for something of the application's.
 *
 * @see {@link https://docs.discord.com/developers/resources/subscription#subscription-object | Subscription object}
 */
export class Subscription extends Entity<APISubscription> {
  get userId(): string {
    return this.data.user_id;
  }

  /** Who pays; `undefined` where the user is not cached. */
  get user(): User | undefined {
    return this.views.cachedUser(this.userId);
  }

  get skuIds(): readonly string[] {
    return this.data.sku_ids;
  }

  get entitlementIds(): readonly string[] {
    return this.data.entitlement_ids;
  }

  /** What will be paid for in the next period, where that changes. */
  get renewalSkuIds(): readonly string[] | null {
    return this.data.renewal_sku_ids;
  }

  get currentPeriodStart(): Date {
    return new Date(this.data.current_period_start);
  }

  get currentPeriodEnd(): Date {
    return new Date(this.data.current_period_end);
  }

  /** 0 goes on, 1 does not, 2 ends with its period. It says nothing of what may be used: the entitlements do. */
  get status(): SubscriptionStatus {
    return this.data.status;
  }

  get canceledAt(): Date | null {
    return dateOf(this.data.canceled_at);
  }

  /** Where the payment comes from, as a code of two letters. */
  get country(): string | undefined {
    return this.data.country;
  }
}
