import { OptionsError } from '@aplomb/base';

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
  if (Number.isSafeInteger(total) && total >= 1) return;
  throw new OptionsError('INVALID_SHARD_TOTAL', {
    what: `The total of shards is ${String(total)}.`,
    cure: 'Give the number of all shards, at least 1.',
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
