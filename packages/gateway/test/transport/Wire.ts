import { Socket } from 'node:net';
import type { GatewayConnection } from '../../src/transport/GatewayTransport.js';
import { WsTransport } from '../../src/transport/WsTransport.js';
import type { WsTransportOptions } from '../../src/transport/WsTransportOptions.js';
import { RawServer, switchingProtocols } from './RawServer.js';
import { Witness } from './Witness.js';

/** The servers and connections of a test. */
export class Wire {
  private readonly servers: RawServer[] = [];
  private readonly connections: GatewayConnection[] = [];

  async serve(onRequest: (socket: Socket, head: string) => void, options: { readonly isSecure?: boolean } = {}): Promise<RawServer> {
    const server = await RawServer.start(onRequest, options);
    this.servers.push(server);
    return server;
  }

  connect(url: string, options: WsTransportOptions = {}): { connection: GatewayConnection; witness: Witness } {
    const witness = new Witness();
    const connection = new WsTransport(options).connect({ url }, witness);
    this.connections.push(connection);
    return { connection, witness };
  }

  /** A server that upgrades and then sends these bytes; resolves with the server's end of the connection once the client has opened. */
  async open(bytes: Buffer = Buffer.alloc(0), options: WsTransportOptions = {}, server: { readonly isSecure?: boolean } = {}) {
    const accepted: Socket[] = [];
    const { url } = await this.serve((socket, head) => {
      accepted.push(socket);
      socket.write(Buffer.concat([switchingProtocols(head), bytes]));
    }, server);
    const client = this.connect(url, options);
    await client.witness.seen(1);
    const [socket = new Socket()] = accepted;
    return { ...client, socket };
  }

  async close(): Promise<void> {
    for (const connection of this.connections.splice(0)) connection.release(1000);
    await Promise.all(this.servers.splice(0).map((server) => server.close()));
  }
}
