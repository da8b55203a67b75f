import { drive, type AplombError, type Driver } from '@aplomb/base';
import type { GatewayDispatchPayload, GatewayPresenceUpdateData } from 'discord-api-types/v10';
import { EventEmitter } from 'eventemitter3';
import { GatewayError } from '../errors.js';
import { PermitHolder } from '../identify/PermitHolder.js';
import type { MembersResult } from '../members/MemberChunks.js';
import { MemberRequests } from '../members/MemberRequests.js';
import { PresenceData } from '../presence/PresenceData.js';
import { createFrameDecoder } from '../transport/createFrameDecoder.js';
import type { InflaterCounts } from '../transport/FrameDecoder.js';
import { CommandPromises } from './CommandPromises.js';
import { checkGuildId, commandText, memberRequests, readCommandText, type GatewayCommand, type RequestMembersOptions } from './commands.js';
import type { ConnectionStage } from './ConnectionStage.js';
import { fatalError } from './fatalError.js';
import { Latency } from './Latency.js';
import { MessageReader, type MessageSink } from './MessageReader.js';
import { noteCodes } from './noteCodes.js';
import { checkCloseCode, resolveShardOptions, type ResolvedShardOptions } from './resolveShardOptions.js';
import type { Session } from './Session.js';
import { SessionKeeper } from './SessionKeeper.js';
import type { ShardAction, ShardNote } from './ShardAction.js';
import type { ShardEvents } from './shardEvents.js';
import type { ShardInput } from './ShardInput.js';
import type { ShardOptions } from './ShardOptions.js';
import { ShardProtocol } from './ShardProtocol.js';
import { protocolDefaults, type ShardProtocolOptions } from './ShardProtocolOptions.js';
import { ShardSender } from './ShardSender.js';
import { ShardSocket } from './ShardSocket.js';
import { ShardStreams, type ShardMessage } from './ShardStreams.js';

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
export class Shard extends EventEmitter<ShardEvents> implements AsyncIterable<GatewayDispatchPayload> {
  private readonly options: ResolvedShardOptions;
  private readonly protocol: ShardProtocol;
  private readonly driver: Driver<ShardInput>;
  private readonly socket: ShardSocket;
  private readonly reader: MessageReader;
  private readonly permits: PermitHolder;
  private readonly promises: CommandPromises;
  private readonly members: MemberRequests;
  private readonly keeper: SessionKeeper | null;
  private readonly streams: ShardStreams;
  private presenceWanted: GatewayPresenceUpdateData | undefined;
  private startedAt: Date | null = null;
  private isLoading = false;
  private closing: { readonly promise: Promise<void>; readonly resolve: () => void } | null = null;

  /** @throws {@link OptionsError} when an option cannot be right. Nothing is opened here. */
  constructor(options: ShardOptions) {
    super();
    const resolved = resolveShardOptions(options);
    const { clock, random } = resolved;
    this.options = resolved;
    this.presenceWanted = resolved.presence;
    this.protocol = new ShardProtocol(protocolOptions(resolved));
    this.driver = drive<ShardInput, ShardAction>(this.protocol, {
      clock,
      deadline: () => this.deadline(),
      perform: (action) => this.perform(action),
    });
    this.socket = new ShardSocket({
      transport: resolved.transport,
      makeDecoder: () => createFrameDecoder(resolved.compression),
      events: this.socketEvents(),
    });
    this.reader = new MessageReader({ parse: resolved.parse, sink: this.readerSink() });
    this.streams = new ShardStreams({
      maxBufferedEvents: resolved.maxBufferedEvents,
      onThrottle: (isFull) => this.throttle(isFull),
      onPulled: () => this.pulled(),
    });
    this.permits = new PermitHolder({
      queue: resolved.identifyQueue,
      request: { shardId: resolved.id, shardTotal: resolved.total },
      onPermit: () => this.driver.feed({ type: 'permit' }),
      onRefused: (message) => this.driver.feed({ type: 'permitRefused', message }),
    });
    this.promises = new CommandPromises(resolved.id);
    this.members = new MemberRequests({ clock, random, shardId: resolved.id, send: (text) => this.enqueue(text) });
    this.keeper = this.makeKeeper();
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
    return this.protocol.stage;
  }

  /** When {@link Shard.start} was first called. */
  get started(): Date | null {
    return this.startedAt;
  }

