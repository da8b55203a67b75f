import { GuardedEmitter, OptionsError, type AplombError } from '@aplomb/base';
import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import { GatewayError, type GatewayClosedError } from '../errors.js';
import type { Session } from '../shard/Session.js';
import type { ShardEvents, ShardStageUpdateEvent } from '../shard/shardEvents.js';
import { VoiceLink } from '../voice/VoiceLink.js';
import type { GatewayInfo } from './GatewayInfo.js';
import { IdentifyPacing } from './IdentifyPacing.js';
import { ManagerStreams } from './ManagerStreams.js';
import { offerReshard } from './offerReshard.js';
import { shardIdFor } from './shardIdFor.js';
import type { ShardLayout } from './ShardLayout.js';
import { makeLayout } from './makeLayout.js';
import { managerClosed, ManagerRun, runnerIn } from './ManagerRun.js';
import type { ShardEvent, ShardManagerEvents } from './shardManagerEvents.js';
import {
  resolveShardManagerOptions,
  type ResolvedShardManagerOptions,
  type ShardManagerOptions,
  type ShutdownOptions,
} from './ShardManagerOptions.js';
import { ShardQueuer } from './ShardQueuer.js';
import type { ShardRunner, RunnerListener, ToldEvent } from './ShardRunner.js';
import type { ShardRunnerInfo, ShardSnapshot } from './ShardRunnerInfo.js';
import { rescale, resolveShardScheme, type ResolvedShardScheme, type ShardRange } from './shardScheme.js';

/** Keeps the session. */
const RESUMABLE = 4_000;
/** Ends the session. */
const FINAL = 1_000;
/** A bot is in too many guilds for its shards. */
const SHARDING_REQUIRED = 4_011;
/**
 * Runs the shards of this process: starts them in order, keeps them running, and unites their events.
 *
 * @example
 * ```ts
 * import { ShardManager } from '@aplomb/gateway';
 *
 * const manager = new ShardManager({ token: process.env.DISCORD_TOKEN ?? '', intents: ['Guilds'], scheme: { total: 4 } });
 * manager.on('stage', ({ shardId, after, cause }) => console.log(`shard ${shardId}: ${after} (${cause})`));
 * await manager.start();
 * for await (const { shardId, event } of manager) console.log(shardId, event.t);
 * ```
 */
export class ShardManager extends GuardedEmitter<ShardManagerEvents> implements AsyncIterable<ShardEvent> {
  private readonly options: ResolvedShardManagerOptions;
  private readonly listener: RunnerListener;
  private readonly pacing: IdentifyPacing;
  private readonly queuer: ShardQueuer<ShardRunner>;
  private readonly streams = new ManagerStreams();
  private readonly voice: VoiceLink | null;
  private run: ManagerRun | null = null;

  /** @throws {@link OptionsError} when an option cannot be right. Nothing is opened or asked here. */
  constructor(options: ShardManagerOptions) {
    super();
    const resolved = resolveShardManagerOptions(options);
    const { clock, random, voice } = resolved;
    const onWarn = (error: AplombError): void => this.tellAll('warn', error);
    const boot = (runner: ShardRunner): void => this.bootNow(runner);
    this.options = resolved;
    this.listener = this.makeListener();
    this.pacing = new IdentifyPacing(resolved, onWarn);
    this.queuer = new ShardQueuer<ShardRunner>({ clock, random, boot, onWarn });
    this.voice = voice === undefined ? null : new VoiceLink(voice, onWarn);
  }

  /** The shards that run here. */
  get runners(): ReadonlyMap<number, ShardRunnerInfo> {
    return this.run?.layout?.runners ?? new Map<number, ShardRunner>();
  }

  /** Which shards run here, of how many; `null` before the start. */
  get scheme(): ResolvedShardScheme | null {
    return this.run?.layout?.scheme ?? null;
  }

  /** What Discord last said about the gateway; `null` before the start, and without `fetchGatewayInfo`. */
  get gatewayInfo(): GatewayInfo | null {
    return this.pacing.info;
  }

  /** Whether a shard runs here. */
  has(shardId: number): boolean {
    return this.runners.has(shardId);
  }

  /** All shards at this moment, as plain JSON. */
  info(): ShardSnapshot[] {
    return this.run?.runners.map((runner) => runner.snapshot()) ?? [];
  }

