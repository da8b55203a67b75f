import type { APIEntitlement, APISKU } from 'discord-api-types/v10';
import { badRequest, forbidden, unknown } from './refusals.js';
import { isoTime } from './time.js';
import type { World } from './World.js';

/** Something that the application sells. */
export interface SkuSpec {
  readonly name: string;
  /**
   * What kind of thing: 2 for what is kept, 3 for what is used up, 5 for a subscription.
   *
   * @defaultValue `2`
   */
  readonly type?: 2 | 3 | 5 | 6;
}

const TEST_PURCHASE = 4;
const CONSUMABLE = 3;
const GUILD_OWNER = 1;

/** What somebody has at this moment of what the application sells, themselves or with their guild. */
export function entitlementsOf(world: World, userId: string, guildId: string | null): readonly APIEntitlement[] {
  const nowMs = world.clock.wallMs();
  return [...world.entitlements.values()].filter(({ consumed, ends_at: end, guild_id: ofGuild, user_id: ofUser }) => {
    const isTheirs = ofUser === userId || (ofGuild !== undefined && ofGuild === guildId);
    return isTheirs && consumed !== true && (typeof end !== 'string' || Date.parse(end) > nowMs);
  });
}

/**
 * What the application sells, and who has got it.
 *
 * @see {@link https://docs.discord.com/developers/resources/entitlement | Entitlement resource}
 */
export class Entitlements {
  readonly skus = new Map<string, APISKU>();

  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  addSku({ name, type = 2 }: SkuSpec): APISKU {
    const id = this.world.snowflakes.next();
    const slug = name.toLowerCase().replace(/\s+/g, '-');
    const sku = { id, type, application_id: this.world.application.id, name, slug, flags: 4 } as APISKU;
    this.skus.set(id, sku);
    return sku;
  }

  all(): readonly APIEntitlement[] {
    return [...this.world.entitlements.values()];
  }

  /** @throws {@link RefusedError} 10038 */
  get(id: string): APIEntitlement {
    const found = this.world.entitlements.get(id);
    if (found === undefined) throw unknown('Entitlement');
    return found;
  }

  /** Gives an entitlement to a user or a guild: one for tests, unless `bought` says how it came. */
  grant(skuId: string, ownerId: string, ownerType: number, bought: Partial<APIEntitlement> | object = {}): APIEntitlement {
    if (!this.skus.has(skuId)) throw unknown('SKU');
    const owner = ownerType === GUILD_OWNER ? { guild_id: ownerId } : { user_id: ownerId };
    const entitlement = {
      id: this.world.snowflakes.next(),
      sku_id: skuId,
      application_id: this.world.application.id,
      ...owner,
      type: TEST_PURCHASE,
      deleted: false,
      consumed: false,
      starts_at: isoTime(this.world.clock.wallMs()),
      ends_at: null,
      ...bought,
    } as unknown as APIEntitlement;
    this.world.entitlements.set(entitlement.id, entitlement);
    this.world.publish({ t: 'ENTITLEMENT_CREATE', d: entitlement, guildId: null });
    return entitlement;
  }

  /** @throws {@link RefusedError} 10029, and 40018 for what is not used up */
  consume(id: string): void {
    const before = this.get(id);
    if (this.skus.get(before.sku_id)?.type !== CONSUMABLE) throw badRequest(40018, 'Only consumable SKUs can be consumed');
    const after = { ...before, consumed: true };
    this.world.entitlements.set(id, after);
    this.world.publish({ t: 'ENTITLEMENT_UPDATE', d: after, guildId: null });
  }

  /** @throws {@link RefusedError} 10029, and 40019 for what somebody pays for */
  deleteTest(id: string): void {
    const { type }: { readonly type: number } = this.get(id);
    if (type !== TEST_PURCHASE) throw forbidden(40019, 'You can only delete sandbox entitlements.');
    this.delete(id);
  }

  delete(id: string): void {
    const found = this.get(id);
    this.world.entitlements.delete(id);
    this.world.publish({ t: 'ENTITLEMENT_DELETE', d: { ...found, deleted: true }, guildId: null });
  }
}
