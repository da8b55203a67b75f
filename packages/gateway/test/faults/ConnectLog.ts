import type { Clock } from '@aplomb/base';
import type { ConnectionEvents, ConnectRequest, GatewayConnection, GatewayTransport } from '../../src/transport/GatewayTransport.js';

/** A transport that writes down every connect and hands it on. */
export class ConnectLog implements GatewayTransport {
  readonly list: { readonly url: string; readonly atMs: number }[] = [];
  private readonly connections: GatewayConnection[] = [];
  private readonly transport: GatewayTransport;
  private readonly clock: Clock;

  constructor(transport: GatewayTransport, clock: Clock) {
    this.transport = transport;
    this.clock = clock;
  }

  get count(): number {
    return this.list.length;
  }

  /** What was read on all connections. */
  get bytesReceived(): number {
    return this.connections.reduce((sum, { bytesReceived }) => sum + bytesReceived, 0);
  }

  /** The hosts that were asked, in order. */
  get hosts(): readonly string[] {
    return this.list.map(({ url }) => new URL(url).host);
  }

  connect(request: ConnectRequest, events: ConnectionEvents): GatewayConnection {
    this.list.push({ url: request.url, atMs: this.clock.nowMs() });
    const connection = this.transport.connect(request, events);
    this.connections.push(connection);
    return connection;
  }
}
