import { OptionsError } from '@aplomb/base';

/** Far more than the largest bot has; a total beyond it is a mistake that would cost all memory. */
const MOST_SHARDS = 65_536;

/**
 * The number of a shard and how many there are: `[id, total]` on the wire.
 *
 * @example
 * ```ts
 * import { ShardId } from '@aplomb/gateway';
 *
 * const id = new ShardId(3, 10);
 * console.log(`${id}`); // [3, 10]
 * ```
 */
export class ShardId {
  /** The one shard of a bot that has no others. */
  static readonly ONE: ShardId = new ShardId(0, 1);

  readonly id: number;
  readonly total: number;

  /** @throws {@link OptionsError} `INVALID_SHARD_ID`, `INVALID_SHARD_TOTAL` */
  constructor(id: number, total: number) {
    checkShardTotal(total);
    checkShardId(id, total);
    this.id = id;
    this.total = total;
  }

  toString(): string {
    return `[${String(this.id)}, ${String(this.total)}]`;
  }
}

/** Throws unless there can be so many shards. */
export function checkShardTotal(total: number): void {
  if (Number.isSafeInteger(total) && total >= 1 && total <= MOST_SHARDS) return;
  throw new OptionsError('INVALID_SHARD_TOTAL', {
    what: `The total of shards is ${String(total)}.`,
    cure: `Give the number of all shards, from 1 to ${String(MOST_SHARDS)}.`,
  });
}

/** Throws unless `id` is a shard of `total`. */
export function checkShardId(id: number, total: number): void {
  if (Number.isSafeInteger(id) && id >= 0 && id < total) return;
  throw new OptionsError('INVALID_SHARD_ID', {
    what: `There is no shard ${String(id)} of ${String(total)}.`,
    cure: `Give a whole number from 0 to ${String(total - 1)}.`,
  });
}
