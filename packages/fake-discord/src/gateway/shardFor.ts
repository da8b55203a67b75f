/**
 * The shard that hears of a guild. What belongs to no guild (direct messages, entitlements, the bot's own user) goes to shard 0.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#sharding-sharding-formula | Sharding formula}
 */
export function shardFor(guildId: string | null, total: number): number {
  return guildId === null ? 0 : guildHash(guildId) % total;
}

/** `guild_id >> 22`: 42 bits, so it fits a number. */
function guildHash(guildId: string): number {
  let hash = HASHES.get(guildId);
  if (hash === undefined) {
    hash = /^\d{1,20}$/.test(guildId) ? Number(BigInt(guildId) >> 22n) : 0;
    if (HASHES.size >= MOST_HASHES) HASHES.clear();
    HASHES.set(guildId, hash);
  }
  return hash;
}

/** A big integer costs more than all else that is done for a dispatch, so the hashes of the guilds that events come from are kept. */
const HASHES = new Map<string, number>();
const MOST_HASHES = 10_000;