  /** Whether it was closed for good: by {@link Shard.close} or by a close code that no reconnect cures. */
  get isShutDown(): boolean {
    const { stage } = this.protocol;
    return stage === 'Failed' || stage === 'Closing' || (stage === 'Disconnected' && this.startedAt !== null && !this.isLoading);
  }

  /** The session that a reconnect would resume, or `null`. */
  get session(): Session | null {
    return this.protocol.session;
  }

  /** Where READY said to resume; `null` before, and after that host was given up. */
  get resumeUrl(): string | null {
    return this.protocol.resumeUrl;
  }

  /** Heartbeat round trips of this connection, in milliseconds. Starts anew with each connection. */
  get latency(): Latency {
    return this.protocol.heartbeat?.latency ?? UNHEARD;
  }

  /** When hearts beat. */
  get heartbeats(): HeartbeatInstants {
    const { heartbeat } = this.protocol;
    if (heartbeat === null) return { intervalMs: null, sentMs: null, ackedMs: null, isAcknowledged: true };
    const { intervalMs, sentMs, ackedMs, isAcknowledged } = heartbeat;
    return { intervalMs, sentMs, ackedMs, isAcknowledged };
  }

  /** Bytes off the wire and bytes of JSON made of them. Starts anew with each connection. */
  get inflater(): InflaterCounts {
    return { ...this.socket.counts };
  }

  /** How many commands may be sent now, and when the next one. */
  get commandBudget(): CommandBudgetState {
    const nowMs = this.options.clock.nowMs();
    const { commandBudget } = this.protocol;
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
    return this.protocol.sequences.duplicates;
  }

  /** Connects, and keeps connected until {@link Shard.close}. Does nothing when it is under way already. */
  start(): void {
    if (this.isLoading || (this.protocol.stage !== 'Disconnected' && this.protocol.stage !== 'Failed')) return;
    this.startedAt ??= new Date(this.options.clock.wallMs());
    const { session } = this.options;
    if (this.protocol.session !== null) this.driver.feed({ type: 'start' });
    else if (session !== undefined)
      this.driver.feed({ type: 'start', session: { id: session.id, sequence: session.sequence, resumeUrl: session.resumeUrl ?? null } });
    else if (this.keeper === null) this.driver.feed({ type: 'start' });
    else void this.loadAndStart(this.keeper);
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
    this.route({ op: 3, d: PresenceData.toPayload(presence) }, commandText({ op: 3, d: PresenceData.toPayload(presence) }, this.id));
  }

  /** Beats now, out of turn. */
  heartbeat(): void {
    this.driver.feed({ type: 'heartbeat' });
  }

  /** Asks for members of a guild; they arrive as GUILD_MEMBERS_CHUNK dispatches. Resolves when the request was written. */
  async chunkGuild(guildId: string, options: RequestMembersOptions = {}): Promise<void> {
    const nonce = options.nonce === undefined ? {} : { nonce: options.nonce };
    for (const d of memberRequests(guildId, options, this.id)) await this.command({ op: 8, d: { ...d, ...nonce } });
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
    const payloads = memberRequests(guildId, options, this.id);
    for (const d of payloads) commandText({ op: 8, d: { ...d, nonce: 'x'.repeat(32) } }, this.id);
    const results = await Promise.all(payloads.map((payload) => this.members.ask(guildId, payload, options.nonce, options.signal)));
    return mergeResults(results);
  }

  /**
   * Gives up the connection and comes back: with `resume`, to the same session and nothing is lost; without, to a new one. Does nothing while the shard is
   * connecting.
   */
  reconnect(options: { readonly resume: boolean }): void {
    this.driver.feed({ type: 'reconnect', resume: options.resume });
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
    if (this.isLoading || this.startedAt === null) this.isLoading = false;
    this.startedAt ??= new Date(this.options.clock.wallMs());
    this.closing ??= makeClosing();
    const { promise } = this.closing;
    this.driver.feed({ type: 'close', code, reason });
    await promise;
    await this.keeper?.flush();
    return this.protocol.session;
  }

  /** Ends the session and closes: `await using shard = …`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** The wanted dispatches, one at a time. Connects on the first pull; ends after {@link Shard.close}; throws only `GatewayClosedError`. */
  [Symbol.asyncIterator](): AsyncIterableIterator<GatewayDispatchPayload, undefined> {
    return this.streams.openEvents(this.isShutDown);
  }

  /** Every message of the gateway as text, and every close. */
  messages(): AsyncIterableIterator<ShardMessage, undefined> {
    return this.streams.openMessages(this.isShutDown);
  }

  // --- Incoming ------------------------------------------------------------------------------------------------------------------------------

