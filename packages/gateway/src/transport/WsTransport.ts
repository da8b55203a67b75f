import type { ConnectionEvents, ConnectRequest, GatewayConnection, GatewayTransport } from './GatewayTransport.js';
import { WsConnection } from './WsConnection.js';
import { resolveWsTransportOptions, type ResolvedWsTransportOptions, type WsTransportOptions } from './WsTransportOptions.js';

/**
 * Web sockets of our own: the default transport of every shard. It follows no redirect and asks for no extension; compression is the gateway's
 * own, see {@link FrameDecoder}.
 *
 * @example
 * ```ts
 * import { Shard, WsTransport } from '@aplomb/gateway';
 *
 * const transport = new WsTransport({ closeTimeoutMs: 500 });
 * const shard = new Shard({ id: 0, total: 1, token: process.env.DISCORD_TOKEN ?? '', intents: ['Guilds'], transport });
 * ```
 */
export class WsTransport implements GatewayTransport {
  private readonly options: ResolvedWsTransportOptions;

  /** @throws {@link OptionsError} `UNKNOWN_OPTION`, `INVALID_OPTION` */
  constructor(options: WsTransportOptions = {}) {
    this.options = resolveWsTransportOptions(options);
  }

  connect(request: ConnectRequest, events: ConnectionEvents): GatewayConnection {
    return new WsConnection(request.url, events, this.options);
  }
}
