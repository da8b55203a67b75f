import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { InMemoryIdentifyQueue } from '../../src/identify/InMemoryIdentifyQueue.js';
import { MemoryIdentifyLedger } from '../../src/identify/MemoryIdentifyLedger.js';
import { PermitHolder } from '../../src/identify/PermitHolder.js';
import type { ConnectionStage } from '../../src/shard/ConnectionStage.js';
import type { ShardOptions } from '../../src/shard/ShardOptions.js';
import { ShardManager } from '../../src/sharding/ShardManager.js';
import { pass } from '../identify/virtualTime.js';
import { FakeShard } from './FakeShard.js';

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyzabcdef';
const MANAGERS = 8;
const SHARDS_EACH = 1_000;
const TOTAL = MANAGERS * SHARDS_EACH;
const MAX_CONCURRENCY = 16;
/** The longest way of an IDENTIFY to the server; below the 250 ms that the queue adds to Discord's 5 seconds. */
const LONGEST_WAY_MS = 240;

/** Discord's side: when an IDENTIFY of each rate-limit key came last, and how often one came too early. */
class Server {
  readonly clock: ManualClock;
  identifies = 0;
  violations = 0;
  private readonly lastOfKey = new Map<number, number>();

  constructor(clock: ManualClock) {
    this.clock = clock;
  }

  identify(shardId: number): void {
    const key = shardId % MAX_CONCURRENCY;
    const nowMs = this.clock.nowMs();
    if (nowMs - (this.lastOfKey.get(key) ?? -Infinity) < 5_000) this.violations += 1;
    this.lastOfKey.set(key, nowMs);
    this.identifies += 1;
  }
}

/** A shard that connects, asks the queue, identifies and gets READY; one in ten loses its link after IDENTIFY the first time, and one in ten while it waits. */
class IdentifyingShard extends FakeShard {
  private readonly permits: PermitHolder;
  private readonly server: Server;
  private tries = 0;

  constructor(options: ShardOptions, server: Server) {
    super(options);
    this.server = server;
    const { id, total, identifyQueue: queue } = options;
    if (queue === undefined) throw new TypeError('the manager gave no queue');
    this.permits = new PermitHolder({
      queue,
      request: { shardId: id, shardTotal: total },
      onPermit: () => {
        // From the permit to the writing of the IDENTIFY.
        this.in(id % 3, () => this.identify());
      },
      onRefused: (message) => {
        throw new TypeError(message);
      },
    });
  }

  override start(): void {
    super.start();
    this.in(30 + (this.id % 50), () => this.wait());
  }

  private wait(): void {
    this.tries += 1;
    this.move('Queued', 'hello');
    this.permits.request();
    if (this.tries === 1 && this.id % 10 === 3) this.in(100, () => this.loseLinkIn('Queued'));
  }

  private identify(): void {
    if (this.stage !== 'Queued') return;
    this.move('Identifying', 'permit');
    this.permits.spent();
    this.in((this.id * 7_919) % LONGEST_WAY_MS, () => {
      this.server.identify(this.id);
    });
    this.in(1_500, () => {
      if (this.tries === 1 && this.id % 10 === 7) this.loseLinkIn('Identifying');
      else this.ready();
    });
  }

  private ready(): void {
    this.permits.ready();
    this.move('Connected', 'ready');
  }

  private loseLinkIn(stage: ConnectionStage): void {
    if (this.stage !== stage) return;
    this.permits.withdraw();
    this.move('Backoff', 'socket dropped');
    this.in(5_000, () => this.wait());
  }

  private in(delayMs: number, act: () => void): void {
    this.server.clock.after(delayMs, act);
  }
}

describe('eight shard managers on one identify queue and ledger', () => {
  it('I-03 start 1,000 shards each without one IDENTIFY less than 5 seconds after another of its key', async () => {
    const clock = new ManualClock();
    const server = new Server(clock);
    const identifyQueue = new InMemoryIdentifyQueue({
      clock,
      ledger: new MemoryIdentifyLedger({ clock }),
      maxConcurrency: MAX_CONCURRENCY,
      ownedShards: TOTAL,
      total: 3 * TOTAL,
    });
    const managers = Array.from({ length: MANAGERS }, (_, index) => {
      const first = index * SHARDS_EACH;
      const scheme = { first, last: first + SHARDS_EACH - 1, total: TOTAL };
      const createShard = (options: ShardOptions): FakeShard => new IdentifyingShard(options, server);
      return new ShardManager({ token: TOKEN, intents: ['Guilds'], clock, createShard, identifyQueue, random: () => 0.5, scheme });
    });
    const started = Promise.all(managers.map((manager) => manager.start()));
    await pass(clock, 3_600_000);
    await started;
    // One in ten identified twice.
    expect([server.identifies, server.violations]).toEqual([1.1 * TOTAL, 0]);
  });
});
