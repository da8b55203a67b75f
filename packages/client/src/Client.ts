import { OptionsError, type AplombError } from '@aplomb/base';
import type { Cache } from '@aplomb/cache';
import { shardIdFor, type ShardManager, type ShardMessenger, type ShardRange, type ShardScheme } from '@aplomb/gateway';
import type { DiscordApiError, Rest } from '@aplomb/rest';
import { checkRange, checkStartOptions } from './checkStartOptions.js';
import type { Identity } from './ClientDispatch.js';
import { ClientHandles } from './ClientHandles.js';
import { ClientLog } from './ClientLog.js';
import { resolveClientOptions, type ClientOptions, type ResolvedClientOptions } from './ClientOptions.js';
import { clientRest } from './clientRest.js';
import { clientTools, type ClientTools } from './clientTools.js';
import { ClientRun, type RunHost } from './ClientRun.js';
import { collect, waitFor, type CollectOptions, type WaitForOptions } from './collectors/collect.js';
import type { Collector } from './collectors/Collector.js';
import type { CollectableEvent, EventArgs } from './collectors/collectorEvents.js';
import type { CollectorHub } from './collectors/CollectorHub.js';
import { Ending } from './Ending.js';
import type { ClientEvents } from './events.js';
import type { HandlerPacer } from './handlers/HandlerPacer.js';
import { handlerStatsOf, type HandlerStats } from './handlers/handlerStats.js';
import { makePacer } from './handlers/makePacer.js';
import { HandlerCalls, shardOf, type HandlerFailure } from './HandlerCalls.js';
import type { HandlerOf } from './HandlerEmitter.js';
import { alreadyStarted, clientClosed } from './lifeErrors.js';
import type { ShutdownOptions, StartOptions } from './LifeOptions.js';
import { ListenerWatch } from './ListenerWatch.js';
import type { ClientUser } from './structures/guild/ClientUser.js';
import type { Views } from './structures/Views.js';
import type { ClientVoice } from './voice/ClientVoice.js';

const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/** Where a client stands between its construction and its end. */
type Life<Data> =
  | { readonly type: 'idle' }
  | { readonly type: 'starting' | 'running'; readonly run: ClientRun<Data> }
  | { readonly type: 'closed'; readonly done: Promise<void> };

/**
 * A bot: its shards, its REST and its handlers.
 *
 * Handlers get `(event, context, before)`. One that throws or rejects ends nothing: the others run, and the `error` event tells about it.
 *
 * @example
 * ```ts
 * import { Client } from 'aplomb';
 *
 * const client = new Client({ token: process.env.DISCORD_TOKEN ?? '', intents: ['Guilds', 'GuildMessages', 'MessageContent'] });
 *
 * client.on('messageCreate', async (message) => {
 *   if (message.content === '!ping') await message.reply('Pong!');
 * });
 *
 * await client.start(); // resolves when every shard of this instance is connected
 * await client.finished; // settles when the client has shut down
 * ```
 */
export class Client<Data = undefined> extends ClientHandles<ClientEvents<Data>> {
  /** What the bot knows of Discord. It is kept true by the gateway's events, which reach it before any handler. */
  readonly cache: Cache;
  /** What the client was given as `data`. */
  readonly data: Data;
  /** Discord's REST API, with this client's token. */
  readonly rest: Rest;
  /** Joins, moves within and leaves voice channels, and hands over what voice libraries need. */
  readonly voice: ClientVoice;
  private readonly options: ResolvedClientOptions<Data>;
  private readonly calls: HandlerCalls;
  private readonly collectors: CollectorHub;
  private readonly log: ClientLog;
  private readonly pacer: HandlerPacer | null;
  protected readonly views: Views;
  private readonly watch: ListenerWatch;
  private identity: Identity = { user: null, userId: null, applicationId: null };
  private life: Life<Data> = { type: 'idle' };
  private ending = new Ending();

