import { GuardedEmitter } from '@aplomb/base';
import type { GatewayDispatchPayload, GatewayPresenceUpdateData } from 'discord-api-types/v10';
import type { MembersResult } from '../members/MemberChunks.js';
import { PresenceData } from '../presence/PresenceData.js';
import type { InflaterCounts } from '../transport/FrameDecoder.js';
import { checkGuildId, commandText, memberRequests, readCommandText, type GatewayCommand, type RequestMembersOptions } from './commands.js';
import type { ConnectionStage, ReconnectType } from './ConnectionStage.js';
import { Latency } from './Latency.js';
import { checkCloseCode, resolveShardOptions, type ResolvedShardOptions } from './resolveShardOptions.js';
import type { StoredSession } from '../session/SessionStore.js';
import type { Session } from './Session.js';
import type { SessionKeeper } from './SessionKeeper.js';
import { closedError, ShardEngine } from './ShardEngine.js';
import type { ShardEvents } from './shardEvents.js';
import type { ShardOptions } from './ShardOptions.js';
import { ShardSender } from './ShardSender.js';
import type { ShardMessage } from './ShardStreams.js';

/** How many commands a connection has left. */
export interface CommandBudgetState {
  /** Commands that may be written now. */
  readonly available: number;
  /** Commands that fit into a minute, beside the heartbeats. */
  readonly max: number;
  /** Milliseconds until one more is available; 0 when one is. */
  readonly refillInMs: number;
}

/** The heartbeats of the present or last connection; instants on the shard's clock. */
export interface HeartbeatInstants {
  readonly intervalMs: number | null;
  readonly sentMs: number | null;
  readonly ackedMs: number | null;
  /** Whether every beat so far was acknowledged. */
  readonly isAcknowledged: boolean;
}

const UNHEARD = new Latency();

/**
 * One connection to Discord's gateway that keeps itself alive: it connects, identifies, beats, reconnects, resumes, and tells what came.
 *
 * It stands alone: nothing else of aplomb is needed. It connects when it is first iterated, or by {@link Shard.start}. Listeners are called
 * synchronously in the order of the wire; `for await` gives the same events one at a time.
 *
 * @example
 * ```ts
 * import { Shard } from '@aplomb/gateway';
 *
 * const shard = new Shard({ id: 0, total: 1, token: process.env.DISCORD_TOKEN ?? '', intents: ['Guilds', 'GuildMessages'], events: ['MESSAGE_CREATE'] });
 * for await (const event of shard) console.log(event.t, event.d);
 * ```
 * @see {@link https://docs.discord.com/developers/events/gateway | Gateway}
 */
export class Shard extends GuardedEmitter<ShardEvents> implements AsyncIterable<GatewayDispatchPayload> {
  private readonly options: ResolvedShardOptions;
  private readonly engine: ShardEngine;
  private presenceWanted: GatewayPresenceUpdateData | undefined;
  private startedAt: Date | null = null;
  /** The load of a stored session that is under way; another value means that it is not wanted any more. */
  private loading: object | null = null;
  private closing: PromiseSettler | null = null;

  /** @throws {@link OptionsError} when an option cannot be right. Nothing is opened here. */
  constructor(options: ShardOptions) {
    super();
    this.options = resolveShardOptions(options);
    this.presenceWanted = this.options.presence;
    this.engine = new ShardEngine(this.options, {
      emit: (name, ...event) => {
        (this.emit as (name: string, ...event: readonly unknown[]) => boolean).call(this, name, ...event);
      },
      wantsText: () => this.listenerCount('message') > 0,
      onPulled: () => {
        if (!this.isShutDown) this.start();
      },
      onClosed: () => {
        this.closing?.resolve();
        this.closing = null;
      },
    });
  }

  /** This shard's number. */
  get id(): number {
    return this.options.id;
  }

  /** How many shards there are. */
  get total(): number {
    return this.options.total;
  }

  /** The options as they were checked and filled. The token in it prints as `[redacted]`. */
  get config(): ResolvedShardOptions {
    return this.options;
  }

  get stage(): ConnectionStage {
    return this.engine.protocol.stage;
  }

  /** When {@link Shard.start} was first called. */
  get started(): Date | null {
    return this.startedAt;
  }

  /** Whether it was closed for good: by {@link Shard.close} or by a close code that no reconnect cures. */
  get isShutDown(): boolean {
    const { stage } = this.engine.protocol;
    return stage === 'Failed' || stage === 'Closing' || (stage === 'Disconnected' && this.startedAt !== null && this.loading === null);
  }

