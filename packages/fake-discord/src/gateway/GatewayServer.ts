import { systemClock, type Clock } from '@aplomb/base';
import type { IncomingMessage, Server } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { Faults } from '../faults/Faults.js';
import { FaultTriggers } from '../faults/FaultTriggers.js';
import { Signal } from '../Signal.js';
import { supportedCompressions, type Compression } from './Compressor.js';
import { FactWaits, type UntilOptions } from './FactWaits.js';
import { FakeGatewayError } from './FakeGatewayError.js';
import { GatewayConnection } from './GatewayConnection.js';
import type { GatewayJournal } from './GatewayJournal.js';
import type { GatewaySession } from './GatewaySession.js';
import { GatewayState, type DispatchTarget, type GatewayStateOptions } from './GatewayState.js';
import type { WorldEvent } from './GatewayWorld.js';
import type { StartLimit } from './IdentifyLimits.js';
import { refuseUpgrade } from './refuseUpgrade.js';
import type { ForwardAction, SendAction } from './SessionAction.js';
import { SessionMachine } from './SessionMachine.js';

/** Bigger messages than any client may send are cut off by `ws` before the gateway can punish them. */
const MOST_READ_BYTES = 1 << 20;

export type { UntilOptions } from './FactWaits.js';

/** A payload that was written to a connection. */
export interface SentPayload {
  readonly action: SendAction;
  readonly connection: GatewayConnection;
}

/** {@link GatewayStateOptions}, and the clock. */
export interface GatewayServerOptions extends GatewayStateOptions {
  /**
   * Measures every time of the gateway.
   *
   * @defaultValue the clock of this process
   */
  readonly clock?: Clock;
}

/**
 * Discord's gateway on a socket of this machine: {@link SessionMachine}s joined to WebSockets. Give it an HTTP server, tell it what happens in
 * the world, and read what bots did.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 * import { GatewayServer, StillWorld } from '@aplomb/fake-discord';
 *
 * const http = createServer();
 * const gateway = new GatewayServer({ token: 'a-token', world: new StillWorld() });
 * gateway.attach(http);
 * http.listen(0, '127.0.0.1', () => console.log(gateway.url));
 * await gateway.until(() => gateway.journal.counts.identify === 1);
 * await gateway.close();
 * http.close();
 * ```
 */
export class GatewayServer {
  /** What goes wrong, on demand. */
  readonly faults: Faults;
  /** Sessions, limits and rules: all that is not a socket. */
  readonly state: GatewayState;
  /** Everything that is sent, after it was. */
  readonly sent = new Signal<SentPayload>();
  /** Hooks that strike when a certain payload has been sent. */
  readonly triggers = new FaultTriggers();
  private readonly clock: Clock;
  private readonly followsListener: boolean;
  private readonly webSockets: WebSocketServer;
  private readonly live = new Map<number, GatewayConnection>();
  private readonly sockets = new Set<Socket>();
  private readonly waits: FactWaits;
  private http: Server | null = null;
  private dispatched = 0;

  constructor({ clock = systemClock, ...options }: GatewayServerOptions) {
    this.clock = clock;
    this.state = new GatewayState(options);
    this.waits = new FactWaits(this.state.journal, clock);
    this.followsListener = options.resumeUrl === undefined;
    this.faults = new Faults(this);
    this.webSockets = new WebSocketServer({
      noServer: true,
      autoPong: false,
      clientTracking: false,
      maxPayload: MOST_READ_BYTES,
      perMessageDeflate: false,
    });
  }

  /** Where clients connect, without the query. */
  get url(): string {
    const address = this.http?.address() ?? null;
    if (address === null || typeof address === 'string') {
      throw new FakeGatewayError('FAKE_NOT_LISTENING', {
        what: 'The fake gateway has no port.',
        cure: 'Attach it to an HTTP server that listens.',
      });
    }
    return `ws://127.0.0.1:${address.port}`;
  }

  /** The HTTP server that it is attached to, or `null`. */
  get httpServer(): Server | null {
    return this.http;
  }

  /** Everything that bots did, with instants of the clock. */
  get journal(): GatewayJournal {
    return this.state.journal;
  }

  /** The connections on which Discord and a client still talk. */
  get connections(): readonly GatewayConnection[] {
    return [...this.live.values()].filter((connection) => !connection.machine.isClosed);
  }

  /** The sessions that live or can still be resumed. */
  get sessions(): readonly GatewaySession[] {
    this.state.sessions.sweep(this.clock.nowMs());
    return [...this.state.sessions.all];
  }

  /** What `GET /gateway/bot` tells of IDENTIFYs. */
  get startLimit(): StartLimit {
    return this.state.limits.at(this.clock.nowMs());
  }

  /** The open connections of a shard, of every layout. */
  connectionsOf(shardId: number): readonly GatewayConnection[] {
    return this.connections.filter((connection) => connection.shardId === shardId);
  }

  /** Takes over the upgrades of an HTTP server. Its port becomes the URL that READY tells to resume at, unless `resumeUrl` was given. */
  attach(server: Server): void {
    this.http = server;
    server.on('upgrade', this.onUpgrade);
    server.on('listening', this.onListening);
    if (server.listening) this.onListening();
  }

