import type { FrameDecoder, InflaterCounts } from '../transport/FrameDecoder.js';
import type { ConnectionEnd, GatewayConnection, GatewayTransport } from '../transport/GatewayTransport.js';

/** More than this unsent, and the peer has stopped reading: at most 120 messages of 4,096 bytes may be under way in a minute. */
const MAX_UNSENT_BYTES = 1 << 20;

const NO_COUNTS: InflaterCounts = { bytesIn: 0, bytesOut: 0, plainMessages: 0 };

/** What a {@link ShardSocket} reports, always of the present connection. */
export interface ShardSocketEvents {
  opened(): void;
  /** One whole gateway message; the bytes are valid during the call only. */
  message(json: Buffer): void;
  /** A message has begun whose rest is still to come (`isOn`), or it is whole now. */
  partial(isOn: boolean): void;
  /** The stream of messages broke; nothing more can be read from this connection. */
  unreadable(error: unknown): void;
  pong(): void;
  closed(end: ConnectionEnd): void;
  stalled(bytesBuffered: number): void;
}

export interface ShardSocketOptions {
  readonly transport: GatewayTransport;
  readonly makeDecoder: () => FrameDecoder;
  readonly events: ShardSocketEvents;
}

/**
 * The one connection that a shard has at a time, with its decoder. A connection that was let go is deaf: what it still says belongs to an older
 * generation and is ignored.
 */
export class ShardSocket {
  private connection: GatewayConnection | null = null;
  private decoder: FrameDecoder | null = null;
  private generation = 0;
  private isPaused = false;
  private isPartial = false;
  private readonly options: ShardSocketOptions;

  constructor(options: ShardSocketOptions) {
    this.options = options;
  }

  get bytesReceived(): number {
    return this.connection?.bytesReceived ?? 0;
  }

  get bytesBuffered(): number {
    return this.connection?.bytesBuffered ?? 0;
  }

  /** What the present connection's decoder has done. */
  get counts(): InflaterCounts {
    return this.decoder?.counts ?? NO_COUNTS;
  }

  open(url: string): void {
    this.forget();
    const generation = this.generation;
    const decoder = this.options.makeDecoder();
    const { events } = this.options;
    const isPresent = (): boolean => generation === this.generation;
    this.decoder = decoder;
    this.connection = this.options.transport.connect(
      { url },
      {
        opened: () => {
          if (isPresent()) this.opened();
        },
        message: (bytes, isBinary) => {
          if (generation === this.generation) this.read(decoder, bytes, isBinary);
        },
        pong: () => {
          if (isPresent()) events.pong();
        },
        closed: (end) => {
          if (isPresent()) this.ended(end);
        },
      },
    );
  }

  send(text: string): void {
    this.connection?.send(text);
    if (this.bytesBuffered > MAX_UNSENT_BYTES) this.options.events.stalled(this.bytesBuffered);
  }

  ping(): void {
    this.connection?.ping();
  }

  /** Sends a close frame and goes on listening. */
  close(code: number, reason: string): void {
    this.connection?.close(code, reason);
  }

  /** Lets the connection go. */
  release(code: number, reason: string): void {
    this.connection?.release(code, reason);
    this.forget();
  }

  /** Stops reading, on this and any later connection. */
  pause(): void {
    this.isPaused = true;
    this.connection?.pause();
  }

  resume(): void {
    this.isPaused = false;
    this.connection?.resume();
  }

  private opened(): void {
    if (this.isPaused) this.connection?.pause();
    this.options.events.opened();
  }

  private read(decoder: FrameDecoder, bytes: Buffer, isBinary: boolean): void {
    let json: Buffer | null;
    try {
      json = decoder.push(bytes, isBinary);
    } catch (error) {
      this.options.events.unreadable(error);
      return;
    }
    if ((json === null) !== this.isPartial) this.turnPartial(json === null);
    if (json !== null) this.options.events.message(json);
  }

  private turnPartial(isOn: boolean): void {
    this.isPartial = isOn;
    this.options.events.partial(isOn);
  }

  private ended(end: ConnectionEnd): void {
    this.forget();
    this.options.events.closed(end);
  }

  private forget(): void {
    this.generation += 1;
    this.isPartial = false;
    this.connection = null;
    this.decoder?.close();
    this.decoder = null;
  }
}
