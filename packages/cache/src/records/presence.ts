import type { GatewayPresenceUpdate } from 'discord-api-types/v10';
import type { FieldPool, SharedFields } from './FieldPool.js';
import { type Payload } from './payload.js';

/**
 * What somebody shows in a guild. Who is offline has none.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#presence-update | Presence Update}
 */
export interface PresenceRecord {
  readonly user_id: string;
  /** The status, and a list of activities that is empty. */
  readonly shared: SharedFields;
  /** Activities, and the status by platform. */
  readonly own: Payload | undefined;
}

const SLOTS: ReadonlySet<string> = new Set(['user', 'guild_id']);

/** Packs a presence of the user whose id was checked. */
export function packPresence(userId: string, payload: Payload, pool: FieldPool): PresenceRecord {
  return { user_id: userId, shared: pool.shared(payload, SLOTS), own: pool.own(payload, SLOTS) };
}

/** Discord's payload of a presence in a guild; of the user it says the id. */
export function presenceData(record: PresenceRecord, guildId: string): GatewayPresenceUpdate {
  return { user: { id: record.user_id }, guild_id: guildId, ...record.shared, ...record.own };
}
