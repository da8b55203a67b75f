import type { CallOptions } from '@aplomb/rest';
import type { APISKU, SKUFlags, SKUType } from 'discord-api-types/v10';
import { Paged } from '../Paged.js';
import { Entity } from '../Entity.js';
import type { Subscription } from './Subscription.js';

/**
 * Something that the application sells.
 *
 * @see {@link https://docs.discord.com/developers/resources/sku#sku-object | SKU object}
 */
export class Sku extends Entity<APISKU> {
  /** 2 is bought once, 3 is used up, 5 is a subscription, 6 the group of one. */
  get type(): SKUType {
    return this.data.type;
  }

  get applicationId(): string {
    return this.data.application_id;
  }

  get name(): string {
    return this.data.name;
  }

  /** Its name in links. */
  get slug(): string {
    return this.data.slug;
  }

  get flags(): SKUFlags {
    return this.data.flags;
  }

  /** The subscriptions of a user to it, page by page. */
  fetchSubscriptions(userId: string, options?: CallOptions): Paged<Subscription> {
    const listing = this.views.rest.subscriptions.list(this.id, { user_id: userId }, options);
    return Paged.of(listing, { itemsOf: (page) => page, make: (data) => this.views.subscription(data) });
  }
}