  /** The session that a reconnect would resume, or `null`. */
  get session(): Session | null {
    return this.engine.protocol.session;
  }

  /** What the next connection will do: `resume` while there is a session, else `reidentify`. */
  get reconnectType(): ReconnectType {
    return this.session === null ? 'reidentify' : 'resume';
  }

  /** Where READY said to resume; `null` before, and after that host was given up. */
  get resumeUrl(): string | null {
    return this.engine.protocol.resumeUrl;
  }

  /** Heartbeat round trips of this connection, in milliseconds. Starts anew with each connection. */
  get latency(): Latency {
    return this.engine.protocol.heartbeat?.latency ?? UNHEARD;
  }

  /** When hearts beat. */
  get heartbeats(): HeartbeatInstants {
    const { heartbeat } = this.engine.protocol;
    if (heartbeat === null) return { intervalMs: null, sentMs: null, ackedMs: null, isAcknowledged: true };
    const { intervalMs, sentMs, ackedMs, isAcknowledged } = heartbeat;
    return { intervalMs, sentMs, ackedMs, isAcknowledged };
  }

  /** Bytes off the wire and bytes of JSON made of them. Starts anew with each connection. */
  get inflater(): InflaterCounts {
    return { ...this.engine.socket.counts };
  }

  /** How many commands may be sent now, and when the next one. */
  get commandBudget(): CommandBudgetState {
    const nowMs = this.options.clock.nowMs();
    const { commandBudget } = this.engine.protocol;
    return {
      available: commandBudget.available(nowMs),
      max: commandBudget.max,
      refillInMs: Math.max(0, commandBudget.refillMs(nowMs) - nowMs),
    };
  }

  /** The presence that Discord is told, now and after every reconnect. */
  get presence(): GatewayPresenceUpdateData | undefined {
    return this.presenceWanted;
  }

  /** Dispatches that Discord sent twice and were delivered once. */
  get duplicates(): number {
    return this.engine.protocol.sequences.duplicates;
  }

  /** Connects, and keeps connected until {@link Shard.close}. Does nothing when it is under way already. */
  start(): void {
    if (this.loading !== null || (this.engine.protocol.stage !== 'Disconnected' && this.engine.protocol.stage !== 'Failed')) return;
    this.startedAt ??= new Date(this.options.clock.wallMs());
    const { session } = this.options;
    if (this.engine.protocol.session !== null) this.engine.feed({ type: 'start' });
    else if (session !== undefined)
      this.engine.feed({ type: 'start', session: { id: session.id, sequence: session.sequence, resumeUrl: session.resumeUrl ?? null } });
    else if (this.engine.keeper === null) this.engine.feed({ type: 'start' });
    else void this.loadAndStart(this.engine.keeper);
  }

  /**
   * Sends a command when the connection and Discord's limits allow it, in order. Presence (op 3) and voice states (op 4) are state: the last one wins, and a
   * new session is told again.
   *
   * @returns a promise that settles when it was written.
   * @throws {@link GatewayError} `COMMAND_TOO_LARGE`, `COMMAND_INVALID`, `COMMAND_EXPIRED`, `COMMAND_QUEUE_FULL`, `SHARD_CLOSED`
   */
  async command(command: GatewayCommand): Promise<void> {
    await this.route(command, commandText(command, this.id));
  }

  /** Sends a text that is a gateway message already: {@link Shard.command} for those who write JSON themselves. */
  async send(text: string): Promise<void> {
    await this.route(readCommandText(text, this.id), text);
  }

  /** An object that can send and close, and nothing else. */
  sender(): ShardSender {
    return new ShardSender(this);
  }

  /** Sets the presence, at most once in four seconds; the last one wins. */
  setPresence(presence: PresenceData): void {
    const command = { op: 3, d: PresenceData.toPayload(presence) };
    this.wantPresence(command.d, commandText(command, this.id));
  }

  /** Beats now, out of turn. */
  heartbeat(): void {
    this.engine.feed({ type: 'heartbeat' });
  }

  /** Asks for members of a guild; they arrive as GUILD_MEMBERS_CHUNK dispatches. Resolves when the request was written. */
  async chunkGuild(guildId: string, options: RequestMembersOptions = {}): Promise<void> {
    const nonce = options.nonce === undefined ? {} : { nonce: options.nonce };
    for (const d of memberRequests(guildId, options, this.options)) await this.command({ op: 8, d: { ...d, ...nonce } });
  }

