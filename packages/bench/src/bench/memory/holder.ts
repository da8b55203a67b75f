import { InMemoryIdentifyQueue, Shard } from '@aplomb/gateway';
import { CompressionMethod, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import type { HolderKind, HolderReport } from './protocol.js';

/*
 * Holds many stand-alone shards and measures itself: memory before the first shard and after a quiet while with all of them, garbage collected both
 * times. Both libraries are loaded in both runs, so that neither pays for the other.
 */

const [kind, gatewayUrl = '', token = '', shardsText = '', holdText = ''] = process.argv.slice(2) as [
  HolderKind,
  string?,
  string?,
  string?,
  string?,
];
const shards = Number(shardsText);
const holdMs = Number(holdText);
const collect = (globalThis as { gc?: () => void }).gc ?? ((): void => undefined);

/** What a run needs of a library: to connect all shards, and to end them. */
interface Fleet {
  readonly connected: Promise<void>;
  readonly end: () => Promise<Readonly<Record<string, number>>>;
}

const before = await settledMemory();
const began = performance.now();
const fleet = kind === '@discordjs/ws 2' ? peerFleet() : ownFleet();
await fleet.connected;
const connectedMs = performance.now() - began;
const cpu = process.cpuUsage();
report({ type: 'holding' });
await pause(holdMs);
const { user, system } = process.cpuUsage(cpu);
const after = await settledMemory();
report({
  type: 'held',
  rssKiBPerShard: (after.rss - before.rss) / 1_024 / shards,
  heapKiBPerShard: (after.heap - before.heap) / 1_024 / shards,
  cpuPercent: (user + system) / 1_000 / holdMs / 0.01,
  connectedMs,
});
const listeners = await fleet.end();
await pause(1_500);
report({ type: 'ended', leftovers: { ...openResources(), ...listeners } });

function ownFleet(): Fleet {
  const compression = kind === 'Shard' ? 'auto' : 'zlib-stream';
  const identifyQueue = new InMemoryIdentifyQueue({ maxConcurrency: 1_000, total: 2_000 });
  const all = Array.from(
    { length: shards },
    (_, id) => new Shard({ id, total: shards, token, intents: 0, url: gatewayUrl, identifyQueue, compression }),
  );
  const connected = Promise.all(
    all.map(
      (shard) =>
        new Promise<void>((resolve) => {
          shard.once('ready', () => {
            resolve();
          });
          shard.start();
        }),
    ),
  );
  return {
    connected: connected.then(() => undefined),
    end: async () => {
      await Promise.all(all.map((shard) => shard.close()));
      return { listeners: all.reduce((sum, shard) => sum + shard.eventNames().length, 0) };
    },
  };
}

function peerFleet(): Fleet {
  const limit = { total: 2_000, remaining: 2_000, reset_after: 0, max_concurrency: 1_000 };
  const info = { url: gatewayUrl, shards, session_start_limit: limit };
  const compression = process.versions.node.startsWith('20.') ? CompressionMethod.ZlibSync : CompressionMethod.ZlibNative;
  const manager = new WebSocketManager({
    token,
    intents: 0,
    shardCount: shards,
    compression,
    rest: { get: () => Promise.resolve(info) } as never,
  });
  let left = shards;
  const connected = new Promise<void>((resolve) => {
    manager.on(WebSocketShardEvents.Ready, () => {
      left -= 1;
      if (left === 0) resolve();
    });
  });
  void manager.connect();
  return {
    connected,
    end: async () => {
      await manager.destroy();
      return {};
    },
  };
}

async function settledMemory(): Promise<{ readonly rss: number; readonly heap: number }> {
  for (let round = 0; round < 3; round += 1) {
    collect();
    await pause(100);
  }
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heap: heapUsed };
}

/** Sockets and timers that keep the process alive, apart from the pipe to the parent. */
function openResources(): Readonly<Record<string, number>> {
  const counts: Record<string, number> = { TCPSocketWrap: 0, Timeout: 0 };
  for (const resource of process.getActiveResourcesInfo()) if (resource in counts) counts[resource] = (counts[resource] ?? 0) + 1;
  return counts;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function report(message: HolderReport): void {
  process.send?.(message);
}