  /** @throws {@link OptionsError} for an option that cannot be right. Nothing is opened here. */
  constructor(options: ClientOptions<Data>) {
    const calls = new HandlerCalls();
    super(calls);
    this.options = resolveClientOptions(options);
    this.data = this.options.data;
    this.calls = calls;
    this.log = new ClientLog(this.options.logger);
    this.watch = new ListenerWatch((error) => {
      this.warn(error);
    });
    this.pacer = makePacer(this.options, calls, this, (error) => {
      this.warn(error);
    });
    this.rest = this.makeRest();
    ({ cache: this.cache, collectors: this.collectors, views: this.views, voice: this.voice } = this.makeTools());
    calls.reportTo((failure) => {
      this.handlerFailed(failure);
    });
    // What is wrong for the shards is told here, too, and not at the start.
    this.makeRun('one');
  }

  /** The bot's own user. `null` before READY, and as long as only sessions of an earlier process were resumed: they come without it. */
  get me(): ClientUser | null {
    return this.views.me(this.identity.user);
  }

  /** The id of the bot's own user; `null` before the first shard is connected. */
  get userId(): string | null {
    return this.identity.userId;
  }

  /** The id of the bot's application; `null` before the first shard is connected. */
  get applicationId(): string | null {
    return this.identity.applicationId;
  }

  /**
   * The shards of this instance.
   *
   * @throws {@link OptionsError} `NOT_STARTED` before a start and after a fatal end, `CLIENT_CLOSED` after a shutdown.
   */
  get shards(): ShardManager {
    if ('run' in this.life) return this.life.run.shards;
    if (this.life.type === 'closed') throw clientClosed();
    throw new OptionsError('NOT_STARTED', { what: 'The client has no shards.', cure: 'Start it first.' });
  }

  /** How many handlers run, how many events wait for theirs and how long, and what was dropped. */
  get handlerStats(): HandlerStats {
    return handlerStatsOf(this.calls, this.pacer);
  }

  /**
   * Settles when the client has shut down: resolves after {@link Client.shutdown}, rejects with the fatal error when there was one: a close code that
   * no reconnect cures, or a REST call that was answered with 401 (`TOKEN_REJECTED`). It never
   * becomes an unhandled rejection; a fatal end that nobody asked about is logged.
   */
  get finished(): Promise<void> {
    return this.ending.observe();
  }

  /**
   * Which shard a guild belongs to.
   *
   * @throws {@link OptionsError} `NOT_STARTED` before the total of shards is known.
   */
  shardIdFor(guildId: string): number {
    const { scheme } = this.shards;
    if (scheme !== null) return shardIdFor(guildId, scheme.total);
    throw new OptionsError('NOT_STARTED', { what: 'It is not known yet how many shards there are.', cure: 'Await the start first.' });
  }

  override on<Name extends keyof ClientEvents<Data>>(event: Name, handler: HandlerOf<ClientEvents<Data>, Name>, context?: unknown): this {
    super.on(event, handler, context);
    this.watch.listened(event, this.listenerCount(event));
    return this;
  }

  override once<Name extends keyof ClientEvents<Data>>(event: Name, handler: HandlerOf<ClientEvents<Data>, Name>, context?: unknown): this {
    super.once(event, handler, context);
    this.watch.listened(event, this.listenerCount(event));
    return this;
  }

  /**
   * Collects an event from now on: loop over the collector, or await its end. It ends after 15 minutes, unless its options say otherwise.
   *
   * @throws {@link OptionsError} `UNKNOWN_EVENT`, `UNKNOWN_OPTION` or `INVALID_OPTION`
   */
  collect<Name extends CollectableEvent, Kept extends EventArgs<Name, Data>[0] = EventArgs<Name, Data>[0]>(
    event: Name,
    options?: CollectOptions<EventArgs<Name, Data>, Kept>,
  ): Collector<Kept> {
    return collect<Name, Data, Kept>(this.collectors, event, options);
  }