  /**
   * Starts all shards of the scheme and resolves when each was connected once. The network is retried for ever; `signal` ends that.
   *
   * @throws {@link GatewayClosedError} when Discord refuses a shard for good; {@link OptionsError} `ALREADY_STARTED`; what `fetchGatewayInfo` says that is an answer; the signal's
   * reason. By then every shard is shut down, and it may be called again.
   */
  async start(options: { readonly signal?: AbortSignal } = {}): Promise<void> {
    const { signal } = options;
    signal?.throwIfAborted();
    const run = this.begin();
    const abort = (): void => void this.stop(run, signal?.reason, FINAL);
    signal?.addEventListener('abort', abort, { once: true });
    try {
      await this.open(run);
      await run.connected.promise;
    } finally {
      signal?.removeEventListener('abort', abort);
      await run.ending;
    }
  }

  /**
   * The first half of {@link start}: asks Discord, settles which shards there are, and begins to start them. Resolves when they are queued.
   *
   * @throws as {@link start} does.
   */
  async initialize(): Promise<ResolvedShardScheme> {
    const { scheme } = await this.open(this.begin());
    return scheme;
  }

  /**
   * Starts a shard that was shut down. Does nothing when it runs.
   *
   * @throws {@link GatewayError} `SHARD_UNKNOWN` when it is none of this manager's.
   */
  boot(shardId: number): void {
    const runner = runnerIn(this.run, shardId);
    if (!runner.isRunning) this.queuer.start(runner);
  }

  /**
   * Gives up a shard's connection and has it come back, with its session or with a new one. A shard that was shut down starts.
   *
   * @throws {@link GatewayError} `SHARD_UNKNOWN` when it is none of this manager's.
   */
  restart(shardId: number, options: { readonly resume: boolean } = { resume: true }): void {
    runnerIn(this.run, shardId).restart(options);
  }

  /**
   * Closes one shard. It stays closed until {@link boot} or {@link restart}. It waits for no start, also not for its own.
   *
   * @returns the session that was kept, or `null`.
   * @throws {@link GatewayError} `SHARD_UNKNOWN` when it is none of this manager's.
   */
  async shutdown(shardId: number, options: ShutdownOptions = {}): Promise<Session | null> {
    return await this.closeRunner(runnerIn(this.run, shardId), options.resumable === true ? RESUMABLE : FINAL);
  }

  /**
   * Closes all shards. Safe to call twice and at any moment; afterwards {@link start} may be called again.
   *
   * @returns the sessions that were kept, by shard.
   */
  async shutdownAll(options: ShutdownOptions = {}): Promise<ReadonlyMap<number, Session>> {
    if (this.run === null) return new Map();
    return await this.stop(this.run, managerClosed(), options.resumable === true ? RESUMABLE : FINAL);
  }

  /**
   * Replaces the shards that run here. The old ones stay until each new one was connected, then they close; meanwhile only the old ones are heard. At the
   * hand-over an event may be heard twice or not at all.
   *
   * @throws {@link OptionsError} `INVALID_SHARD_RANGE` and others of a scheme; {@link GatewayError} `SHARD_CLOSED` when the manager does not run; {@link GatewayClosedError} when
   * Discord refuses a new one: then the old ones go on.
   */
  async setShards(range: ShardRange, total: number): Promise<void> {
    await this.replace(resolveShardScheme({ ...range, total }));
  }

  /**
   * Sends a command through the shard of a guild.
   *
   * @throws {@link GatewayError} `SHARD_UNKNOWN` when that shard does not run here; else as {@link Shard.command}.
   */
  async sendTo(guildId: string, op: number, data: unknown): Promise<void> {
    await runnerIn(this.run, shardIdFor(guildId, this.scheme?.total ?? 1)).shard.send(op, data);
  }

  /** Ends all sessions and closes: `await using manager = …`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.shutdownAll();
  }

  /** The events of all shards, one at a time. Starts the manager on the first pull; ends with {@link shutdownAll}; throws what the manager failed with. */
  [Symbol.asyncIterator](): AsyncIterableIterator<ShardEvent, undefined> {
    return this.streams.open(() => {
      if (this.run === null) this.start().catch(() => undefined); // The stream ends with what it failed with.
      return this.run?.runners.filter((runner) => runner.isRunning) ?? [];
    });
  }

