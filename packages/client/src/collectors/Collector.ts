import { Collecting, type CollectingPlan } from './Collecting.js';
import type { CollectorHub } from './CollectorHub.js';
import type { CollectorEndReason } from './CollectorMachine.js';

/** What a collector leaves behind. */
export interface CollectorEnd<Value> {
  readonly reason: CollectorEndReason;
  /** What was collected and not taken by a loop or by `take`: all of it, if the collector was only awaited. */
  readonly collected: readonly Value[];
  /** How many events were collected, those that were dropped or taken included. */
  readonly count: number;
  /** How many of them were dropped, because `bufferLimit` was reached. */
  readonly dropped: number;
  /** How many events were refused by the filter: if it is all of them, look there. */
  readonly refused: number;
}

/**
 * Collects events while it is live. Loop over it, take from it, or await its end.
 *
 * It belongs to the client and not to a shard, so it outlives reconnects. It ends by its limits, by {@link Collector.stop}, by leaving a loop over it, with
 * the deletion of the message, channel or guild that it hangs on, and with the client. What was collected by then can still be taken.
 *
 * @example
 * ```ts
 * import { Client } from 'aplomb';
 *
 * const client = new Client({ token: process.env.DISCORD_TOKEN ?? '', intents: ['Guilds', 'GuildMessages', 'MessageContent'] });
 * client.on('messageCreate', async (message) => {
 *   if (message.content !== '!count') return;
 *   const { channelId } = message;
 *   const collector = client.collect('messageCreate', { channelId, filter: ({ content }) => content === 'me', idleMs: 10_000, timeoutMs: 60_000 });
 *   const { count } = await collector.ended;
 *   await message.reply(`There are ${String(count)} of you.`);
 * });
 * ```
 */
export class Collector<Value> implements AsyncIterable<Value>, AsyncDisposable, Disposable {
  private readonly collecting: Collecting<Value>;
  private end: Promise<CollectorEnd<Value>> | null = null;

  /** Not to be called: a client makes collectors, see `client.collect`. */
  constructor(hub: CollectorHub, plan: CollectingPlan<Value>) {
    this.collecting = new Collecting(hub, plan);
    this.collecting.begin();
  }

  /** What was collected and not taken yet, the oldest first. */
  get collected(): readonly Value[] {
    return this.collecting.machine.waiting;
  }

  /** Why it has ended; `null` while it is live. */
  get reason(): CollectorEndReason | null {
    return this.collecting.machine.reason;
  }

  /**
   * Resolves with all that was collected, as soon as the collector has ended.
   *
   * @throws {@link ClientError} `COLLECTOR_FILTER_FAILED` when its filter threw, and {@link OptionsError} `INVALID_OPTION` when that returned a promise.
   * If nobody looks at it, that is no unhandled rejection.
   */
  get ended(): Promise<CollectorEnd<Value>> {
    if (this.end === null) {
      this.end = this.describeEnd();
      this.end.catch(() => undefined);
    }
    return this.end;
  }

  /**
   * Takes the oldest thing that was collected; waits for it if there is none. `undefined` when the collector has ended and nothing is left.
   *
   * @throws as {@link Collector.ended}, when nothing is left
   */
  take(): Promise<Value | undefined> {
    return this.collecting.take();
  }

  /** Ends it with `stopped`. Nothing happens when it has ended already. */
  stop(): void {
    this.collecting.end('stopped');
  }

  /** Takes one after the other. Leaving the loop, by `break`, `return` or an exception, stops the collector. */
  [Symbol.asyncIterator](): AsyncIterator<Value, undefined> {
    return {
      next: async (): Promise<IteratorResult<Value, undefined>> => {
        const value: Value | undefined = await this.take();
        return value === undefined ? { done: true, value: undefined } : { done: false, value };
      },
      return: () => {
        this.stop();
        return Promise.resolve({ done: true, value: undefined });
      },
    };
  }

  [Symbol.dispose](): void {
    this.stop();
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.stop();
    return Promise.resolve();
  }

  private async describeEnd(): Promise<CollectorEnd<Value>> {
    const reason = await this.collecting.over();
    const { accepted, dropped, refused, waiting } = this.collecting.machine;
    return { reason, collected: waiting, count: accepted, dropped, refused };
  }
}