  private socketEvents(): ConstructorParameters<typeof ShardSocket>[0]['events'] {
    return {
      opened: () => this.driver.feed({ type: 'opened' }),
      message: (json) => this.reader.read(json),
      unreadable: (error) => this.unreadable('stream', error),
      pong: () => this.driver.feed({ type: 'pong' }),
      closed: (end) => this.driver.feed({ type: 'closed', end }),
      stalled: (bytesBuffered) => this.driver.feed({ type: 'stalled', bytesBuffered }),
    };
  }

  private readerSink(): MessageSink {
    return {
      control: (op, d) => this.driver.feed({ type: 'control', op, d }),
      dispatch: (packet, type, sequence) => this.dispatch(packet, type, sequence),
      isTextWanted: () => this.streams.hasMessages || this.listenerCount('message') > 0,
      isWanted: (type) => this.isWanted(type),
      skipped: (sequence) => this.pass(sequence),
      text: (text) => this.tellMessage(text),
      unreadable: (error) => this.unreadable('text', error),
    };
  }

  private isWanted(type: string): boolean {
    if (type === 'READY' || type === 'RESUMED') return true;
    if (this.members.isWaiting && (type === 'GUILD_MEMBERS_CHUNK' || type === 'RATE_LIMITED')) return true;
    return this.isSelected(type);
  }

  private isSelected(type: string): boolean {
    return this.options.events === undefined || this.options.events.has(type);
  }

  private pass(sequence: number): void {
    if (this.protocol.receive(sequence, this.options.clock.nowMs())) this.delivered();
  }

  private dispatch(packet: object, type: string, sequence: number): void {
    if (type === 'READY') return this.ready(packet as GatewayDispatchPayload, sequence);
    if (type === 'RESUMED') return this.resumed(packet as GatewayDispatchPayload, sequence);
    if (!this.protocol.receive(sequence, this.options.clock.nowMs())) return;
    this.deliver(packet as GatewayDispatchPayload, type);
    this.delivered();
  }

  private deliver(packet: GatewayDispatchPayload, type: string): void {
    if (this.members.isWaiting) this.tellMembers(packet, type);
    if (this.keeper !== null) this.trackGuilds(this.keeper, packet, type);
    if (!this.isSelected(type)) return;
    this.tell('dispatch', packet, this.protocol.stage === 'Resuming');
    this.streams.pushEvent(packet);
  }

  private delivered(): void {
    this.keeper?.note();
    const { gap } = this.protocol.sequences;
    if (gap === null) return;
    this.protocol.sequences.gap = null;
    this.tell('sequenceGap', { shardId: this.id, ...gap });
  }

  private ready(packet: GatewayDispatchPayload, sequence: number): void {
    const ids = readyIds(packet.d);
    this.keeper?.ready(ids);
    this.driver.feed({ type: 'ready', d: packet.d, sequence });
    this.tell('ready', { shardId: this.id, sessionId: this.protocol.session?.id ?? '', ...ids });
    this.members.newSession();
    this.deliver(packet, 'READY');
  }

  private resumed(packet: GatewayDispatchPayload, sequence: number): void {
    this.driver.feed({ type: 'resumed', sequence });
    this.deliver(packet, 'RESUMED');
    this.keeper?.note();
  }

  private tellMembers(packet: GatewayDispatchPayload, type: string): void {
    if (type === 'GUILD_MEMBERS_CHUNK') this.members.chunk(packet.d);
    else if (type === 'RATE_LIMITED') this.members.rateLimited(packet.d);
  }

  /** A later process must know an arrival from a join, so it is told which guilds this one had seen. */
  private trackGuilds(keeper: SessionKeeper, packet: GatewayDispatchPayload, type: string): void {
    if (type !== 'GUILD_CREATE' && type !== 'GUILD_DELETE') return;
    const d = packet.d as { readonly id?: unknown; readonly unavailable?: unknown } | null;
    if (typeof d?.id !== 'string') return;
    if (type === 'GUILD_CREATE') keeper.guildSeen(d.id);
    else if (d.unavailable !== true) keeper.guildLeft(d.id);
  }

  private unreadable(what: 'text' | 'stream', error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.warn(
      'MESSAGE_UNREADABLE',
      `A message of the gateway could not be read (${message}).`,
      'The shard reconnects and resumes by itself.',
      error,
    );
    this.driver.feed({ type: 'unreadable', what, message });
  }

  // --- What the protocol wants done ----------------------------------------------------------------------------------------------------------