  // --- Starting ------------------------------------------------------------------------------------------------------------------------------

  private begin(): ManagerRun {
    if (this.run !== null) {
      throw new OptionsError('ALREADY_STARTED', {
        what: 'The shard manager was started before.',
        cure: 'Start it once; after `shutdownAll()` has resolved it may be started again.',
      });
    }
    this.run = new ManagerRun();
    return this.run;
  }

  private async open(run: ManagerRun): Promise<ShardLayout> {
    try {
      await this.pacing.open(run.abort.signal);
      this.queuer.setMaxConcurrency(this.pacing.maxConcurrency);
      const layout = this.makeLayout(resolveShardScheme(this.options.scheme, this.gatewayInfo?.shards));
      run.layout = layout;
      for (const runner of layout.runners.values()) this.queuer.start(runner);
      return layout;
    } catch (error) {
      await this.stop(run, error, FINAL, error);
      throw error;
    }
  }

  private makeLayout(scheme: ResolvedShardScheme): ShardLayout {
    const { listener, pacing } = this;
    return makeLayout(this.options, scheme, { identifyQueue: pacing.queue, listener, url: pacing.info?.url });
  }

  private bootNow(runner: ShardRunner): void {
    runner.boot();
    if (this.run?.isLive(runner) === true) this.streams.attach(runner);
  }

  // --- What the shards say -------------------------------------------------------------------------------------------------------------------

  private makeListener(): RunnerListener {
    return {
      dispatch: (runner, packet, isReplayed) => this.dispatched(runner, packet, isReplayed),
      tell: (runner, name, event) => this.told(runner, name, event),
      queueStart: (runner) => {
        if (this.run?.ending === null && this.run.layoutOf(runner) !== null) this.queuer.start(runner);
      },
    };
  }

  private dispatched(runner: ShardRunner, packet: GatewayDispatchPayload, isReplayed: boolean): void {
    if (this.run?.isLive(runner) !== true) return;
    this.voice?.dispatch(packet);
    this.emit('dispatch', packet, runner.shardId, isReplayed);
  }

  private told<Name extends ToldEvent>(runner: ShardRunner, name: Name, event: Parameters<ShardEvents[Name]>[0]): void {
    if (name === 'stage') this.staged(runner, event as ShardStageUpdateEvent);
    if (name === 'failed') return void this.refused(runner, event as GatewayClosedError);
    if (this.run?.isLive(runner) !== true && name !== 'warn') return;
    if (name === 'ready') this.sessionBegan(runner, (event as { readonly userId: string | null }).userId);
    if (name === 'restored') this.sessionBegan(runner, (event as Parameters<ShardEvents['restored']>[0]).session.userId);
    (this.emit as (name: string, event: unknown) => boolean).call(this, name, event);
  }

  private staged(runner: ShardRunner, { before, after, cause }: ShardStageUpdateEvent): void {
    this.queuer.noteStage(runner, after);
    // Perhaps we identify too fast by Discord's present limits.
    if (before === 'Identifying' && cause === 'session invalid') void this.refreshLimits();
    if (after === 'Connected') this.connected(runner);
    const isOver = after === 'Disconnected' || after === 'Failed';
    if (isOver && this.run?.isLive(runner) === true) this.voice?.ended(runner.shardId);
  }

  private async refreshLimits(): Promise<void> {
    if (this.run !== null) await this.pacing.refresh(this.run.abort.signal);
    this.queuer.setMaxConcurrency(this.pacing.maxConcurrency);
  }

  private connected(runner: ShardRunner): void {
    const layout = this.run?.layoutOf(runner) ?? null;
    if (layout?.noteConnected(runner.shardId) !== true || this.run?.layout !== layout) return;
    this.run.connected.resolve();
    this.tellAll('shardsReady', layout.scheme);
  }

  private sessionBegan(runner: ShardRunner, userId: string | null): void {
    this.voice?.sessionBegan(runner.shard, runner.shardTotal, userId);
  }

  private async refused(runner: ShardRunner, error: GatewayClosedError): Promise<void> {
    const { run } = this;
    const layout = run?.layoutOf(runner) ?? null;
    if (run === null || layout === null || run.ending !== null) return;
    if (layout === run.next) {
      layout.giveUp(error);
      return;
    }
    if (error.closeCode === SHARDING_REQUIRED && (await this.isResharded(run, runner, error))) return;
    await this.fail(run, error);
  }

