import { Invariants } from './Invariants.js';
import { ShardWatch } from './ShardWatch.js';
import type { SimulationOptions } from './SimulationResult.js';
import { EventLoop } from './world/EventLoop.js';
import { SeededRandom } from './world/SeededRandom.js';
import { SimBot } from './world/SimBot.js';
import { SimDisk } from './world/SimDisk.js';
import { SimNetwork } from './world/SimNetwork.js';
import { SimServer } from './world/SimServer.js';
import { Trace } from './world/Trace.js';

const HOUR_MS = 3_600_000;
/** How much of what a killed process delivered may come again, beside the time that its disk takes. */
const SAVE_WINDOW_MS = 250;
const SLACK_MS = 10;
/** Small enough that consumers do lag. */
const MAX_BUFFERED_EVENTS = 20;

/** Everything that one run has: made by its seed, down to the latency of the wires. */
export class SimWorld {
  readonly options: SimulationOptions;
  readonly loop = new EventLoop();
  readonly random: SeededRandom;
  readonly trace: Trace;
  readonly invariants: Invariants;
  readonly server: SimServer;
  readonly network: SimNetwork;
  readonly disk: SimDisk;
  /** The user of each shard. */
  readonly watches: ReadonlyMap<number, ShardWatch>;
  /** How long faults go on. */
  readonly virtualMs: number;
  readonly shardTotal: number;
  /** Nothing new happens any more. */
  isEnding = false;
  private present: SimBot | null = null;
  /** Whether the user takes events by `for await`. */
  private readonly isPulled: boolean;

  constructor(options: SimulationOptions) {
    this.options = options;
    const random = new SeededRandom(options.seed);
    this.random = random;
    this.virtualMs = (options.hours ?? random.between(0.4, 1.2)) * HOUR_MS;
    this.shardTotal = random.pick([1, 1, 2, 3]);
    this.isPulled = random.chance(0.3);
    const { loop } = this;
    this.trace = new Trace(loop, options.trace ?? false);
    this.invariants = new Invariants(loop, this.trace);
    this.server = makeServer(loop, random);
    this.network = makeNetwork(loop, random, this.server);
    this.disk = new SimDisk(loop, random, random.between(1, 50));
    this.watches = this.makeWatches();
  }

  /** The bot's present process. */
  get bot(): SimBot {
    this.present ??= this.makeBot();
    return this.present;
  }

  /** kill -9, and a new process so much later. */
  restart(afterMs: number): void {
    this.bot.kill();
    for (const watch of this.watches.values()) watch.killed();
    this.loop.after(afterMs, () => {
      this.present = this.makeBot();
      this.present.start();
    });
  }

  private makeWatches(): ReadonlyMap<number, ShardWatch> {
    const { invariants, loop, trace } = this;
    const ids = Array.from({ length: this.shardTotal }, (_, id) => id);
    return new Map(ids.map((shardId) => [shardId, new ShardWatch({ loop, trace, invariants, shardId })]));
  }

  private makeBot(): SimBot {
    const { disk, loop, network, options, random, shardTotal: total, watches } = this;
    const { losesEvery = Infinity, bot: flaws } = options.sabotage ?? {};
    const { maxConcurrency } = this.server.state.limits.at(loop.nowMs());
    const queue = { maxConcurrency, ...flaws?.queue };
    const shardOptions = { ...(this.isPulled ? { maxBufferedEvents: MAX_BUFFERED_EVENTS } : {}), ...flaws?.shard };
    const bot = new SimBot({ disk, loop, network, random, total, queue, shardIds: [...watches.keys()], shard: shardOptions });
    const storeWindowMs = SAVE_WINDOW_MS + 2 * disk.slowestMs + SLACK_MS;
    for (const [id, shard] of bot.shards) {
      watches.get(id)?.listen(shard, { isPulled: this.isPulled, loses: (n) => n % losesEvery === 0, storeWindowMs });
    }
    return bot;
  }
}

function makeServer(loop: EventLoop, random: SeededRandom): SimServer {
  return new SimServer(loop, {
    // With one to three shards there is a guild for each.
    guildIds: ['4194304', '8388608', '12582912'],
    random: random.next,
    heartbeatIntervalMs: random.pick([41_250, 41_250, 41_250, 30_000, 10_000]),
    startLimit: { maxConcurrency: random.pick([1, 1, 16]) },
  });
}

function makeNetwork(loop: EventLoop, random: SeededRandom, server: SimServer): SimNetwork {
  return new SimNetwork({ loop, random, server, latencyMs: random.between(1, 100), jitterMs: random.between(0, 50) });
}
