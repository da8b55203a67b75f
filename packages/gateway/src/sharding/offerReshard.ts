import type { GatewayClosedError } from '../errors.js';
import type { ReshardNeededEvent } from './shardManagerEvents.js';
import type { ShardRunner } from './ShardRunner.js';

/** What {@link offerReshard} needs. */
export interface ReshardOffer {
  readonly error: GatewayClosedError;
  /** How many shards Discord recommends, as far as is known. */
  readonly known: number;
  /** Has so many shards take over. */
  readonly replace: (total: number) => Promise<void>;
  /** Whose shard was refused. */
  readonly runner: ShardRunner;
  readonly tell: (event: ReshardNeededEvent) => void;
}

/** Tells the listeners that there are too few shards. Gives the resharding that one of them began, or `null`. */
export function offerReshard({ error, known, replace, runner, tell }: ReshardOffer): Promise<void> | null {
  const { shardId, shardTotal: total } = runner;
  // Discord has just said that there are too few, whatever it recommended before.
  const recommendedTotal = known > total ? known : total * 2;
  const begun: Promise<void>[] = [];
  const reshard = (): Promise<void> => {
    if (begun.length === 0) begun.push(replace(recommendedTotal));
    return begun[0] ?? Promise.resolve();
  };
  tell({ shardId, total, recommendedTotal, error, reshard });
  return begun[0] ?? null;
}
