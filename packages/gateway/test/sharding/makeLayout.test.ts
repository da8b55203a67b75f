import { describe, expect, it } from '@jest/globals';
import { InMemoryIdentifyQueue } from '../../src/identify/InMemoryIdentifyQueue.js';
import type { ShardOptions } from '../../src/shard/ShardOptions.js';
import { makeLayout, type LayoutParts } from '../../src/sharding/makeLayout.js';
import { resolveShardManagerOptions, type ShardManagerOptions } from '../../src/sharding/ShardManagerOptions.js';
import { FakeShard } from './FakeShard.js';

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyzabcdef';
const listener = { dispatch: () => undefined, queueStart: () => undefined, tell: () => undefined };

/** The options that the shards 1 and 3 of 4 are made with. */
function made(options: Partial<ShardManagerOptions> = {}, parts: Partial<LayoutParts> = {}): readonly ShardOptions[] {
  const seen: ShardOptions[] = [];
  const createShard = (shardOptions: ShardOptions): FakeShard => {
    seen.push(shardOptions);
    return new FakeShard(shardOptions);
  };
  const resolved = resolveShardManagerOptions({ token: TOKEN, intents: ['Guilds'], createShard, ...options });
  const layout = makeLayout(resolved, { ids: [1, 3], total: 4 }, { identifyQueue: null, listener, url: undefined, ...parts });
  expect([...layout.runners.values()].map(({ shardId, isRunning }) => [shardId, isRunning])).toEqual([
    [1, false],
    [3, false],
  ]);
  return seen;
}

describe('the shards of a layout', () => {
  it('are made with their ids and the common options, and are not started', () => {
    expect(made({ helloTimeoutMs: 7 })).toMatchObject([
      { id: 1, total: 4, helloTimeoutMs: 7 },
      { id: 3, total: 4, helloTimeoutMs: 7 },
    ]);
  });

  it('share one identify queue', () => {
    const identifyQueue = new InMemoryIdentifyQueue();
    expect(made({}, { identifyQueue }).map((options) => options.identifyQueue === identifyQueue)).toEqual([true, true]);
  });

  it('connect where Discord says, unless the options know better', () => {
    const url = 'wss://gateway.discord.gg';
    expect(made({}, { url }).map((options) => options.url)).toEqual([url, url]);
    expect(made({ url: 'ws://127.0.0.1:1' }, { url }).map((options) => options.url)).toEqual(['ws://127.0.0.1:1', 'ws://127.0.0.1:1']);
    expect(made().map((options) => 'url' in options)).toEqual([false, false]);
  });

  it('may each begin with a presence of their own, or with none', () => {
    const presence = (shardId: number) => (shardId === 3 ? ({ status: 'dnd' } as const) : undefined);
    expect(made({ presence }).map((options) => options.presence)).toEqual([undefined, { status: 'dnd' }]);
  });
});
