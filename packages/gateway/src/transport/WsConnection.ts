import type { CancelTimer } from '@aplomb/base';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocket, type ClientOptions } from 'ws';
import { fitReason, isSendableCode, onCloseFrame } from './closeFrame.js';
import { badStatus, connectFailure } from './connectFailure.js';
import type { ConnectionEnd, ConnectionEvents, GatewayConnection } from './GatewayTransport.js';
import type { ResolvedWsTransportOptions } from './WsTransportOptions.js';

/**
 * One web socket.
 *
 * It reports until its one end, which is either told (`closed`) or made (`release`). From then on it is deaf: its listeners stay and do nothing. They must
 * stay, because `ws` emits `error` when a socket is terminated while it connects, and an `error` that nobody hears ends the process.
 *
 * An end is told when it is known, not when TCP has ended: a peer that vanished or that leaves TCP open may take minutes for that.
 */
export class WsConnection implements GatewayConnection {
  private readonly events: ConnectionEvents;
  private readonly options: ResolvedWsTransportOptions;
  private readonly ws: WebSocket | null;
  private socket: Socket | null = null;
  private messageBytes = 0;
  private isOpened = false;
  private isPaused = false;
  private isDeaf = false;
  private cancelDestroy: CancelTimer | null = null;

  constructor(url: string, events: ConnectionEvents, options: ResolvedWsTransportOptions) {
    this.events = events;
    this.options = options;
    this.ws = this.open(url);
    if (this.ws !== null) this.listen(this.ws);
  }

  get bytesReceived(): number {
    // An agent of the user's own may bring a stream that does not count.
    return this.socket?.bytesRead ?? this.messageBytes;
  }

  get bytesBuffered(): number {
    return this.ws?.bufferedAmount ?? 0;
  }

  send(text: string): void {
    if (this.ws?.readyState === WebSocket.OPEN) this.ws.send(text);
  }

  ping(): void {
    if (this.ws?.readyState === WebSocket.OPEN) this.ws.ping();
  }

  close(code: number, reason = ''): void {
    if (this.ws === null || this.ws.readyState > WebSocket.OPEN) return;
    // Without a frame that could carry it, the end itself is all that can be said.
    if (isSendableCode(code)) this.ws.close(code, fitReason(reason));
    else this.ws.terminate();
    this.destroyLater();
  }

  release(code: number, reason = ''): void {
    if (this.isDeaf) return;
    this.isDeaf = true;
    if (this.ws?.readyState === WebSocket.OPEN) this.close(code, reason);
    else this.ws?.terminate();
  }

  pause(): void {
    this.isPaused = true;
    this.ws?.pause();
  }

  resume(): void {
    this.isPaused = false;
    this.ws?.resume();
  }

  private open(url: string): WebSocket | null {
    try {
      return new WebSocket(url, webSocketOptions(this.options));
    } catch (error) {
      // A URL or header that cannot be: told like any other failure, and not before connect() has returned.
      queueMicrotask(() => {
        this.end(connectFailure(error as Error));
      });
      return null;
    }
  }

  private listen(ws: WebSocket): void {
    ws.on('upgrade', (response) => {
      this.watchSocket(ws, response.socket);
    });
    ws.on('open', () => {
      this.onOpen(ws);
    });
    ws.on('message', (data, isBinary) => {
      this.onMessage(data as Buffer, isBinary);
    });
    ws.on('pong', () => {
      if (!this.isDeaf) this.events.pong();
    });
    ws.on('unexpected-response', (_request, response: IncomingMessage) => {
      this.end(badStatus(response, this.options.clock.wallMs()));
      ws.terminate();
    });
    ws.on('error', (error) => {
      this.onError(ws, error);
    });
    ws.on('close', (code, reason) => {
      this.onClose(code, reason);
    });
  }

  /** `ws` keeps a socket's own error and its FIN to itself until TCP has ended both ways. */
  private watchSocket(ws: WebSocket, socket: Socket): void {
    this.socket = socket;
    socket.on('error', (error) => {
      this.onError(ws, error);
    });
    socket.on('end', () => {
      this.end({ type: 'dropped', message: 'the peer ended the connection without a close frame' });
      ws.terminate();
    });
  }

  private onOpen(ws: WebSocket): void {
    this.isOpened = true;
    if (this.isPaused) ws.pause();
    onCloseFrame(ws, (code, reason) => {
      this.end({ type: 'close-frame', code, reason: reason.toString() });
      this.destroyLater();
    });
    if (!this.isDeaf) this.events.opened();
  }

  private onMessage(bytes: Buffer, isBinary: boolean): void {
    this.messageBytes += bytes.length;
    if (!this.isDeaf) this.events.message(bytes, isBinary);
  }

  /** `ws` names what it finds wrong in frames `WS_ERR_…`; its close frame is out by now, and nothing that follows can be read. */
  private onError(ws: WebSocket, error: Error): void {
    if (!this.isOpened) {
      this.end(connectFailure(error));
      return;
    }
    const isViolation = 'code' in error && String(error.code).startsWith('WS_ERR_');
    this.end({ type: isViolation ? 'protocol-error' : 'dropped', message: error.message });
    ws.terminate();
  }

  private onClose(code: number, reason: Buffer): void {
    this.cancelDestroy?.();
    if (code === 1006) this.end({ type: 'dropped', message: 'the connection ended without a close frame' });
    else this.end({ type: 'close-frame', code, reason: reason.toString() });
  }

  private destroyLater(): void {
    this.cancelDestroy ??= this.options.clock.after(this.options.closeTimeoutMs, () => {
      this.ws?.terminate();
    });
  }

  private end(end: ConnectionEnd): void {
    if (this.isDeaf) return;
    this.isDeaf = true;
    this.events.closed(end);
  }
}

/** `closeTimeout` is younger than the types of `ws`, and `lookup` is passed on to `net.connect`. */
type Options = ClientOptions & Pick<ResolvedWsTransportOptions, 'lookup'> & { readonly closeTimeout: number };

function webSocketOptions(options: ResolvedWsTransportOptions): Options {
  return {
    agent: options.agent,
    closeTimeout: options.closeTimeoutMs,
    createConnection: options.createConnection as ClientOptions['createConnection'],
    followRedirects: false,
    headers: { ...options.headers },
    lookup: options.lookup,
    maxPayload: options.maxPayloadBytes,
    perMessageDeflate: false,
  };
}
