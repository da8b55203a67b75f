import { refuseUnknownOptions } from '@aplomb/base';
import { FakeGatewayError } from '../gateway/FakeGatewayError.js';
import type { FrameSpec } from '../gateway/frames.js';
import type { Drip, Fragmentation } from '../gateway/FrameWriter.js';
import type { GatewayServer } from '../gateway/GatewayServer.js';
import { ConnectionFaults, type CloseOptions } from './ConnectionFaults.js';
import type { CloseWith, FaultRuleName, FaultRules, PlannedFault, RuleScope, UpgradeRefusal } from './FaultPlan.js';
import type { TriggerPoint } from './FaultTriggers.js';
import { requireCloseCode, requireNumber } from './checks.js';

/** A port on which nobody listens: connecting to it is refused at once. */
const DEAD_URL = 'ws://127.0.0.1:1';

/**
 * Everything that goes wrong at the gateway, on demand: a part of `discord.faults`.
 *
 * Three kinds: *deeds* strike the open connections of a shard now (`zombify(0)`); *rules* strike what comes next, once or `count` times, for any
 * shard or one (`closeAfterIdentify({ code: 4000 }, { count: 3 })`), and can be taken back; {@link Faults.when} does any deed at any moment of a
 * connection's life.
 *
 * @example
 * ```ts
 * import { FakeDiscord } from '@aplomb/fake-discord';
 *
 * await using discord = await FakeDiscord.start();
 * discord.faults.zombify(0); // heartbeats of shard 0 are no longer acknowledged
 * discord.faults.withholdHello({ count: 2 }); // the next two connections wait for HELLO in vain
 * discord.faults.when('READY', (connection) => connection.resetSocket());
 * ```
 */
export class Faults {
  private readonly server: GatewayServer;
  private originalResumeUrl: string | null = null;
  private port: { readonly port: number; readonly host: string } | null = null;

  constructor(server: GatewayServer) {
    this.server = server;
  }

  // Deeds: now, on the open connections of a shard. They throw `FAKE_SHARD_NOT_CONNECTED` when it has none.

  /** {@link ConnectionFaults.zombify} */
  zombify(shardId: number): void {
    this.on(shardId, (connection) => connection.zombify());
  }

  /** {@link ConnectionFaults.blackhole} */
  blackhole(shardId: number): void {
    this.on(shardId, (connection) => connection.blackhole());
  }

  /** {@link ConnectionFaults.mute} */
  mute(shardId: number): void {
    this.on(shardId, (connection) => connection.mute());
  }

  /** {@link ConnectionFaults.haltReading} */
  haltReading(shardId: number): void {
    this.on(shardId, (connection) => connection.haltReading());
  }

  /** {@link ConnectionFaults.resumeReading} */
  resumeReading(shardId: number): void {
    this.on(shardId, (connection) => connection.resumeReading());
  }

  /** {@link ConnectionFaults.dropSocket} */
  dropSocket(shardId: number): void {
    this.on(shardId, (connection) => connection.dropSocket());
  }

  /** {@link ConnectionFaults.resetSocket} */
  resetSocket(shardId: number): void {
    this.on(shardId, (connection) => connection.resetSocket());
  }

  /** {@link ConnectionFaults.close} */
  closeShard(shardId: number, code: number, options: CloseOptions | string = {}): void {
    this.on(shardId, (connection) => connection.close(code, typeof options === 'string' ? { reason: options } : options));
  }

  /** {@link ConnectionFaults.neverAnswerClose} */
  neverAnswerClose(shardId: number): void {
    this.on(shardId, (connection) => connection.neverAnswerClose());
  }

  /** {@link ConnectionFaults.reconnect} */
  reconnect(shardId: number): void {
    this.on(shardId, (connection) => connection.reconnect());
  }

  /** {@link ConnectionFaults.invalidateSession} */
  invalidateSession(shardId: number, resumable: unknown): void {
    this.on(shardId, (connection) => connection.invalidateSession(resumable));
  }

  /** {@link ConnectionFaults.requestHeartbeat} */
  requestHeartbeat(shardId: number): void {
    this.on(shardId, (connection) => connection.requestHeartbeat());
  }

  /** {@link ConnectionFaults.delayAcks} */
  delayAcks(shardId: number, ms: number): void {
    this.on(shardId, (connection) => connection.delayAcks(ms));
  }

  /** {@link ConnectionFaults.skipSequence} */
  skipSequence(shardId: number, count: number): void {
    this.on(shardId, (connection) => connection.skipSequence(count));
  }

  /** {@link ConnectionFaults.sendText} */
  sendText(shardId: number, text: string): void {
    this.on(shardId, (connection) => connection.sendText(text));
  }

  /** {@link ConnectionFaults.sendBinary} */
  sendBinary(shardId: number, bytes: Uint8Array): void {
    this.on(shardId, (connection) => connection.sendBinary(bytes));
  }

  /** {@link ConnectionFaults.rawFrame} */
  rawFrame(shardId: number, frame: Uint8Array | FrameSpec): void {
    this.on(shardId, (connection) => connection.rawFrame(frame));
  }

