import {
  ConnectPacer,
  InMemoryIdentifyQueue,
  Shard,
  type IdentifyQueue,
  type InMemoryIdentifyQueueOptions,
  type ShardOptions,
} from '@aplomb/gateway';
import type { EventLoop } from './EventLoop.js';
import type { SeededRandom } from './SeededRandom.js';
import type { SimDisk } from './SimDisk.js';
import type { SimNetwork } from './SimNetwork.js';
import { SimProcess } from './SimProcess.js';
import { MAIN_HOST, SIM_TOKEN } from './SimServer.js';

/** What a {@link SimBot} is made of. */
export interface SimBotOptions {
  readonly loop: EventLoop;
  readonly network: SimNetwork;
  readonly random: SeededRandom;
  readonly shardIds: readonly number[];
  readonly total: number;
  /** Sessions and the ledger are kept here. */
  readonly disk: SimDisk;
  readonly queue?: InMemoryIdentifyQueueOptions;
  /** Other options of every shard. */
  readonly shard?: Partial<ShardOptions>;
}

/** A process with shards in it: the real {@link Shard} with its real queue, on simulated time, wires and disk. */
export class SimBot {
  readonly process: SimProcess;
  readonly queue: InMemoryIdentifyQueue;
  readonly shards: ReadonlyMap<number, Shard>;
  private readonly options: SimBotOptions;

  constructor(options: SimBotOptions) {
    const { disk, loop, queue } = options;
    this.options = options;
    this.process = new SimProcess(loop);
    this.queue = new InMemoryIdentifyQueue({ clock: this.process, ledger: disk.ledgerFor(this.process), ...queue });
    const shared = { identifyQueue: this.settlingQueue(), connectPacer: new ConnectPacer() };
    this.shards = new Map(options.shardIds.map((id) => [id, this.makeShard(id, shared)]));
  }

  start(): void {
    this.options.loop.isUnsettled = true;
    for (const shard of this.shards.values()) shard.start();
  }

  /** kill -9: nothing of it ever runs again; the kernel ends its connections. */
  kill(): void {
    this.process.kill();
    for (const id of this.shards.keys()) for (const connection of this.options.network.connectionsOf(ownerOf(id))) connection.orphan();
  }

  private makeShard(id: number, shared: Pick<ShardOptions, 'identifyQueue' | 'connectPacer'>): Shard {
    const { disk, network, random, shard, total } = this.options;
    return new Shard({
      id,
      total,
      token: SIM_TOKEN,
      intents: ['Guilds', 'GuildMessages'],
      url: `wss://${MAIN_HOST}`,
      clock: this.process,
      compression: 'none',
      random: random.next,
      transport: network.transportFor(this.process, ownerOf(id)),
      sessionStore: disk.storeFor(this.process),
      ...shared,
      ...shard,
    });
  }

  /** The queue, which says when promises are on their way. */
  private settlingQueue(): IdentifyQueue {
    const { queue } = this;
    const { loop } = this.options;
    return {
      get budgetLeft() {
        return queue.budgetLeft;
      },
      acquire: (request, options) => {
        loop.isUnsettled = true;
        return queue.acquire(request, options);
      },
    };
  }
}

/** What the network knows a shard's connections by. */
export function ownerOf(shardId: number): string {
  return `shard ${shardId}`;
}