  /** Answers one upgrade. {@link GatewayServer.attach} does it for a whole server. */
  handleUpgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
    this.track(socket);
    const { faults } = this.state;
    if (faults.take('hangUpgrade', null) !== undefined) return;
    if (faults.take('resetUpgrade', null) !== undefined) return void socket.resetAndDestroy();
    const query = new URLSearchParams(request.url?.split('?')[1]);
    const refusal = faults.take('refuseUpgrade', null) ?? whatIsNotSpoken(query);
    if (refusal !== null) return refuseUpgrade(socket, refusal);
    const inOneWrite = faults.take('helloInUpgradeSegment', null) !== undefined;
    if (inOneWrite) socket.cork();
    this.webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      this.open(webSocket, socket, query);
    });
    if (inOneWrite) socket.uncork();
  }

  /** Tells every session that may hear of it. */
  publish(event: WorldEvent): void {
    for (const action of this.state.publish(event, this.clock.nowMs())) this.forward(action);
  }

  /**
   * Sends a dispatch of any name and content, whatever intents and guilds the sessions have. A function as `d` is called with the running
   * number of the dispatch, which is also what this returns: so a test numbers what it sends and sees what is lost or comes twice.
   */
  sendDispatch(t: string, d: unknown, target: DispatchTarget = {}): number {
    this.dispatched += 1;
    const payload: unknown = typeof d === 'function' ? (d as (count: number) => unknown)(this.dispatched) : d;
    this.sendDispatchJson(t, JSON.stringify(payload ?? null), target);
    return this.dispatched;
  }

  /** The same with the text of `d`, for benchmarks that make it once. */
  sendDispatchJson(t: string, json: string, target: DispatchTarget = {}): void {
    for (const action of this.state.dispatch(t, json, target, this.clock.nowMs())) this.forward(action);
  }

  /**
   * Resolves with what `find` returns as soon as that is neither `undefined`, `null` nor `false`; it is asked again after everything that happens.
   *
   * @throws {@link FakeGatewayError} `FAKE_WAIT_EXPIRED` when it never does, or the gateway is closed.
   */
  async until<T>(find: () => T, options: UntilOptions = {}): Promise<NonNullable<T>> {
    return this.waits.until(find, options);
  }

  /** Cuts every connection with an RST, as a machine that crashes does. Sessions stay. */
  cutAll(): void {
    for (const connection of this.live.values()) connection.reset();
    for (const socket of this.sockets) socket.destroy();
  }

  /** Frees every socket and timer. The HTTP server is its owner's. */
  async close(): Promise<void> {
    this.http?.off('upgrade', this.onUpgrade);
    this.http?.off('listening', this.onListening);
    for (const connection of this.live.values()) connection.destroy();
    for (const socket of this.sockets) socket.destroy();
    this.waits.close();
    this.webSockets.close();
    return Promise.resolve();
  }

  private readonly onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // What an HTTP server of Node hands over always is one; its type does not say so.
    if (socket instanceof Socket) this.handleUpgrade(request, socket, head);
    else socket.destroy();
  };

  private readonly onListening = (): void => {
    if (this.followsListener) this.state.resumeUrl = this.url;
  };

  private track(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    // Without a listener the reset of a connection that is not yet a WebSocket would end the process.
    socket.on('error', () => undefined);
  }

  private open(webSocket: WebSocket, socket: Socket, query: URLSearchParams): void {
    const compression = (query.get('compress') ?? 'none') as Compression;
    const request = { version: Number(query.get('v') ?? Number.NaN), isStreamCompressed: compression !== 'none' };
    socket.setNoDelay(true);
    const connection = new GatewayConnection({
      clock: this.clock,
      compression,
      machine: new SessionMachine(this.state, request),
      socket,
      webSocket,
      forward: (action) => {
        this.forward(action);
      },
      sent: (sender, action) => {
        this.sent.tell({ action, connection: sender });
        this.triggers.sent(sender, action);
      },
      gone: (gone) => {
        this.live.delete(gone.id);
      },
    });
    this.live.set(connection.id, connection);
    this.triggers.opened(connection);
    connection.feed({ type: 'opened' });
  }

  private forward({ to, action }: ForwardAction): void {
    this.live.get(to)?.perform(action);
  }
}

/** What this gateway cannot do is said in the answer to the upgrade, never met with silence. */
function whatIsNotSpoken(query: URLSearchParams): { readonly status: number; readonly body: string } | null {
  const encoding = query.get('encoding') ?? 'json';
  if (encoding !== 'json')
    return { status: 501, body: `FAKE_NOT_SIMULATED: the fake gateway does not speak encoding=${encoding}. Use encoding=json.\n` };
  const compress = query.get('compress');
  const known = supportedCompressions();
  if (compress === null || known.some((name) => name === compress)) return null;
  return { status: 501, body: `FAKE_NOT_SIMULATED: the fake gateway cannot do compress=${compress} here. Use ${known.join(', ')}.\n` };
}
