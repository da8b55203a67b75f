import type { CancelTimer, Clock } from '@aplomb/base';

/** How long the last guild may keep the others waiting. */
export const CACHE_READY_TIMEOUT_MS = 15_000;

export interface ReadinessOptions {
  readonly clock: Clock;
  /** The shards of this instance. How many Discord recommends is not known from the beginning. */
  readonly shardIds: () => readonly number[];
  /** How many guilds have not arrived. */
  readonly missingGuilds: () => number;
  readonly shardsReady: () => void;
  readonly cacheReady: () => void;
}

/** Says once when all shards of this instance have been connected, and once when their guilds have arrived or have taken too long. */
export class Readiness {
  private readonly options: ReadinessOptions;
  private readonly connected = new Set<number>();
  private stage: 'shards' | 'guilds' | 'done' = 'shards';
  private cancelTimer: CancelTimer | null = null;

  constructor(options: ReadinessOptions) {
    this.options = options;
  }

  /** A shard is connected, with a new session or an old one. */
  shardConnected(shardId: number): void {
    this.connected.add(shardId);
    if (this.stage !== 'shards' || !this.options.shardIds().every((id) => this.connected.has(id))) return;
    this.stage = 'guilds';
    this.options.shardsReady();
    this.guildsChanged();
  }

  /** A guild has arrived or has gone, or nothing of the kind is to be expected. The wait for the next begins anew. */
  guildsChanged(): void {
    if (this.stage !== 'guilds') return;
    this.cancelTimer?.();
    this.cancelTimer = null;
    if (this.options.missingGuilds() === 0) this.finish();
    else this.cancelTimer = this.options.clock.after(CACHE_READY_TIMEOUT_MS, () => this.finish());
  }

  /** Nothing is said any more. */
  stop(): void {
    this.stage = 'done';
    this.cancelTimer?.();
    this.cancelTimer = null;
  }

  private finish(): void {
    this.stop();
    this.options.cacheReady();
  }
}
