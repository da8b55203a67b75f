import type { GatewayPresenceUpdate } from 'discord-api-types/v10';
import type { FieldPool } from './FieldPool.js';
import { keptFields, type KeptFields } from './keptFields.js';
import type { Payload } from './payload.js';

/**
 * What somebody shows in a guild. Who is offline has none. Its activities and the status by platform are its own fields.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#presence-update | Presence Update}
 */
export interface PresenceRecord extends KeptFields {
  readonly user_id: string;
}

const SLOTS: ReadonlySet<string> = new Set(['user', 'guild_id']);

/** Packs a presence of the user whose id was checked. */
export function packPresence(userId: string, payload: Payload, pool: FieldPool): PresenceRecord {
  const { shared, own } = keptFields(payload, SLOTS, pool);
  return { user_id: userId, shared, own };
}

/** Discord's payload of a presence in a guild; of the user it says the id. */
export function presenceData(record: PresenceRecord, guildId: string): GatewayPresenceUpdate {
  return { user: { id: record.user_id }, guild_id: guildId, ...record.shared, ...record.own };
}
