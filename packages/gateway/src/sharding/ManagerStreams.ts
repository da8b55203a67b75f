import { MergedEvents } from './MergedEvents.js';
import type { ShardEvent } from './shardManagerEvents.js';
import type { ShardRunner } from './ShardRunner.js';

/** The open `for await` loops over a manager's events. */
export class ManagerStreams {
  private readonly pulled = new Set<MergedEvents>();

  /** A stream that begins with its first pull. `begin` then starts what has to be started, and gives the shards that run already. */
  open(begin: () => Iterable<ShardRunner>): AsyncIterableIterator<ShardEvent, undefined> {
    let hasBegun = false;
    const stream = new MergedEvents({
      onPull: () => {
        if (hasBegun) return;
        hasBegun = true;
        this.pulled.add(stream);
        for (const runner of begin()) stream.attach(runner);
      },
      onReturn: () => this.pulled.delete(stream),
    });
    return stream;
  }

  attach(runner: ShardRunner): void {
    for (const stream of this.pulled) stream.attach(runner);
  }

  detach(runner: ShardRunner): void {
    for (const stream of this.pulled) stream.detach(runner);
  }

  /** Ends all of them, with an error unless it is `null`. */
  finish(error: unknown): void {
    for (const stream of this.pulled) stream.finish(error);
    this.pulled.clear();
  }
}