  /** {@link ConnectionFaults.zipBomb} */
  zipBomb(shardId: number, bytes: number): void {
    this.on(shardId, (connection) => connection.zipBomb(bytes));
  }

  /** {@link ConnectionFaults.corruptCompression} */
  corruptCompression(shardId: number, count = 1): void {
    this.on(shardId, (connection) => connection.corruptCompression(count));
  }

  /** {@link ConnectionFaults.withholdFlushSuffix} */
  withholdFlushSuffix(shardId: number, count = 1): void {
    this.on(shardId, (connection) => connection.withholdFlushSuffix(count));
  }

  /** {@link ConnectionFaults.sendPlain} */
  sendPlain(shardId: number, count = 1): void {
    this.on(shardId, (connection) => connection.sendPlain(count));
  }

  /** {@link ConnectionFaults.splitMessages} */
  splitMessages(shardId: number, bytes: number | null): void {
    this.on(shardId, (connection) => connection.splitMessages(bytes));
  }

  /** {@link ConnectionFaults.fragment} */
  fragment(shardId: number, how: Fragmentation | null = {}): void {
    this.on(shardId, (connection) => connection.fragment(how));
  }

  /** {@link ConnectionFaults.drip} */
  drip(shardId: number, pace: Drip | null): void {
    this.on(shardId, (connection) => connection.drip(pace));
  }

  // Rules: what comes next.

  /** The next upgrade is answered with this status. */
  refuseUpgrade(refusal: UpgradeRefusal, scope?: RuleScope): PlannedFault {
    refuseUnknownOptions('refuseUpgrade', refusal, ['status', 'headers', 'body']);
    requireNumber('status', refusal.status, 200);
    return this.plan('refuseUpgrade', refusal, scope);
  }

  /** The next upgrade is read and never answered. */
  hangUpgrade(scope?: RuleScope): PlannedFault {
    return this.plan('hangUpgrade', true, scope);
  }

  /** The next upgrade is met with an RST. */
  resetUpgrade(scope?: RuleScope): PlannedFault {
    return this.plan('resetUpgrade', true, scope);
  }

  /** The next `101` and its HELLO leave in one write. */
  helloInUpgradeSegment(scope?: RuleScope): PlannedFault {
    return this.plan('helloInUpgradeSegment', true, scope);
  }

  /** The next HELLO comes late. */
  helloDelayMs(ms: number, scope?: RuleScope): PlannedFault {
    requireNumber('ms', ms, 0);
    return this.plan('helloDelayMs', ms, scope);
  }

  /** The next HELLO never comes. */
  withholdHello(scope?: RuleScope): PlannedFault {
    return this.plan('withholdHello', true, scope);
  }

  /** This comes instead of the next HELLO. */
  firstFrame(frame: { readonly op: number; readonly d?: unknown }, scope?: RuleScope): PlannedFault {
    refuseUnknownOptions('firstFrame', frame, ['op', 'd']);
    requireNumber('op', frame.op, 0);
    return this.plan('firstFrame', { op: frame.op, d: frame.d ?? null }, scope);
  }

  /** The next HELLO names this interval, of whatever type. */
  heartbeatInterval(value: unknown, scope?: RuleScope): PlannedFault {
    return this.plan('heartbeatInterval', value, scope);
  }

  /** The next READY, and all after it, is held back; for ever unless told how long. */
  withholdReady(scope?: RuleScope & { readonly forMs?: number }): PlannedFault {
    const { forMs = Infinity, ...rest } = scope ?? {};
    requireNumber('forMs', forMs, 0);
    return this.plan('withholdReadyMs', forMs, rest);
  }

  /** The next replay, RESUMED and all after it, is held back; for ever unless told how long. */
  withholdResumed(scope?: RuleScope & { readonly forMs?: number }): PlannedFault {
    const { forMs = Infinity, ...rest } = scope ?? {};
    requireNumber('forMs', forMs, 0);
    return this.plan('withholdResumedMs', forMs, rest);
  }

  /** The next READY has these fields; `undefined` leaves one out. */
  readyWith(fields: Readonly<Record<string, unknown>>, scope?: RuleScope): PlannedFault {
    return this.plan('readyWith', fields, scope);
  }

  /** The next IDENTIFY is answered by closing. */
  closeAfterIdentify(close: CloseWith, scope?: RuleScope): PlannedFault {
    return this.plan('closeAfterIdentify', checkedClose(close), scope);
  }

  /** The next RESUME is answered by closing. */
  closeAfterResume(close: CloseWith, scope?: RuleScope): PlannedFault {
    return this.plan('closeAfterResume', checkedClose(close), scope);
  }

  /** The next IDENTIFY is answered with op 9 and this `d`. A storm of it: `{ count: Infinity }`. */
  invalidateAfterIdentify(resumable: unknown = false, scope?: RuleScope): PlannedFault {
    return this.plan('invalidateAfterIdentify', resumable, scope);
  }

