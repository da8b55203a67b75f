import type { IdentifyQueue } from '../identify/IdentifyQueue.js';
import type { ShardOptions } from '../shard/ShardOptions.js';
import { ShardLayout } from './ShardLayout.js';
import type { ResolvedShardManagerOptions } from './ShardManagerOptions.js';
import { ShardRunner, type RunnerListener } from './ShardRunner.js';
import type { ResolvedShardScheme } from './shardScheme.js';

/** What all shards of a layout have in common besides their options. */
export interface LayoutParts {
  readonly identifyQueue: IdentifyQueue | null;
  readonly listener: RunnerListener;
  /** Where Discord says to connect, unless the options know better. */
  readonly url: string | undefined;
}

/** The shards of a scheme, made and not yet started. */
export function makeLayout(options: ResolvedShardManagerOptions, scheme: ResolvedShardScheme, parts: LayoutParts): ShardLayout {
  const layout = new ShardLayout(scheme);
  for (const id of scheme.ids) {
    const shard = options.createShard(shardOptions(options, { id, total: scheme.total }, parts));
    layout.runners.set(id, new ShardRunner({ listener: parts.listener, shard }));
  }
  return layout;
}

function shardOptions(
  { presenceOf, shard }: ResolvedShardManagerOptions,
  { id, total }: { readonly id: number; readonly total: number },
  parts: LayoutParts,
): ShardOptions {
  const presence = presenceOf(id);
  const url = shard.url ?? parts.url;
  return {
    ...shard,
    id,
    total,
    ...(parts.identifyQueue === null ? {} : { identifyQueue: parts.identifyQueue }),
    ...(presence === undefined ? {} : { presence }),
    ...(url === undefined ? {} : { url }),
  };
}
