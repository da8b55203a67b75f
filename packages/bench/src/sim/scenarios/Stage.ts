import type { InMemoryIdentifyQueueOptions, Shard, ShardOptions } from '@aplomb/gateway';
import type { GatewayJournal, StartLimitOptions } from '@aplomb/fake-discord/machine';
import { EventLoop } from '../world/EventLoop.js';
import { SeededRandom } from '../world/SeededRandom.js';
import { ownerOf, SimBot } from '../world/SimBot.js';
import type { SimConnection } from '../world/SimConnection.js';
import { SimDisk } from '../world/SimDisk.js';
import { SimNetwork } from '../world/SimNetwork.js';
import { SimServer } from '../world/SimServer.js';

/** What a {@link Stage} is set with. */
export interface StageOptions {
  readonly seed?: number;
  /** @defaultValue `1` */
  readonly shards?: number;
  readonly limit?: Partial<StartLimitOptions>;
  readonly queue?: InMemoryIdentifyQueueOptions;
  readonly shard?: Partial<ShardOptions>;
}

/** A bot and a Discord with nothing wrong between them, for one directed fault. */
export class Stage {
  readonly loop = new EventLoop();
  readonly random: SeededRandom;
  readonly server: SimServer;
  readonly network: SimNetwork;
  readonly disk: SimDisk;
  bot: SimBot;
  /** When each shard last came to be connected. */
  readonly connectedAtMs = new Map<number, number>();
  /** Connections that ended, over all shards. */
  disconnects = 0;
  /** The numbers of the world's events in the order of their delivery. */
  readonly delivered: number[] = [];
  /** When the last of them was delivered. */
  deliveredAtMs = -Infinity;
  private readonly options: StageOptions;

  constructor(options: StageOptions = {}) {
    this.options = options;
    const { loop } = this;
    this.random = new SeededRandom(options.seed ?? 1);
    const startLimit = { total: 1_000, maxConcurrency: 1, ...options.limit };
    this.server = new SimServer(loop, { random: this.random.next, startLimit });
    this.network = new SimNetwork({ loop, random: this.random, server: this.server, latencyMs: 20, jitterMs: 10 });
    this.disk = new SimDisk(loop, this.random, 5);
    this.bot = this.makeBot();
  }

  get journal(): GatewayJournal {
    return this.server.state.journal;
  }

  get nowMs(): number {
    return this.loop.nowMs();
  }

  /** How many shards are connected. */
  get connected(): number {
    return [...this.bot.shards.values()].filter(({ stage }) => stage === 'Connected').length;
  }

  shard(id = 0): Shard {
    const shard = this.bot.shards.get(id);
    if (shard === undefined) throw new RangeError(`There is no shard ${id}.`);
    return shard;
  }

  connection(id = 0): SimConnection {
    const [connection] = this.network.connectionsOf(ownerOf(id));
    if (connection === undefined) throw new RangeError(`Shard ${id} has no connection.`);
    return connection;
  }

  /** Starts the bot and lets time pass until all shards are connected, or too much of it has passed. */
  async start(mostMs = 60_000): Promise<this> {
    this.bot.start();
    await this.runUntilConnected(mostMs);
    return this;
  }

  async runFor(durationMs: number): Promise<void> {
    await this.loop.runUntil(this.nowMs + durationMs);
  }

  /** Lets time pass in steps until all shards are connected, at most `mostMs`; tells whether they are. */
  async runUntilConnected(mostMs: number, stepMs = 50): Promise<boolean> {
    const untilMs = this.nowMs + mostMs;
    while (this.nowMs < untilMs && this.connected < this.bot.shards.size) await this.runFor(stepMs);
    return this.connected === this.bot.shards.size;
  }

  /** Kills the process and makes another, which is not started yet. */
  replaceBot(): SimBot {
    this.bot.kill();
    this.bot = this.makeBot();
    return this.bot;
  }

  /** The world has an event every so often, from now on. */
  publishEvery(meanMs: number, shardId = 0): void {
    this.loop.after(this.random.exponential(meanMs), () => {
      this.server.publish(shardId);
      this.publishEvery(meanMs, shardId);
    });
  }

  private makeBot(): SimBot {
    const { limit, queue, shard, shards = 1 } = this.options;
    const { disk, loop, network, random } = this;
    const limits = { maxConcurrency: limit?.maxConcurrency ?? 1, total: limit?.total ?? 1_000 };
    const shardIds = Array.from({ length: shards }, (_, id) => id);
    const bot = new SimBot({ disk, loop, network, random, shardIds, total: shards, queue: { ...limits, ...queue }, shard: shard ?? {} });
    for (const one of bot.shards.values()) this.listen(one);
    return bot;
  }

  private listen(shard: Shard): void {
    shard.on('stage', ({ after }) => {
      if (after === 'Connected') this.connectedAtMs.set(shard.id, this.nowMs);
    });
    shard.on('disconnect', () => {
      this.disconnects += 1;
    });
    shard.on('dispatch', ({ d }) => {
      const n = (d as { readonly n?: unknown } | null)?.n;
      if (typeof n !== 'number') return;
      this.delivered.push(n);
      this.deliveredAtMs = this.nowMs;
    });
  }
}
