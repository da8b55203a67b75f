import type { APISubscription } from 'discord-api-types/v10';
import type { Entitlements } from './Entitlements.js';
import { unknown } from './refusals.js';
import { isoTime } from './time.js';
import type { World } from './World.js';

const MONTH_MS = 30 * 86_400_000;
const APPLICATION_SUBSCRIPTION = 8;
const USER_OWNER = 2;
const ACTIVE = 0;
const INACTIVE = 2;

/**
 * Who pays for the application again and again. Periods do not pass by themselves: a test ends a subscription.
 *
 * @see {@link https://docs.discord.com/developers/resources/subscription | Subscription resource}
 */
export class Subscriptions {
  private readonly entitlements: Entitlements;
  private readonly records = new Map<string, APISubscription>();
  private readonly world: World;

  constructor(world: World, entitlements: Entitlements) {
    this.world = world;
    this.entitlements = entitlements;
  }

  /** Lets a person subscribe, who is entitled from then on. */
  subscribe(userId: string, skuId: string): APISubscription {
    const nowMs = this.world.clock.wallMs();
    const [start, end] = [isoTime(nowMs), isoTime(nowMs + MONTH_MS)];
    const id = this.world.snowflakes.next();
    const bought = { type: APPLICATION_SUBSCRIPTION, starts_at: start, ends_at: end, subscription_id: id };
    const entitlement = this.entitlements.grant(skuId, userId, USER_OWNER, bought);
    const subscription: APISubscription = {
      id,
      user_id: userId,
      sku_ids: [skuId],
      entitlement_ids: [entitlement.id],
      renewal_sku_ids: null,
      current_period_start: start,
      current_period_end: end,
      status: ACTIVE,
      canceled_at: null,
    };
    return this.keep(subscription, 'SUBSCRIPTION_CREATE');
  }

  /** Ends a subscription, as at the end of its last period, and the entitlement with it. */
  end(id: string): APISubscription {
    const before = this.get(id);
    for (const entitlementId of before.entitlement_ids) this.entitlements.delete(entitlementId);
    const status = INACTIVE as APISubscription['status'];
    return this.keep({ ...before, status, canceled_at: this.world.nowIso() }, 'SUBSCRIPTION_UPDATE');
  }

  /** Those to one thing that is sold. */
  ofSku(skuId: string): readonly APISubscription[] {
    if (!this.entitlements.skus.has(skuId)) throw unknown('SKU');
    return [...this.records.values()].filter(({ sku_ids: skuIds }) => skuIds.includes(skuId));
  }

  get(id: string): APISubscription {
    const found = this.records.get(id);
    if (found === undefined) throw unknown('Subscription');
    return found;
  }

  private keep(subscription: APISubscription, t: string): APISubscription {
    this.records.set(subscription.id, subscription);
    this.world.publish({ t, d: subscription, guildId: null });
    return subscription;
  }
}