  /** Asks the listeners whether to go on with more shards. */
  private async isResharded(run: ManagerRun, runner: ShardRunner, error: GatewayClosedError): Promise<boolean> {
    if (run.isResharding) return true;
    run.isResharding = true;
    await this.refreshLimits();
    const replacing = offerReshard({
      error,
      known: this.gatewayInfo?.shards ?? 0,
      replace: (total) => this.replace(rescale(run.layout?.scheme ?? { ids: [], total: runner.shardTotal }, total)),
      runner,
      tell: (event) => this.tellAll('reshardNeeded', event),
    });
    const isTaken = replacing !== null || run.next !== null;
    const settled = replacing ?? run.next?.connected ?? Promise.resolve();
    void settled.catch((cause: unknown) => this.fail(run, cause)).finally(() => (run.isResharding = false));
    return isTaken;
  }

  private async fail(run: ManagerRun, error: unknown): Promise<void> {
    if (run.ending !== null) return;
    await this.stop(run, error, RESUMABLE, error);
    this.tellAll('failed', error);
  }

  /** Ends a run once; `failure` is what the streams end with. */
  private stop(run: ManagerRun, reason: unknown, code: number, failure: unknown = null): Promise<ReadonlyMap<number, Session>> {
    run.ending ??= this.end(run, reason, code, failure);
    return run.ending;
  }

  private async end(run: ManagerRun, reason: unknown, code: number, failure: unknown): Promise<ReadonlyMap<number, Session>> {
    run.abort.abort(reason);
    const sessions = await Promise.all(
      run.allRunners.map(async (runner) => [runner.shardId, await this.closeRunner(runner, code)] as const),
    );
    this.run = null;
    run.giveUp(reason);
    this.pacing.close();
    this.streams.finish(failure);
    return new Map(sessions.flatMap(([shardId, session]) => (session === null ? [] : [[shardId, session] as const])));
  }

  private async closeRunner(runner: ShardRunner, code: number): Promise<Session | null> {
    this.queuer.cancel(runner);
    return await runner.close(code);
  }

  // --- Another layout ------------------------------------------------------------------------------------------------------------------------

  private async replace(scheme: ResolvedShardScheme): Promise<void> {
    const { run } = this;
    if (run?.layout == null || run.ending !== null) throw managerClosed();
    const next = this.makeLayout(scheme);
    const overtaken = run.next;
    run.next = next;
    await this.discard(overtaken);
    for (const runner of next.runners.values()) this.queuer.start(runner);
    try {
      await next.connected;
    } catch (error) {
      if (run.next === next) run.next = null;
      await this.discard(next);
      throw error;
    }
    await this.handOver(run, next);
  }

  /** From here on the new shards are heard, and the old ones close. */
  private async handOver(run: ManagerRun, next: ShardLayout): Promise<void> {
    const old = run.layout;
    for (const runner of run.runners) {
      this.streams.detach(runner);
      if (!next.runners.has(runner.shardId)) this.voice?.ended(runner.shardId);
    }
    run.layout = next;
    run.next = null;
    run.connected.resolve();
    for (const runner of next.runners.values()) {
      this.streams.attach(runner);
      this.sessionBegan(runner, null);
    }
    this.tellAll('resharded', next.scheme);
    await this.discard(old);
  }

  private async discard(layout: ShardLayout | null): Promise<void> {
    layout?.giveUp(managerClosed());
    await Promise.all([...(layout?.runners.values() ?? [])].map((runner) => this.closeRunner(runner, FINAL)));
  }

  protected override listenerFailed(event: string, cause: unknown): void {
    // A listener of `warn` that throws has nobody left to be told to.
    if (event === 'warn') return;
    const what = `A listener of \`${event}\` threw.`;
    this.tellAll('warn', new GatewayError('LISTENER_THREW', { what, cure: 'Mend that listener; the manager goes on.', cause }));
  }

  private tellAll<Name extends keyof ShardManagerEvents>(name: Name, event: Parameters<ShardManagerEvents[Name]>[0]): void {
    (this.emit as (name: Name, event: Parameters<ShardManagerEvents[Name]>[0]) => boolean).call(this, name, event);
  }
}