  /** The next RESUME is answered with op 9 and this `d`. */
  invalidateAfterResume(resumable: unknown = false, scope?: RuleScope): PlannedFault {
    return this.plan('invalidateAfterResume', resumable, scope);
  }

  /** The next RESUME is answered with op 7. */
  reconnectAfterResume(scope?: RuleScope): PlannedFault {
    return this.plan('reconnectAfterResume', true, scope);
  }

  /** The next replay starts so many dispatches too early. */
  replayEarlier(dispatches: number, scope?: RuleScope): PlannedFault {
    requireNumber('dispatches', dispatches, 1);
    return this.plan('replayEarlier', dispatches, scope);
  }

  /** The next request for members gets no answer. */
  ignoreMemberRequests(scope?: RuleScope): PlannedFault {
    return this.plan('ignoreMemberRequests', true, scope);
  }

  /** The next request for members gets only its first chunks. */
  partialChunks(chunks: number, scope?: RuleScope): PlannedFault {
    requireNumber('chunks', chunks, 0);
    return this.plan('partialChunks', chunks, scope);
  }

  /** The next connections that identify or resume are {@link ConnectionFaults.zombify | zombies} from then on. */
  zombifyNext(scope?: RuleScope): PlannedFault {
    return this.plan('zombify', true, scope);
  }

  /** Does anything to a connection at a moment of its life: when it opens, after its nth payload, after HELLO, an ACK or a dispatch. */
  when(at: TriggerPoint, deed: (connection: ConnectionFaults) => void, scope: RuleScope = {}): PlannedFault {
    checkScope(scope);
    return this.server.triggers.add(
      at,
      (connection) => {
        deed(new ConnectionFaults(connection));
      },
      scope,
    );
  }

  // The server as a whole.

  /** READY tells this URL to resume at from now on, until {@link Faults.clear}. */
  resumeUrl(url: string): void {
    this.originalResumeUrl ??= this.server.state.resumeUrl;
    this.server.state.resumeUrl = url;
  }

  /** READY tells a URL to resume at where connecting is refused. */
  deadResumeUrl(): void {
    this.resumeUrl(DEAD_URL);
  }

  /** Cuts every connection and refuses new ones, REST's included, until {@link Faults.up}. Sessions stay. */
  async down(): Promise<void> {
    const http = this.listener();
    const address = http.address();
    if (address === null || typeof address === 'string') return;
    this.port = { port: address.port, host: address.address };
    const closed = new Promise<void>((resolve) => {
      http.close(() => {
        resolve();
      });
    });
    this.server.cutAll();
    http.closeAllConnections();
    await closed;
  }

  /** Listens again where it listened before {@link Faults.down}. */
  async up(): Promise<void> {
    const { port } = this;
    if (port === null) return;
    this.port = null;
    await new Promise<void>((resolve) => {
      this.listener().listen(port.port, port.host, resolve);
    });
  }

  /** Takes back all rules and hooks that have not struck. Deeds that were done stay done. */
  clear(): void {
    this.server.state.faults.clear();
    this.server.triggers.clear();
    if (this.originalResumeUrl !== null) this.server.state.resumeUrl = this.originalResumeUrl;
    this.originalResumeUrl = null;
  }

  /** Everything that can be done to the open connections of a shard. */
  shard(shardId: number): readonly ConnectionFaults[] {
    return this.server.connectionsOf(shardId).map((connection) => new ConnectionFaults(connection));
  }

  private on(shardId: number, deed: (connection: ConnectionFaults) => void): void {
    const connections = this.shard(shardId);
    if (connections.length === 0) throw this.notConnected(shardId);
    for (const connection of connections) deed(connection);
  }

  private notConnected(shardId: number): FakeGatewayError {
    const ids = [...new Set(this.server.connections.flatMap((connection) => connection.shardId ?? []))];
    return new FakeGatewayError('FAKE_SHARD_NOT_CONNECTED', {
      what: `Shard ${shardId} has no open connection; connected are: ${ids.length === 0 ? 'none' : ids.join(', ')}.`,
      cure: 'Wait for it (`gateway.until`), or plan the fault with `when`.',
    });
  }

  private plan<Name extends FaultRuleName>(name: Name, value: FaultRules[Name], scope: RuleScope = {}): PlannedFault {
    checkScope(scope);
    return this.server.state.faults.plan(name, value, scope);
  }

  private listener(): NonNullable<GatewayServer['httpServer']> {
    const http = this.server.httpServer;
    if (http === null) {
      throw new FakeGatewayError('FAKE_NOT_LISTENING', { what: 'The fake gateway has no HTTP server.', cure: 'Call `attach` first.' });
    }
    return http;
  }
}

function checkScope(scope: RuleScope): void {
  refuseUnknownOptions('A fault', scope, ['count', 'shardId']);
  requireNumber('count', scope.count ?? 1, 1);
}

function checkedClose(close: CloseWith): CloseWith {
  refuseUnknownOptions('A close', close, ['code', 'reason']);
  requireCloseCode(close.code);
  return close;
}
