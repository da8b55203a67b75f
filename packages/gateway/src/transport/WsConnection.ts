import type { CancelTimer } from '@aplomb/base';
import type { ClientRequest } from 'node:http';
import type { Duplex } from 'node:stream';
import { fitReason, isSendableCode } from './closeFrame.js';
import { connectFailure } from './connectFailure.js';
import type { ConnectionEnd, ConnectionEvents, GatewayConnection } from './GatewayTransport.js';
import { throwLater } from './throwLater.js';
import { clientFrame, closePayload } from './websocket/clientFrame.js';
import { dial, type DialEvents } from './websocket/dial.js';
import { FrameReader, type FrameSink } from './websocket/FrameReader.js';
import { Opcode } from './websocket/opcodes.js';
import { NO_STATUS } from './websocket/readClose.js';
import { UpgradeRequest } from './websocket/UpgradeRequest.js';
import type { Violation } from './websocket/Violation.js';
import type { ResolvedWsTransportOptions } from './WsTransportOptions.js';

/** A peer that pings and does not read gets no more answers when so much of them waits: only the last ping needs one. */
const MAX_UNSENT_PONG_BYTES = 64 * 1_024;

const NOTHING = Buffer.alloc(0);

/**
 * One web socket.
 *
 * It reports until its one end, which is either told (`closed`) or made (`release`). From then on it is deaf: its listeners stay and do nothing. They must
 * stay, because a socket that is destroyed may still have an `error` to tell, and an `error` that nobody hears ends the process.
 *
 * An end is told when it is known, not when TCP has ended: a peer that vanished or that leaves TCP open may take minutes for that.
 */
export class WsConnection implements GatewayConnection {
  private readonly events: ConnectionEvents;
  private readonly options: ResolvedWsTransportOptions;
  private readonly reader: FrameReader;
  /** `closing` from our close frame on. */
  private stage: 'closing' | 'connecting' | 'open' = 'connecting';
  private socket: Duplex | null = null;
  /** An upgrade over an agent, which has no socket to show before it succeeds. */
  private request: ClientRequest | null = null;
  private chunkBytes = 0;
  private isDeaf = false;
  private isPaused = false;
  /** What came with the 101, or was under way already, while the connection was paused. */
  private unread: Buffer = NOTHING;
  private cancelDestroy: CancelTimer | null = null;

  constructor(url: string, events: ConnectionEvents, options: ResolvedWsTransportOptions) {
    this.events = throwLater(events);
    this.options = options;
    this.reader = new FrameReader(this.makeSink(), options.maxPayloadBytes);
    try {
      this.request = dial(new UpgradeRequest(url, options.headers), options, this.makeDialEvents());
    } catch (error) {
      // A URL or header that cannot be: told like any other failure, and not before connect() has returned.
      queueMicrotask(() => {
        this.end(connectFailure(error as Error));
      });
    }
  }

  get bytesReceived(): number {
    // A stream of the user's own may not count. Over TLS it is counted what is decrypted, which are whole records of 16 KiB at most.
    const { socket } = this;
    return socket !== null && 'bytesRead' in socket && typeof socket.bytesRead === 'number' ? socket.bytesRead : this.chunkBytes;
  }

  get bytesBuffered(): number {
    return this.socket?.writableLength ?? 0;
  }

  send(text: string): void {
    if (this.stage === 'open') this.socket?.write(clientFrame(Opcode.Text, text));
  }

  ping(): void {
    if (this.stage === 'open') this.socket?.write(clientFrame(Opcode.Ping, NOTHING));
  }

  close(code: number, reason = ''): void {
    if (this.stage === 'closing') return;
    // Without a frame that could carry it, the end itself is all that can be said.
    if (this.stage === 'open' && isSendableCode(code)) this.beginClosing(closePayload(code, fitReason(reason)));
    else this.destroy();
  }

  release(code: number, reason = ''): void {
    if (this.isDeaf) return;
    this.isDeaf = true;
    if (this.stage === 'open') this.close(code, reason);
    else this.destroy();
  }

