import { drive, type CancelTimer, type Clock, type Driver } from '@aplomb/base';
import type { Socket } from 'node:net';
import type { RawData, WebSocket } from 'ws';
import type { Compression } from './Compressor.js';
import { FrameOpcode, closePayload } from './frames.js';
import { FrameWriter } from './FrameWriter.js';
import type { CloseAction, ForwardAction, SendAction, SessionAction } from './SessionAction.js';
import type { SessionInput } from './SessionInput.js';
import type { SessionMachine } from './SessionMachine.js';

/** How long the peer may take for its half of a close, until the socket is destroyed. */
const CLOSE_PATIENCE_MS = 1_000;

/** What happens to the TCP connection after a close frame of ours. */
export type TcpAfterClose =
  /** It ends once the client has answered, or after a second. */
  | 'after-answer'
  /** It ends at once. */
  | 'at-once'
  /** It stays open, whatever the client answers. */
  | 'never';

/** What a connection is made of. */
export interface GatewayConnectionParts {
  readonly clock: Clock;
  readonly compression: Compression;
  readonly machine: SessionMachine;
  readonly socket: Socket;
  readonly webSocket: WebSocket;
  /** Does something on another connection. */
  readonly forward: (action: ForwardAction) => void;
  /** Hears of every payload after it was written. */
  readonly sent: (connection: GatewayConnection, action: SendAction) => void;
  /** Hears that it is over. */
  readonly gone: (connection: GatewayConnection) => void;
}

/** A {@link SessionMachine} joined to a socket and a clock. Everything that Discord decides is the machine's; this only carries it out. */
export class GatewayConnection {
  readonly machine: SessionMachine;
  readonly writer: FrameWriter;
  /** How many payloads were sent. */
  sentCount = 0;
  private readonly parts: GatewayConnectionParts;
  private readonly driver: Driver<SessionInput>;
  private tcpAfterClose: TcpAfterClose = 'after-answer';
  private cancelDestroy: CancelTimer | null = null;
  /** Our close frame or FIN is out: nothing may follow it. */
  private isOver = false;

  constructor(parts: GatewayConnectionParts) {
    this.parts = parts;
    this.machine = parts.machine;
    this.writer = new FrameWriter(parts.socket, parts.clock, parts.compression);
    this.driver = drive<SessionInput, SessionAction>(parts.machine, {
      clock: parts.clock,
      deadline: () => ({ type: 'deadline' }),
      perform: (action) => {
        this.perform(action);
      },
    });
    this.listen();
  }

  /** Tells this connection apart from all others of its gateway. */
  get id(): number {
    return this.machine.connectionId;
  }

  get shardId(): number | null {
    return this.machine.shardId;
  }

  feed(input: SessionInput): void {
    this.driver.feed(input);
  }

  /**
   * Feeds what Discord does of its own accord, and carries it out at once: also amid a row of payloads that the machine has already decided
   * on, such as a replay, where `feed` would wait for the end of the row.
   */
  interject(input: SessionInput): void {
    for (const action of this.machine.handle(input, this.parts.clock.nowMs())) this.perform(action);
    this.driver.rearm();
  }

  perform(action: SessionAction): void {
    switch (action.type) {
      case 'send':
        if (this.isOver) return;
        this.writer.payload(action.text);
        this.sentCount += 1;
        this.parts.sent(this, action);
        return;
      case 'close':
        return this.close(action);
      case 'drop':
        return this.end();
      case 'compressPayloads':
        this.writer.compressesPayloads = true;
        return;
      case 'forward':
        return this.parts.forward(action);
    }
  }

  /** Closes as a fault, with a say in what becomes of the TCP connection. */
  closeWith(code: number, reason: string, tcp: TcpAfterClose): void {
    this.tcpAfterClose = tcp;
    this.interject({ type: 'close', code, reason });
  }

  /** Ends the TCP connection without a close frame. */
  end(): void {
    if (this.writer.isMuted) return;
    this.isOver = true;
    this.writer.flush();
    this.parts.socket.end();
    this.destroySoon();
  }

  /** Tears the TCP connection down: the client gets an RST. */
  reset(): void {
    this.writer.flush();
    this.parts.socket.resetAndDestroy();
  }

  /** Stops reading; the client's writes pile up at its end. */
  pause(): void {
    this.parts.webSocket.pause();
  }

  resume(): void {
    this.parts.webSocket.resume();
  }

  /** From now on neither the client's close frame nor its FIN is answered. */
  neverAnswerClose(): void {
    // `ws` answers a close frame by calling this, and a FIN with its own `end` listener.
    this.parts.webSocket.close = () => undefined;
    this.parts.socket.removeAllListeners('end');
  }

  /** Frees everything at once. */
  destroy(): void {
    this.parts.socket.destroy();
    this.release();
  }

  private listen(): void {
    const { webSocket } = this.parts;
    webSocket.on('message', (data: RawData, isBinary: boolean) => {
      const bytes = data as Buffer;
      this.feed(isBinary ? { type: 'binary', bytes: bytes.length } : { type: 'payload', text: bytes.toString() });
    });
    webSocket.on('close', (code: number) => {
      // 1005 and 1006 are how `ws` says that no code came.
      this.feed({ type: 'closed', code: code === 1005 || code === 1006 ? null : code });
      this.release();
    });
    // `ws` would answer past the writer, and so also on a wire that is cut.
    webSocket.on('ping', (data: Buffer) => {
      this.writer.message(FrameOpcode.Pong, data);
    });
    // A reset connection, or frames that are none: `close` follows, and a server has nobody to tell.
    webSocket.on('error', () => undefined);
  }

  private close({ code, reason }: CloseAction): void {
    const { socket, webSocket } = this.parts;
    this.isOver = true;
    // On a wire that is cut nobody hears of it; reading on is how the end of the socket is noticed one day.
    if (this.writer.isMuted) return this.resume();
    if (this.tcpAfterClose === 'never') {
      this.writer.message(FrameOpcode.Close, closePayload(code, reason));
      this.neverAnswerClose();
      return;
    }
    this.writer.flush();
    webSocket.close(code, closePayload(code, reason).subarray(2));
    if (this.tcpAfterClose === 'at-once') socket.end();
    this.destroySoon();
  }

  private destroySoon(): void {
    this.cancelDestroy ??= this.parts.clock.after(CLOSE_PATIENCE_MS, () => {
      this.destroy();
    });
  }

  private release(): void {
    this.cancelDestroy?.();
    this.driver.stop();
    this.writer.close();
    this.parts.gone(this);
  }
}
