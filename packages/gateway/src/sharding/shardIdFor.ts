import { OptionsError } from '@aplomb/base';
import { checkShardTotal } from './ShardId.js';

const LARGEST_SNOWFLAKE = 2n ** 64n - 1n;

/**
 * The shard that is told about a guild. Exact for every id: they do not fit into JavaScript's numbers.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` when `guildId` is no id, `INVALID_SHARD_TOTAL`
 * @see {@link https://docs.discord.com/developers/events/gateway#sharding | Sharding}
 * @example
 * ```ts
 * import { shardIdFor } from '@aplomb/gateway';
 *
 * console.log(shardIdFor('197038439483310086', 16)); // 2
 * ```
 */
export function shardIdFor(guildId: string, total: number): number {
  checkShardTotal(total);
  const id = /^\d{1,20}$/.test(guildId) ? BigInt(guildId) : LARGEST_SNOWFLAKE + 1n;
  if (id <= LARGEST_SNOWFLAKE) return Number((id >> 22n) % BigInt(total));
  throw new OptionsError('INVALID_OPTION', {
    what: `\`guildId\` is ${JSON.stringify(guildId)}.`,
    cure: "Give a guild's id: a string of digits, since ids do not fit into numbers.",
  });
}