  /**
   * Waits for an event, for 15 minutes unless the options say otherwise. Resolves with what its handlers get first, or with `undefined` when it did not
   * come: the time was over, or what it was to come from was deleted.
   *
   * @throws {@link OptionsError} as {@link Client.collect}; {@link ClientError} `COLLECTOR_FILTER_FAILED`; the signal's reason
   */
  async waitFor<Name extends CollectableEvent, Kept extends EventArgs<Name, Data>[0] = EventArgs<Name, Data>[0]>(
    event: Name,
    options?: WaitForOptions<EventArgs<Name, Data>, Kept>,
  ): Promise<Kept | undefined> {
    return waitFor<Name, Data, Kept>(this.collectors, event, options);
  }

  /**
   * Starts one shard, 0 of 1. Resolves when it is connected. Network failures are tried again without end.
   *
   * @throws {@link OptionsError} `ALREADY_STARTED` or `CLIENT_CLOSED`; {@link DiscordApiError} `TOKEN_REJECTED`; {@link GatewayClosedError} for a close
   * code that no reconnect cures; the signal's reason. Everything is shut down by then, and the client may be started again.
   */
  async start(options?: StartOptions): Promise<void> {
    await this.begin('one', options);
  }

  /** {@link Client.start} for as many shards as Discord recommends. */
  async startAutosharded(options?: StartOptions): Promise<void> {
    await this.begin('recommended', options);
  }

  /**
   * {@link Client.start} for one shard of several; other instances run the others.
   *
   * @throws {@link OptionsError} `INVALID_SHARD_TOTAL` or `INVALID_SHARD_ID`, and as {@link Client.start}
   */
  async startShard(id: number, total: number, options?: StartOptions): Promise<void> {
    await this.begin({ ids: [id], total }, options);
  }

  /**
   * {@link Client.start} for all of `total` shards.
   *
   * @throws {@link OptionsError} `INVALID_SHARD_TOTAL`, and as {@link Client.start}
   */
  async startShards(total: number, options?: StartOptions): Promise<void> {
    await this.begin({ total }, options);
  }

  /**
   * {@link Client.start} for the shards from `first` to `last`, both included, of `total`; other instances run the others.
   *
   * @throws {@link OptionsError} `INVALID_SHARD_TOTAL`, `INVALID_SHARD_ID` or `INVALID_SHARD_RANGE`, and as {@link Client.start}
   */
  async startShardRange(range: ShardRange, total: number, options?: StartOptions): Promise<void> {
    const { first, last } = checkRange(range);
    await this.begin({ first, last, total }, options);
  }

  /**
   * Resolves as soon as no handler does anything and no REST call is under way. A handler that waits for an event does nothing. Not to be awaited by a
   * handler, which would wait for itself.
   */
  async idle(): Promise<void> {
    while (this.calls.busy > 0 || this.rest.pendingCalls > 0) {
      await this.calls.idle();
      await this.rest.idle();
    }
  }

  /** Ends the client for good, at any moment. Safe to call twice; a start under way rejects with `CLIENT_CLOSED`. */
  async shutdown(options: ShutdownOptions = {}): Promise<void> {
    if (this.life.type !== 'closed') {
      const run = 'run' in this.life ? this.life.run : null;
      this.life = { type: 'closed', done: this.close(run, options.resumable === true) };
    }
    await this.life.done;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.shutdown();
  }

  /** What `JSON.stringify` writes: the same as a logged client shows. */
  toJSON(): object {
    return this[INSPECT]();
  }

  /** What a logged client shows: who it is and how its shards do, and not all that hangs on it. */
  [INSPECT](): object {
    const { applicationId, userId } = this;
    const shards = 'run' in this.life ? this.life.run.shards.info().map(({ shardId, stage }) => ({ shardId, stage })) : [];
    return { client: this.life.type, applicationId, userId, shards };
  }

  private async begin(scheme: ShardScheme, options: StartOptions = {}): Promise<void> {
    if (this.life.type === 'closed') throw clientClosed();
    if (this.life.type !== 'idle') throw alreadyStarted();
    const { signal } = checkStartOptions(options);
    signal?.throwIfAborted();
    // Bad input is told here, before anything has begun.
    const run = this.makeRun(scheme);
    if (this.ending.isSettled) this.ending = new Ending();
    this.rest.forgetRejection();
    this.life = { type: 'starting', run };
    try {
      await run.start(signal);
    } catch (cause) {
      if (!this.isAliveWith(run)) throw clientClosed();
      this.end(signal?.aborted === true ? null : { cause });
      throw cause;
    }
    if (!this.isAliveWith(run)) throw clientClosed();
    this.life = { type: 'running', run };
  }