  private perform(action: ShardAction): void {
    switch (action.type) {
      case 'connect':
        return this.socket.open(action.url);
      case 'send':
        return this.socket.send(action.text);
      case 'identify':
        return this.socket.send(this.identifyText(action.presence));
      case 'resume':
        return this.socket.send(this.resumeText(action.session));
      case 'ping':
        return this.socket.ping();
      case 'closeSocket':
        return this.socket.close(action.code, action.reason);
      case 'release':
        return this.socket.release(action.code, action.reason);
      case 'requestPermit':
        return this.permits.request();
      case 'withdrawPermit':
        return this.permits.withdraw();
      case 'permitSpent':
        return this.permits.spent();
      case 'permitReady':
        return this.permits.ready();
      case 'saveSession':
        return action.session === null ? this.keeper?.forget() : this.keeper?.note();
      case 'settle':
        return this.promises.settle(action.command);
      case 'stage':
        return this.tell('stage', action.event);
      case 'disconnect':
        return this.tellDisconnect(action.event);
      case 'sessionLost':
        return this.tell('sessionLost', action.event);
      case 'ready':
        return this.tell('debug', `shard ${this.id}: session ${action.sessionId ?? 'without id'} began`);
      case 'resumed':
        return this.tell('resumed', { shardId: this.id, replayed: action.replayed });
      case 'waitingForReady':
        return this.tell('waitingForReady', { shardId: this.id, waitedMs: action.waitedMs });
      case 'fail':
        return this.fail(action);
      case 'closed':
        return this.closed();
      case 'note':
        return this.tellNote(action.note);
      default:
        action satisfies never;
    }
  }

  private identifyText(presence: unknown): string {
    const { capabilities, id, identifyProperties, intents, largeThresholdMembers, token, total } = this.options;
    return JSON.stringify({
      op: 2,
      d: {
        token: token.reveal(),
        properties: identifyProperties,
        large_threshold: largeThresholdMembers,
        shard: [id, total],
        presence,
        intents,
        capabilities,
      },
    });
  }

  private resumeText(session: Session): string {
    return JSON.stringify({ op: 6, d: { token: this.options.token.reveal(), session_id: session.id, seq: session.sequence } });
  }

  private fail(action: ShardAction & { readonly type: 'fail' }): void {
    const error = fatalError(action, this.options);
    this.streams.finish(error);
    this.members.close(closedError(this.id));
    this.tell('failed', error);
  }

  private closed(): void {
    this.streams.finish(null);
    this.members.close(closedError(this.id));
    this.closing?.resolve();
    this.closing = null;
  }

  private deadline(): ShardInput {
    const { bytesReceived, bytesBuffered } = this.socket;
    return {
      type: 'deadline',
      wallMs: this.options.clock.wallMs(),
      bytesReceived,
      bytesBuffered,
      identifyBudgetLeft: this.options.identifyQueue.budgetLeft ?? 1,
    };
  }

  // --- Telling -------------------------------------------------------------------------------------------------------------------------------

  /** A listener that throws must not tear the shard out of the middle of its work. */
  private tell<Name extends keyof ShardEvents>(name: Name, ...event: Parameters<ShardEvents[Name]>): void {
    try {
      (this.emit as (name: Name, ...event: Parameters<ShardEvents[Name]>) => boolean).call(this, name, ...event);
    } catch (cause) {
      if (name !== 'warn') this.warn('LISTENER_THREW', `A listener of \`${name}\` threw.`, 'Mend that listener; the shard goes on.', cause);
      // A listener of `warn` that throws has nobody left to be told to.
    }
  }

  private warn(code: ConstructorParameters<typeof GatewayError>[0], what: string, cure: string, cause?: unknown): void {
    this.tellWarning(new GatewayError(code, { shardId: this.id, what, cure, cause }));
  }

  private tellWarning(error: AplombError): void {
    this.tell('warn', error);
  }

  private tellNote(note: ShardNote): void {
    const rule = noteCodes[note.kind];
    if (rule === undefined) return this.tell('debug', `shard ${this.id}: ${note.text}`);
    this.warn(rule.code, note.text, rule.cure);
  }

  private tellDisconnect(event: Parameters<ShardEvents['disconnect']>[0]): void {
    this.streams.pushMessage({ type: 'close', code: event.code, reason: event.reason });
    this.tell('disconnect', event);
  }

  private tellMessage(text: string): void {
    this.tell('message', text);
    this.streams.pushMessage({ type: 'text', text });
  }

