import { AplombError, systemClock } from '@aplomb/base';
import { InMemoryIdentifyQueue } from '../identify/InMemoryIdentifyQueue.js';
import type { IdentifyQueue } from '../identify/IdentifyQueue.js';
import { processIdentifyQueue } from '../identify/processIdentifyQueue.js';
import type { GatewayInfo } from './GatewayInfo.js';
import { GatewayInfoSource } from './GatewayInfoSource.js';
import type { ResolvedShardManagerOptions } from './ShardManagerOptions.js';

/** The identify queue of a manager, and what Discord says about it and where to connect. */
export class IdentifyPacing {
  private readonly options: ResolvedShardManagerOptions;
  private readonly onWarn: (error: AplombError) => void;
  private known: IdentifyQueue | null = null;
  private readonly source: GatewayInfoSource | null;
  private stopListening: (() => void) | null = null;

  constructor(options: ResolvedShardManagerOptions, onWarn: (error: AplombError) => void) {
    this.options = options;
    this.onWarn = onWarn;
    const { clock, fetchGatewayInfo: fetch, random } = options;
    this.source = fetch === undefined ? null : new GatewayInfoSource({ clock, fetch, onWarn, random });
  }

  /** What Discord last said. */
  get info(): GatewayInfo | null {
    return this.source?.info ?? null;
  }

  /** `null` before the first {@link open}. */
  get queue(): IdentifyQueue | null {
    return this.known;
  }

  /** How many shards may identify at once; 0 without limits. A queue that was given without limits keeps none. */
  get maxConcurrency(): number {
    const queue = this.known;
    if (queue instanceof InMemoryIdentifyQueue) return queue.maxConcurrency;
    return Math.max(1, this.info?.sessionStartLimit.maxConcurrency ?? 1);
  }

  /** Asks Discord until there is an answer, and has a queue from then on. Throws what Discord says when it says no, and the signal's reason. */
  async open(signal: AbortSignal): Promise<void> {
    await this.source?.load(signal);
    signal.throwIfAborted();
    this.known ??= this.makeQueue(this.info);
    if (this.known instanceof InMemoryIdentifyQueue) this.stopListening ??= this.known.addWarnListener(this.onWarn);
    this.take(this.info);
  }

  /** Asks once more, at most once a minute: Discord's limits may have changed. */
  async refresh(signal: AbortSignal): Promise<void> {
    this.take((await this.source?.refresh(signal)) ?? null);
  }

  private take(info: GatewayInfo | null): void {
    const queue = this.known;
    if (info === null || (queue instanceof InMemoryIdentifyQueue && queue.maxConcurrency === 0)) return;
    try {
      queue?.update?.(info.sessionStartLimit);
    } catch (error) {
      // Numbers that cannot be: the queue goes on with what it had.
      if (AplombError.is(error)) this.onWarn(error);
    }
  }

  close(): void {
    this.stopListening?.();
    this.stopListening = null;
  }

  private makeQueue(info: GatewayInfo | null): IdentifyQueue {
    const { allowLastIdentifies, clock, identifyLedger, identifyQueue, shard } = this.options;
    if (identifyQueue !== undefined) return identifyQueue;
    const isPlain = !allowLastIdentifies && identifyLedger === undefined && clock === systemClock;
    if (isPlain) return processIdentifyQueue(shard.token.reveal(), shard.url ?? info?.url);
    return new InMemoryIdentifyQueue({ allowLastIdentifies, clock, ...(identifyLedger === undefined ? {} : { ledger: identifyLedger }) });
  }
}