  /** {@link Shard.chunkGuild} for several guilds, one request each. */
  async chunkGuilds(guildIds: readonly string[], options: RequestMembersOptions = {}): Promise<void> {
    guildIds.forEach(checkGuildId);
    for (const guildId of guildIds) await this.chunkGuild(guildId, options);
  }

  /**
   * Asks for members of a guild and resolves with them. More than 100 `userIds` become several requests.
   *
   * @throws {@link GatewayError} `MEMBERS_TIMED_OUT` when none came; when some came and the rest did not, `isComplete` is false.
   */
  async requestMembers(guildId: string, options: RequestMembersOptions & { readonly signal?: AbortSignal } = {}): Promise<MembersResult> {
    const payloads = memberRequests(guildId, options, this.options);
    for (const d of payloads) commandText({ op: 8, d: { ...d, nonce: 'x'.repeat(32) } }, this.id);
    const results = await Promise.all(payloads.map((payload) => this.engine.members.ask(guildId, payload, options.nonce, options.signal)));
    return mergeResults(results);
  }

  /**
   * Gives up the connection and comes back: with `resume`, to the same session and nothing is lost; without, to a new one. Does nothing while the shard is
   * connecting.
   */
  reconnect(options: { readonly resume: boolean }): void {
    this.engine.feed({ type: 'reconnect', resume: options.resume });
  }

  /**
   * Closes the connection. 1000 and 1001 end the session, and the bot goes offline; any other code keeps it for some minutes. What Discord had
   * sent already is still delivered.
   *
   * @param code - 1000, 1001, or 3000 to 4999.
   * @returns the session to resume later, or `null` when it has ended.
   */
  async close(code = 1000, reason = ''): Promise<Session | null> {
    checkCloseCode(code);
    this.loading = null;
    this.startedAt ??= new Date(this.options.clock.wallMs());
    this.closing ??= settler();
    const { promise } = this.closing;
    this.engine.feed({ type: 'close', code, reason });
    await promise;
    await this.engine.keeper?.flush();
    return this.engine.protocol.session;
  }

  /** Ends the session and closes: `await using shard = …`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** The wanted dispatches, one at a time. Connects on the first pull; ends after {@link Shard.close}; throws only `GatewayClosedError`. */
  [Symbol.asyncIterator](): AsyncIterableIterator<GatewayDispatchPayload, undefined> {
    return this.engine.streams.openEvents(this.isShutDown);
  }

  /** Every message of the gateway as text, and every close. */
  messages(): AsyncIterableIterator<ShardMessage, undefined> {
    return this.engine.streams.openMessages(this.isShutDown);
  }

  private route(command: GatewayCommand, text: string): Promise<void> {
    if (this.isShutDown) return Promise.reject(closedError(this.id));
    if (command.op === 3) {
      this.wantPresence(command.d as GatewayPresenceUpdateData, text);
      return Promise.resolve();
    }
    const guildId = command.op === 4 ? (command.d as { readonly guild_id?: unknown } | undefined)?.guild_id : undefined;
    if (typeof guildId !== 'string') return this.engine.enqueue(text);
    const stays = (command.d as { readonly channel_id?: unknown }).channel_id !== null;
    this.engine.feed({ type: 'voiceState', guildId, text, stays });
    return Promise.resolve();
  }

  private wantPresence(payload: GatewayPresenceUpdateData, text: string): void {
    this.presenceWanted = payload;
    this.engine.feed({ type: 'presence', text, payload });
  }

  protected override listenerFailed(event: string, cause: unknown): void {
    this.engine.teller.listenerFailed(event, cause);
  }

  private async loadAndStart(keeper: SessionKeeper): Promise<void> {
    const loading = {};
    this.loading = loading;
    const stored = await keeper.load();
    if (stored !== null && this.loading === loading) await this.prepare(stored);
    if (this.loading !== loading) return;
    this.loading = null;
    if (stored !== null) this.engine.teller.tell('restored', { shardId: this.id, session: stored });
    this.engine.feed({ type: 'start', session: stored ?? undefined });
  }

  private async prepare(stored: StoredSession): Promise<void> {
    try {
      await this.options.beforeResume?.(stored);
    } catch (cause) {
      this.engine.teller.listenerFailed('beforeResume', cause);
    }
  }
}

interface PromiseSettler {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

function settler(): PromiseSettler {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

function mergeResults(results: readonly MembersResult[]): MembersResult {
  return {
    members: results.flatMap(({ members }) => members),
    presences: results.flatMap(({ presences }) => presences),
    notFound: results.flatMap(({ notFound }) => notFound),
    isComplete: results.every(({ isComplete }) => isComplete),
  };
}