  /** All shards are down, because Discord has refused one for good. While starting, the start's rejection tells about it. */
  private fail(run: ClientRun<Data>, cause: unknown): void {
    if (this.life.type !== 'running' || this.life.run !== run) return;
    this.collectors.endAll();
    if (!this.ending.isObserved) this.log.writeCause('fatal', cause instanceof Error ? cause.message : 'The client has failed.', cause);
    this.end({ cause });
  }

  private async close(run: ClientRun<Data> | null, resumable: boolean): Promise<void> {
    this.collectors.close();
    this.voice.close();
    await run?.stop(resumable);
    await this.rest.close();
    this.ending.resolve();
  }

  /** The run is over, and the client may be started again. */
  private end(fatal: { readonly cause: unknown } | null): void {
    this.life = { type: 'idle' };
    if (fatal === null) this.ending.resolve();
    else this.ending.reject(fatal.cause);
  }

  private isAliveWith(run: ClientRun<Data>): boolean {
    return 'run' in this.life && this.life.run === run;
  }

  private makeRun(scheme: ShardScheme): ClientRun<Data> {
    const host: RunHost<Data> = {
      client: this,
      collectors: this.collectors,
      options: this.options,
      pacer: this.pacer,
      views: this.views,
      watch: this.watch,
      debug: (text) => {
        if (!this.emit('debug', text)) this.log.write('debug', text);
      },
      emit: (event, ...args) => (this.emit as (event: string, ...args: readonly unknown[]) => boolean)(event, ...args),
      fail: (cause) => {
        this.fail(run, cause);
      },
      identify: (known) => {
        this.identity = { ...this.identity, ...known };
      },
      warn: (error) => {
        this.warn(error);
      },
    };
    const run = new ClientRun(host, scheme);
    return run;
  }

  private makeTools(): ClientTools {
    return clientTools(this.options, {
      applicationId: () => this.applicationId,
      calls: this.calls,
      listened: (event) => {
        this.watch.listened(event, this.listenerCount(event as 'raw'));
      },
      messengerFor: (guildId) => this.messengerFor(guildId),
      rest: this.rest,
      userId: () => this.userId,
      warn: (error) => {
        this.warn(error);
      },
    });
  }

  private messengerFor(guildId: string): ShardMessenger | undefined {
    if (!('run' in this.life)) return undefined;
    const { runners, scheme } = this.life.run.shards;
    return scheme === null ? undefined : runners.get(shardIdFor(guildId, scheme.total))?.shard;
  }

  private makeRest(): Rest {
    return clientRest(this.options, {
      rateLimited: (event) => {
        this.emit('restRateLimited', event);
      },
      tokenRejected: (error) => {
        void this.tokenRejected(error);
      },
      warn: (error) => {
        this.warn(error);
      },
    });
  }

  /**
   * Discord does not know the token any more: no call will go through, and no shard will come back. The sessions are kept, should it have been somebody
   * before Discord who said so. A start that is under way asks REST itself, and rejects by itself.
   */
  private async tokenRejected(error: DiscordApiError): Promise<void> {
    if (this.life.type !== 'running') return;
    const { run } = this.life;
    await run.stop(true);
    this.fail(run, error);
  }

  private warn(error: AplombError): void {
    if (!this.emit('warn', error)) this.log.write('warn', error.message, { code: error.code });
  }

  private handlerFailed({ event, args, cause }: HandlerFailure): void {
    const shardId = shardOf(args);
    // A failing `error` handler has nobody left to tell but the log.
    const isHeard = event !== 'error' && this.emit('error', { event, shardId, cause });
    if (!isHeard) this.log.writeCause('error', `A handler of ${event} failed.`, cause, { event, shardId });
  }
}
