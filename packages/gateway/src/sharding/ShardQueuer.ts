import { drive, type Clock, type Driver } from '@aplomb/base';
import { GatewayError } from '../errors.js';
import type { ConnectionStage } from '../shard/ConnectionStage.js';
import { ShardQueue, type ShardQueueAction, type ShardQueueInput, type Startable } from './ShardQueue.js';

/** A shard on its way to the end of the identify queue. */
const OPENING: ReadonlySet<ConnectionStage> = new Set<ConnectionStage>(['Backoff', 'Connecting', 'Handshake', 'Queued']);

/** What a {@link ShardQueuer} is made of. */
export interface ShardQueuerOptions<T extends Startable> {
  readonly clock: Clock;
  readonly random: () => number;
  /** Begins to connect one. What it throws is a failed start: the runner is queued again, later each time. */
  readonly boot: (runner: T) => void;
  readonly onWarn: (error: GatewayError) => void;
}

/** Starts shards in order, a few at a time: a {@link ShardQueue} with its clock. A start can be taken back at any moment and holds nothing up. */
export class ShardQueuer<T extends Startable> {
  private readonly options: ShardQueuerOptions<T>;
  private readonly queue: ShardQueue<T>;
  private readonly driver: Driver<ShardQueueInput<T>>;

  constructor(options: ShardQueuerOptions<T>) {
    this.options = options;
    this.queue = new ShardQueue({ random: options.random });
    this.driver = drive<ShardQueueInput<T>, ShardQueueAction<T>>(this.queue, {
      clock: options.clock,
      deadline: () => ({ type: 'deadline' }),
      perform: ({ runner }) => {
        this.boot(runner);
      },
    });
  }

  /** How many shards wait for their start. */
  get waiting(): number {
    return this.queue.length;
  }

  /** Starts `runner` when its turn comes. */
  start(runner: T): void {
    this.driver.feed({ type: 'start', runner });
  }

  /** Notes a new stage: past the identify queue, or at an end, a shard no longer counts as opening. */
  noteStage(runner: T, stage: ConnectionStage): void {
    if (!OPENING.has(stage)) this.driver.feed({ type: 'opened', runner });
  }

  /** Forgets `runner`, at once. */
  cancel(runner: T): void {
    this.driver.feed({ type: 'cancel', runner });
  }

  /** Takes over Discord's `max_concurrency`; 0 starts everything at once. */
  setMaxConcurrency(maxConcurrency: number): void {
    this.driver.feed({ type: 'limits', maxConcurrency });
  }

  private boot(runner: T): void {
    try {
      this.options.boot(runner);
    } catch (cause) {
      this.driver.feed({ type: 'failed', runner });
      const { shardId } = runner;
      const what = `Shard ${String(shardId)} could not be started.`;
      this.options.onWarn(
        new GatewayError('CONNECT_FAILED', { shardId, what, cure: 'It is tried again, later each time. Look at the cause.', cause }),
      );
    }
  }
}
