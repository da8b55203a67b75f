import type { ConnectionEnd, ConnectionEvents, ConnectRequest, GatewayConnection, GatewayTransport } from '@aplomb/gateway';
import type { EventLoop } from './EventLoop.js';
import type { SeededRandom } from './SeededRandom.js';
import { SimConnection } from './SimConnection.js';
import type { SimProcess } from './SimProcess.js';
import type { SimServer } from './SimServer.js';

/** How a connect can fail, or `hang`: no answer at all. */
export type ConnectTrouble = 'refused' | 'dns' | 'tls' | 'bad-status' | 'reset' | 'hang';

/** What a {@link SimNetwork} is made of. */
export interface SimNetworkOptions {
  readonly loop: EventLoop;
  readonly random: SeededRandom;
  readonly server: SimServer;
  /** One way, in milliseconds. */
  readonly latencyMs: number;
  /** What is added to the latency of each message, at most. */
  readonly jitterMs: number;
}

/** What lies between the bot and Discord: hosts that can be down, and connections that can break in every way. */
export class SimNetwork {
  readonly options: SimNetworkOptions;
  /** Connects that were begun, with their instants. */
  readonly connects: { readonly atMs: number; readonly host: string }[] = [];
  /** Connections that are not over on the client's side. */
  readonly live = new Set<SimConnection>();
  /** A middlebox forgets a flow after so long without a byte either way. */
  forgetsIdleAfterMs = Infinity;
  /** Hears of every connect. */
  onConnect: ((connection: SimConnection) => void) | null = null;
  private readonly troubles = new Map<string, { readonly trouble: ConnectTrouble; readonly untilMs: number }>();
  private readonly nextConnects: ConnectTrouble[] = [];

  constructor(options: SimNetworkOptions) {
    this.options = options;
  }

  /** A transport for that process. `owner` names whose connections they are. */
  transportFor(process: SimProcess, owner: string): GatewayTransport {
    return {
      connect: (request: ConnectRequest, events: ConnectionEvents): GatewayConnection => this.connect(request, events, process, owner),
    };
  }

  /** The present connections of an owner. */
  connectionsOf(owner: string): readonly SimConnection[] {
    return [...this.live].filter((connection) => connection.owner === owner);
  }

  /** Until then connects to hosts with that in their names (`''`: all) end like this. */
  trouble(host: string, trouble: ConnectTrouble, durationMs: number): void {
    this.troubles.set(host, { trouble, untilMs: this.options.loop.nowMs() + durationMs });
  }

  /** The next connects end like this, whatever their host. */
  troubleNext(...troubles: readonly ConnectTrouble[]): void {
    this.nextConnects.push(...troubles);
  }

  /** Resets every connection, as a machine that crashes does. */
  cutAll(): void {
    for (const connection of [...this.live]) connection.reset();
  }

  private connect({ url }: ConnectRequest, events: ConnectionEvents, process: SimProcess, owner: string): SimConnection {
    const { hostname } = new URL(url);
    this.connects.push({ atMs: this.options.loop.nowMs(), host: hostname });
    const connection = new SimConnection(this, { events, process, owner });
    this.live.add(connection);
    this.onConnect?.(connection);
    const trouble = this.nextConnects.shift() ?? this.troubleOf(hostname);
    if (trouble === null) connection.openSoon();
    else if (trouble !== 'hang') connection.failSoon(failureOf(trouble));
    return connection;
  }

  private troubleOf(hostname: string): ConnectTrouble | null {
    for (const [host, { trouble, untilMs }] of this.troubles) {
      if (hostname.includes(host) && this.options.loop.nowMs() < untilMs) return trouble;
    }
    return null;
  }
}

function failureOf(trouble: Exclude<ConnectTrouble, 'hang'>): ConnectionEnd {
  const reason = trouble === 'reset' ? 'other' : trouble;
  return { type: 'connect-failed', reason, message: `simulated: ${trouble}`, ...(trouble === 'bad-status' ? { status: 520 } : {}) };
}