  // --- Outgoing, streams, sessions -----------------------------------------------------------------------------------------------------------

  private route(command: GatewayCommand, text: string): Promise<void> {
    if (this.isShutDown) return Promise.reject(closedError(this.id));
    if (command.op === 3) {
      this.presenceWanted = command.d as GatewayPresenceUpdateData;
      this.driver.feed({ type: 'presence', text, payload: command.d });
      return Promise.resolve();
    }
    const guildId = command.op === 4 ? (command.d as { readonly guild_id?: unknown } | undefined)?.guild_id : undefined;
    if (typeof guildId !== 'string') return this.enqueue(text);
    const stays = (command.d as { readonly channel_id?: unknown }).channel_id !== null;
    this.driver.feed({ type: 'voiceState', guildId, text, stays });
    return Promise.resolve();
  }

  private enqueue(text: string): Promise<void> {
    const { id, promise } = this.promises.add();
    const expiresMs = this.options.clock.nowMs() + this.options.commandTimeoutMs;
    this.driver.feed({ type: 'command', command: { id, text, expiresMs } });
    return promise;
  }

  /** Reads no more while any consumer is at its limit. */
  private throttle(isFull: boolean): void {
    if (isFull) this.socket.pause();
    else this.socket.resume();
    this.driver.feed({ type: 'backpressure', isOn: isFull });
  }

  private pulled(): void {
    this.keeper?.note();
    if (!this.isShutDown) this.start();
  }

  private makeKeeper(): SessionKeeper | null {
    const { clock, fingerprint, id: shardId, sessionStore: store, total: shardTotal } = this.options;
    if (store === undefined) return null;
    const onWarn = (error: GatewayError): void => this.tellWarning(error);
    const delivered = (): { session: Session | null; resumeUrl: string | null } => ({
      session: this.deliveredSession(),
      resumeUrl: this.resumeUrl,
    });
    return new SessionKeeper({ clock, fingerprint, onWarn, shardId, shardTotal, store, delivered });
  }

  /** The session as far as the user has seen it: what still waits for a `for await` would be lost to a later process. */
  private deliveredSession(): Session | null {
    const { session } = this.protocol;
    if (session === null) return null;
    return { id: session.id, sequence: Math.min(session.sequence, this.streams.pulledSequence) };
  }

  private async loadAndStart(keeper: SessionKeeper): Promise<void> {
    this.isLoading = true;
    const stored = await keeper.load();
    if (!this.isLoading) return;
    this.isLoading = false;
    if (stored === null) return this.driver.feed({ type: 'start' });
    this.tell('restored', { shardId: this.id, session: stored });
    this.driver.feed({ type: 'start', session: { id: stored.id, sequence: stored.sequence, resumeUrl: stored.resumeUrl } });
  }
}

function protocolOptions(options: ResolvedShardOptions): ShardProtocolOptions {
  const {
    connectPacer: pacer,
    connectTimeoutMs,
    followsResumeUrl,
    helloTimeoutMs,
    id,
    presence,
    random,
    rateLimitCommands,
    resumedTimeoutMs,
    url,
  } = options;
  return {
    ...protocolDefaults,
    pacer,
    connectTimeoutMs,
    followsResumeUrl,
    helloTimeoutMs,
    id,
    presence,
    random,
    rateLimitCommands,
    resumedTimeoutMs,
    url,
  };
}

function makeClosing(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}

function closedError(shardId: number): GatewayError {
  return new GatewayError('SHARD_CLOSED', {
    shardId,
    what: `Shard ${shardId} is closed.`,
    cure: 'Start it first, or send to another shard.',
  });
}

function mergeResults(results: readonly MembersResult[]): MembersResult {
  return {
    members: results.flatMap(({ members }) => members),
    presences: results.flatMap(({ presences }) => presences),
    notFound: results.flatMap(({ notFound }) => notFound),
    isComplete: results.every(({ isComplete }) => isComplete),
  };
}

function readyIds(d: unknown): {
  readonly applicationId: string | null;
  readonly userId: string | null;
  readonly guildIds: readonly string[];
} {
  const { application, guilds, user } = (typeof d === 'object' && d !== null ? d : {}) as Record<string, unknown>;
  return {
    applicationId: idOf(application),
    userId: idOf(user),
    guildIds: Array.isArray(guilds) ? guilds.map(idOf).filter((id) => id !== null) : [],
  };
}

function idOf(value: unknown): string | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null;
  return typeof id === 'string' ? id : null;
}
