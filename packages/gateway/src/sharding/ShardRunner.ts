import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import { GatewayError } from '../errors.js';
import type { CommandBudgetState } from '../shard/Shard.js';
import type { ConnectionStage } from '../shard/ConnectionStage.js';
import type { Latency } from '../shard/Latency.js';
import type { Session } from '../shard/Session.js';
import type { ShardEvents } from '../shard/shardEvents.js';
import type { CollectorCallback } from './CollectorCallback.js';
import type { ShardLike } from './ShardLike.js';
import { ShardMessenger, type MessengerTarget } from './ShardMessenger.js';
import type { ShardRunnerInfo, ShardSnapshot } from './ShardRunnerInfo.js';

/** Who is told what a runner's shard says. */
export interface RunnerListener {
  /** Every dispatch, in the order of the wire. */
  dispatch(runner: ShardRunner, packet: GatewayDispatchPayload, isReplayed: boolean): void;
  /** Everything else. */
  tell<Name extends ToldEvent>(runner: ShardRunner, name: Name, event: Parameters<ShardEvents[Name]>[0]): void;
  /** The shard is to be started when its turn comes. */
  queueStart(runner: ShardRunner): void;
}

const TOLD = [
  'ready',
  'restored',
  'resumed',
  'stage',
  'disconnect',
  'sessionLost',
  'sequenceGap',
  'waitingForReady',
  'failed',
  'warn',
  'debug',
] as const;

/** The events of a shard that a runner passes on by name. */
export type ToldEvent = (typeof TOLD)[number];

/** What a {@link ShardRunner} is made of. */
export interface ShardRunnerOptions {
  readonly listener: RunnerListener;
  readonly shard: ShardLike;
}

/** Runs one shard: passes its events on, and outlives its connections. A shard that reconnects, is closed or started again keeps its runner and its messenger. */
export class ShardRunner implements ShardRunnerInfo, MessengerTarget {
  readonly connection: ShardLike;
  readonly shard: ShardMessenger;
  private readonly listener: RunnerListener;
  private collectors: readonly CollectorCallback[] = [];
  private isBooted = false;

  constructor({ listener, shard }: ShardRunnerOptions) {
    this.connection = shard;
    this.listener = listener;
    this.shard = new ShardMessenger(this);
    shard.on('dispatch', (packet, isReplayed) => {
      this.dispatch(packet, isReplayed);
    });
    for (const name of TOLD) this.passOn(name);
  }

  get shardId(): number {
    return this.connection.id;
  }

  get shardTotal(): number {
    return this.connection.total;
  }

  get stage(): ConnectionStage {
    return this.connection.stage;
  }

  get latency(): Latency {
    return this.connection.latency;
  }

  get session(): Session | null {
    return this.connection.session;
  }

  get sequence(): number | null {
    return this.connection.session?.sequence ?? null;
  }

  get resumeUrl(): string | null {
    return this.connection.resumeUrl;
  }

  get commandBudget(): CommandBudgetState {
    return this.connection.commandBudget;
  }

  /** Whether it runs: it was booted and has not been closed for good since. */
  get isRunning(): boolean {
    return this.isBooted && !this.connection.isShutDown;
  }

  /** Begins to connect. */
  boot(): void {
    this.isBooted = true;
    this.connection.start();
  }

  /** Closes the connection. 1000 and 1001 end the session. */
  async close(code: number): Promise<Session | null> {
    // A shard that was never started, or that Discord has refused, has nothing to close.
    if (!this.isBooted || this.stage === 'Failed') return this.session;
    return await this.connection.close(code);
  }

  restart(options: { readonly resume: boolean }): void {
    if (this.isRunning) this.connection.reconnect(options);
    else this.listener.queueStart(this);
  }

  addCollector(callback: CollectorCallback): () => void {
    // A new array each time: who is being called now is not changed under way.
    this.collectors = [...this.collectors, callback];
    return () => {
      this.collectors = this.collectors.filter((other) => other !== callback);
    };
  }

  /** How the shard is doing at this moment, as plain JSON. */
  snapshot(): ShardSnapshot {
    const { latency, session, shardId, shardTotal, stage, resumeUrl, sequence } = this;
    const { last, mean, recent } = latency;
    return {
      shardId,
      shardTotal,
      stage,
      latencyMs: { last, mean, recent: [...recent] },
      sessionId: session?.id ?? null,
      sequence,
      resumeUrl,
      commandBudget: { ...this.commandBudget },
      inflater: { ...this.connection.inflater },
    };
  }

  private dispatch(packet: GatewayDispatchPayload, isReplayed: boolean): void {
    for (const collector of this.collectors) {
      if (!this.collect(collector, packet)) this.collectors = this.collectors.filter((other) => other !== collector);
    }
    this.listener.dispatch(this, packet, isReplayed);
  }

  /** A collector that throws is taken out: it would throw again, and nothing behind it would be called. */
  private collect(collector: CollectorCallback, packet: GatewayDispatchPayload): boolean {
    try {
      return collector(packet);
    } catch (cause) {
      const what = `A collector on shard ${String(this.shardId)} threw and was removed.`;
      this.listener.tell(
        this,
        'warn',
        new GatewayError('LISTENER_THREW', { shardId: this.shardId, what, cure: 'Mend it and add it again.', cause }),
      );
      return false;
    }
  }

  private passOn(name: ToldEvent): void {
    const tell = (event: Parameters<ShardEvents[ToldEvent]>[0]): void => {
      this.listener.tell(this, name, event);
    };
    this.connection.on(name, tell);
  }
}
