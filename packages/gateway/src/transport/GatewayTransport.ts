/** What a connection attempt needs to know. Its deadline is the shard's affair: the transport itself never gives up. */
export interface ConnectRequest {
  /** The whole URL with its query, `wss://` or `ws://`. */
  readonly url: string;
}

/** Why a connection ended, as far as the transport can tell. */
export type ConnectionEnd =
  /** The upgrade never succeeded. `status` only with `bad-status`; `retryAfterMs` where the server asked for it. */
  | {
      readonly type: 'connect-failed';
      readonly reason: 'refused' | 'dns' | 'tls' | 'timed-out' | 'bad-status' | 'other';
      readonly message: string;
      readonly status?: number;
      readonly retryAfterMs?: number;
    }
  /** A close frame came. `code` is 1005 when it carried none. */
  | { readonly type: 'close-frame'; readonly code: number; readonly reason: string }
  /** The socket ended or broke without a close frame (FIN, RST, what web socket libraries call 1006). */
  | { readonly type: 'dropped'; readonly message: string }
  /** The peer broke the web socket protocol (reserved bits, invalid UTF-8, a frame beyond the size limit). */
  | { readonly type: 'protocol-error'; readonly message: string };

/** Where a connection reports to. Every call is synchronous and in the order of the wire. After `closed` nothing more comes. */
export interface ConnectionEvents {
  opened(): void;
  /** One whole web socket message. The bytes are valid only during the call. */
  message(bytes: Buffer, isBinary: boolean): void;
  /** The answer to {@link GatewayConnection.ping}. */
  pong(): void;
  /** The one end. The received close code decides, whatever happens to the socket afterwards. */
  closed(end: ConnectionEnd): void;
}

/** One connection. All methods are safe at any moment, also after the end, and never throw. */
export interface GatewayConnection {
  /** Bytes read from the socket so far, part frames included. */
  readonly bytesReceived: number;
  /** Bytes written by us that the network has not taken yet. */
  readonly bytesBuffered: number;
  /** Writes one text message. */
  send(text: string): void;
  /** Sends a web socket ping, which costs nothing of Discord's command budget. */
  ping(): void;
  /** Sends a close frame and goes on reporting: what was on its way still comes, then `closed`. For the last close of a shard; `release` ends the wait. */
  close(code: number, reason?: string): void;
  /**
   * Lets the connection go: a close frame with `code`, at most a second for the handshake, then the socket is destroyed. Nothing is reported
   * any more, and nothing waits for it.
   */
  release(code: number, reason?: string): void;
  /** Stops reading from the socket (back-pressure). */
  pause(): void;
  /** Reads again. */
  resume(): void;
}

/** How a shard gets a web socket. The default is {@link WsTransport}; a transport in a worker thread or on an in-memory pair fits as well. */
export interface GatewayTransport {
  /** Begins to connect and returns at once; nothing is reported before it has returned. */
  connect(request: ConnectRequest, events: ConnectionEvents): GatewayConnection;
}
