import { GatewayError } from '../errors.js';
import type { Session } from '../shard/Session.js';
import { Deferred } from './Deferred.js';
import type { ShardLayout } from './ShardLayout.js';
import type { ShardRunner } from './ShardRunner.js';

/** A manager's life from a start to the end of its shards. */
export class ManagerRun {
  readonly abort = new AbortController();
  /** Settles when every shard of this instance was connected once; rejects when that will not be. */
  readonly connected = new Deferred();
  /** The shards that are heard. */
  layout: ShardLayout | null = null;
  /** Those that will take over. */
  next: ShardLayout | null = null;
  ending: Promise<ReadonlyMap<number, Session>> | null = null;
  isResharding = false;

  /** The shards that are heard. */
  get runners(): ShardRunner[] {
    return [...(this.layout?.runners.values() ?? [])];
  }

  /** Those shards, and those that will take over. */
  get allRunners(): ShardRunner[] {
    return [...(this.next?.runners.values() ?? []), ...this.runners];
  }

  isLive(runner: ShardRunner): boolean {
    return this.layout?.runners.get(runner.shardId) === runner;
  }

  layoutOf(runner: ShardRunner): ShardLayout | null {
    if (this.isLive(runner)) return this.layout;
    return this.next?.runners.get(runner.shardId) === runner ? this.next : null;
  }

  /** Nothing will be connected any more. */
  giveUp(reason: unknown): void {
    this.next?.giveUp(reason);
    this.layout?.giveUp(reason);
    this.connected.reject(reason);
  }
}

/** The runner of a shard. Throws `SHARD_UNKNOWN` when there is none. */
export function runnerIn(run: ManagerRun | null, shardId: number): ShardRunner {
  const layout = run?.layout ?? null;
  const runner = layout?.runners.get(shardId);
  if (runner !== undefined) return runner;
  const here =
    layout === null ? 'none, since the manager does not run' : `${layout.scheme.ids.join(', ')} of ${String(layout.scheme.total)}`;
  const what = `Shard ${String(shardId)} does not run in this process.`;
  throw new GatewayError('SHARD_UNKNOWN', { shardId, what, cure: `The shards here are: ${here}.` });
}

export function managerClosed(): GatewayError {
  return new GatewayError('SHARD_CLOSED', {
    what: 'The shard manager does not run, or was shut down.',
    cure: 'Start it, or start it again.',
  });
}
