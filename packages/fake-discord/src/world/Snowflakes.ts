import { type Clock, OptionsError } from '@aplomb/base';

/** The first second of 2015, from which Discord counts. */
export const DISCORD_EPOCH_MS = 1_420_070_400_000;

const INCREMENTS_PER_MS = 4096;
const DAY_MS = 86_400_000;

/** Which shard a guild is to fall on: `id` of `total`. */
export interface ShardPlace {
  readonly id: number;
  readonly total: number;
}

/**
 * Makes ids as Discord makes them: milliseconds since 2015 above 22 lower bits. They only grow, also when the clock stands still or steps back.
 *
 * @see {@link https://docs.discord.com/developers/reference#snowflakes | Snowflakes}
 */
export class Snowflakes {
  private readonly clock: Clock;
  private lastMs = 0;
  private increment = 0;
  private lastGuildMs: number;

  constructor(clock: Clock) {
    this.clock = clock;
    // Guilds are older than everything else here, so that their ids can be spread over shards without ever meeting another id.
    this.lastGuildMs = wholeMs(clock) - 400 * DAY_MS;
  }

  /** The next id of anything but a guild. */
  next(): string {
    const nowMs = Math.max(wholeMs(this.clock), this.lastMs);
    this.increment = nowMs > this.lastMs ? 0 : this.increment + 1;
    this.lastMs = nowMs;
    if (this.increment === INCREMENTS_PER_MS) this.startMillisecond(nowMs + 1);
    return snowflake(this.lastMs, this.increment);
  }

  /**
   * The next id of a guild. Each falls on the shard after that of the guild before it, whatever the number of shards, because the shard
   * comes from the milliseconds; `place` moves on to the next id of that shard.
   */
  nextGuild(place?: ShardPlace): string {
    this.lastGuildMs += 1;
    if (place !== undefined) this.lastGuildMs += stepsToShard(this.lastGuildMs - DISCORD_EPOCH_MS, place);
    return snowflake(this.lastGuildMs, 0);
  }

  private startMillisecond(ms: number): void {
    this.lastMs = ms;
    this.increment = 0;
  }
}

/** The instant at which `id` was made, in milliseconds since 1970. */
export function snowflakeMs(id: string): number {
  return Number(BigInt(id) >> 22n) + DISCORD_EPOCH_MS;
}

/** The shard that hears of the guild `guildId` when there are `total`. */
export function shardOf(guildId: string, total: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(total));
}

/** True for what may be an id: up to 20 digits that fit into 64 bits. */
export function isSnowflake(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,20}$/.test(value) && BigInt(value) < 2n ** 64n;
}

function snowflake(ms: number, increment: number): string {
  return ((BigInt(ms - DISCORD_EPOCH_MS) << 22n) | BigInt(increment)).toString();
}

function wholeMs(clock: Clock): number {
  return Math.floor(clock.wallMs());
}

function stepsToShard(sinceEpochMs: number, { id, total }: ShardPlace): number {
  if (!Number.isInteger(total) || total < 1 || !Number.isInteger(id) || id < 0 || id >= total) {
    throw new OptionsError('INVALID_SHARD_ID', {
      what: `There is no shard ${String(id)} of ${String(total)} to put a guild on.`,
      cure: 'Give `shard: { id, total }` with whole numbers, 0 ≤ id < total.',
    });
  }
  return (((id - sinceEpochMs) % total) + total) % total;
}