  pause(): void {
    this.isPaused = true;
    if (this.stage !== 'connecting') this.socket?.pause();
  }

  resume(): void {
    this.isPaused = false;
    if (this.stage === 'connecting') return;
    // First, since whoever hears what was unread may pause again.
    this.socket?.resume();
    this.readUnread();
  }

  private makeDialEvents(): DialEvents {
    return {
      socket: (socket) => {
        this.adopt(socket);
      },
      opened: (rest) => {
        this.onOpened(rest);
      },
      failed: (failure) => {
        this.fail(failure);
      },
      error: (error) => {
        this.onError(error);
      },
      bytes: (bytes) => {
        this.read(bytes);
      },
    };
  }

  private adopt(socket: Duplex): void {
    this.socket = socket;
    socket.on('error', (error) => {
      this.onError(error);
    });
    socket.on('end', () => {
      this.onEnd('the peer ended the connection');
    });
    socket.on('close', () => {
      this.cancelDestroy?.();
      this.onEnd('the connection ended');
    });
  }

  private onOpened(rest: Buffer): void {
    if (this.isDeaf) {
      this.destroy();
      return;
    }
    this.stage = 'open';
    this.chunkBytes += rest.length;
    this.unread = rest;
    if (this.isPaused) this.socket?.pause();
    this.events.opened();
    if (!this.isPaused) this.readUnread();
  }

  /** Bytes still come after a failed upgrade, which are nothing to us, and after a pause: TLS hands on all of what it had read. */
  private read(bytes: Buffer): void {
    if (this.stage === 'connecting') return;
    this.chunkBytes += bytes.length;
    if (this.isPaused) this.unread = Buffer.concat([this.unread, bytes]);
    else this.reader.push(bytes);
  }

  private readUnread(): void {
    const bytes = this.unread;
    this.unread = NOTHING;
    this.reader.push(bytes);
  }

  private makeSink(): FrameSink {
    return {
      message: (bytes, isBinary) => {
        if (!this.isDeaf) this.events.message(bytes, isBinary);
      },
      ping: (bytes) => {
        if (this.stage === 'open' && this.bytesBuffered < MAX_UNSENT_PONG_BYTES) this.socket?.write(clientFrame(Opcode.Pong, bytes));
      },
      pong: () => {
        if (!this.isDeaf) this.events.pong();
      },
      close: (code, reason) => {
        this.beginClosing(code === NO_STATUS ? NOTHING : closePayload(code, fitReason(reason)));
        this.socket?.end();
        this.end({ type: 'close-frame', code, reason });
      },
      violation: (violation) => {
        this.onViolation(violation);
      },
    };
  }

  /** The peer is told what it did, and nothing that follows can be read. */
  private onViolation({ code, message }: Violation): void {
    this.beginClosing(closePayload(code, fitReason(message)));
    this.end({ type: 'protocol-error', message });
    this.destroy();
  }

  /** Sends our close frame, unless it is out already, and gives the peer a while for the rest. */
  private beginClosing(payload: Buffer): void {
    if (this.stage === 'open') this.socket?.write(clientFrame(Opcode.Close, payload));
    this.stage = 'closing';
    this.cancelDestroy ??= this.options.clock.after(this.options.closeTimeoutMs, () => {
      this.destroy();
    });
  }

  private onError(error: Error): void {
    if (this.stage === 'connecting') this.fail(connectFailure(error));
    else this.fail({ type: 'dropped', message: error.message });
  }

  private onEnd(what: string): void {
    if (this.stage === 'connecting') this.fail({ type: 'connect-failed', reason: 'other', message: `${what} before it had answered` });
    else this.fail({ type: 'dropped', message: `${what} without a close frame` });
  }

  private fail(end: ConnectionEnd): void {
    this.end(end);
    this.destroy();
  }

  private destroy(): void {
    this.request?.destroy();
    this.socket?.destroy();
  }

  private end(end: ConnectionEnd): void {
    if (this.isDeaf) return;
    this.isDeaf = true;
    this.events.closed(end);
  }
}
