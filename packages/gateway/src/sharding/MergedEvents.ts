import type { ShardEvent } from './shardManagerEvents.js';
import type { ShardRunner } from './ShardRunner.js';

type Result = IteratorResult<ShardEvent, undefined>;

/**
 * The events of several shards as one stream. Each shard has one event in hand here; the others wait in its own bounded buffer, so a consumer that lags
 * slows down the sockets and not the memory.
 */
export class MergedEvents implements AsyncIterableIterator<ShardEvent, undefined> {
  private readonly onPull: () => void;
  private readonly onReturn: (stream: MergedEvents) => void;
  /** Events in hand, each with the word that its shard may bring the next. */
  private inHand: { readonly event: ShardEvent; readonly taken: () => void }[] = [];
  private pulls: { readonly resolve: (result: Result) => void; readonly reject: (error: unknown) => void }[] = [];
  private readonly sources = new Map<ShardRunner, AsyncIterator<ShardEvent['event']>>();
  private end: { readonly error: unknown } | null = null;

  constructor(options: { readonly onPull: () => void; readonly onReturn: (stream: MergedEvents) => void }) {
    this.onPull = options.onPull;
    this.onReturn = options.onReturn;
  }

  /** Takes in the events of a shard that runs. */
  attach(runner: ShardRunner): void {
    if (this.end !== null || this.sources.has(runner)) return;
    const source = runner.connection[Symbol.asyncIterator]();
    this.sources.set(runner, source);
    void this.pump(runner, source);
  }

  /** Takes nothing more of a shard. */
  detach(runner: ShardRunner): void {
    const source = this.sources.get(runner);
    this.sources.delete(runner);
    // However its shard ends, nobody listens any more.
    source?.return?.().catch(() => undefined);
    this.endIfOver();
  }

  /** Ends the stream once the shards have handed over what they still had, with an error if there is one. */
  finish(error: unknown): void {
    this.end ??= { error };
    this.endIfOver();
  }

  next(): Promise<Result> {
    this.onPull();
    const first = this.inHand.shift();
    if (first !== undefined) {
      first.taken();
      return Promise.resolve({ value: first.event, done: false });
    }
    if (this.end === null || this.sources.size > 0) return new Promise((resolve, reject) => this.pulls.push({ resolve, reject }));
    const { error } = this.end;
    this.end = { error: null };
    if (error !== null) return rejected(error);
    return Promise.resolve({ value: undefined, done: true });
  }

  return(): Promise<Result> {
    this.inHand = [];
    this.end = { error: null };
    for (const runner of [...this.sources.keys()]) this.detach(runner);
    this.endIfOver();
    this.onReturn(this);
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private async pump(runner: ShardRunner, source: AsyncIterator<ShardEvent['event']>): Promise<void> {
    const { shardId } = runner;
    try {
      for (let result = await source.next(); result.done !== true; result = await source.next()) {
        if (this.sources.get(runner) !== source) return;
        await this.offer({ shardId, event: result.value });
      }
    } catch {
      // A shard that failed tells the manager, and the manager ends this stream with the reason.
    }
    if (this.sources.get(runner) === source) this.sources.delete(runner);
    this.endIfOver();
  }

  /** Settles the pulls that nothing will come for. */
  private endIfOver(): void {
    if (this.end === null || this.sources.size > 0) return;
    for (const pull of this.pulls.splice(0)) this.next().then(pull.resolve, pull.reject);
  }

  private offer(event: ShardEvent): Promise<void> {
    const pull = this.pulls.shift();
    if (pull === undefined) return new Promise((taken) => void this.inHand.push({ event, taken }));
    pull.resolve({ value: event, done: false });
    return Promise.resolve();
  }
}

/** What ends a stream is what its shards failed with, whatever that is. */
async function rejected(error: unknown): Promise<never> {
  await Promise.resolve();
  throw error;
}
