import { shardIdFor } from '@aplomb/gateway';

/** What a GUILD_CREATE means. */
export type Arrival = 'guildAvailable' | 'guildJoin' | 'guildUnavailable';

/** What a GUILD_DELETE means. */
export type Departure = 'guildLeave' | 'guildUnavailable';

/**
 * Tells a guild that the bot has just joined from one that arrives after the start or comes back from an outage. Discord sends GUILD_CREATE for
 * all three.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#guild-create | Guild create}
 */
export class GuildArrivals {
  /** The guilds that the bot is in. Those that READY named are awaited, until they come or Discord says that they are down. */
  private readonly guilds = new Map<string, 'awaited' | 'down' | 'there'>();
  /** Which of them came through which shard. */
  private readonly shards = new Map<number, Set<string>>();
  private missing = 0;

  /** How many guilds are yet to come. Those of which Discord has said that they are down are not waited for. */
  get missingGuilds(): number {
    return this.missing;
  }

  /** READY: the bot is in these guilds of the shard, and none has arrived. Returns those that it was in before, and is not any more. */
  ready(shardId: number, guildIds: readonly string[]): readonly string[] {
    const before = this.ofShard(shardId);
    for (const id of before) this.drop(shardId, id);
    for (const id of guildIds) this.put(shardId, id, 'awaited');
    return before.filter((id) => !this.guilds.has(id));
  }

  /** A session of an earlier process goes on: its guilds arrived there. What is known from this process is better. */
  restored(shardId: number, guildIds: readonly string[]): void {
    if (this.guildsOf(shardId).size > 0) return;
    for (const id of guildIds) this.put(shardId, id, 'there');
  }

  /** The guilds are dealt out anew among `total` shards. */
  resharded(total: number): void {
    this.shards.clear();
    for (const id of this.guilds.keys()) this.guildsOf(shardIdFor(id, total)).add(id);
  }

  created(shardId: number, guildId: string, isUnavailable: boolean): Arrival {
    const wasKnown = this.guilds.has(guildId);
    this.put(shardId, guildId, isUnavailable ? 'down' : 'there');
    if (!wasKnown) return 'guildJoin';
    return isUnavailable ? 'guildUnavailable' : 'guildAvailable';
  }

  deleted(shardId: number, guildId: string, isUnavailable: boolean): Departure {
    if (isUnavailable) this.put(shardId, guildId, 'down');
    else this.drop(shardId, guildId);
    return isUnavailable ? 'guildUnavailable' : 'guildLeave';
  }

  /** The guilds that have not arrived, or have gone down. */
  unavailable(): readonly string[] {
    return [...this.guilds].filter(([, state]) => state !== 'there').map(([id]) => id);
  }

  /** The guilds that come through a shard. */
  ofShard(shardId: number): readonly string[] {
    return [...this.guildsOf(shardId)];
  }

  private put(shardId: number, guildId: string, state: 'awaited' | 'down' | 'there'): void {
    this.drop(shardId, guildId);
    this.guilds.set(guildId, state);
    this.guildsOf(shardId).add(guildId);
    if (state === 'awaited') this.missing += 1;
  }

  private drop(shardId: number, guildId: string): void {
    if (this.guilds.get(guildId) === 'awaited') this.missing -= 1;
    this.guilds.delete(guildId);
    this.guildsOf(shardId).delete(guildId);
  }

  private guildsOf(shardId: number): Set<string> {
    const known = this.shards.get(shardId) ?? new Set<string>();
    this.shards.set(shardId, known);
    return known;
  }
}
