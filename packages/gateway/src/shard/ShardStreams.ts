import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import { EventStream } from './EventStream.js';

/** A raw message of the gateway, or the close that ended a connection. */
export type ShardMessage =
  { readonly type: 'text'; readonly text: string } | { readonly type: 'close'; readonly code: number; readonly reason: string };

/** What {@link ShardStreams} tell their shard. */
export interface ShardStreamsOptions {
  readonly maxBufferedEvents: number;
  /** Some consumer is at its limit, or none is any more. */
  readonly onThrottle: (isFull: boolean) => void;
  /** Some consumer asks for more. */
  readonly onPulled: () => void;
}

/** The `for await` loops over one shard. */
export class ShardStreams {
  private readonly events = new Set<EventStream<GatewayDispatchPayload>>();
  private readonly messages = new Set<EventStream<ShardMessage>>();
  private full = 0;
  private failure: unknown = null;
  private readonly options: ShardStreamsOptions;

  constructor(options: ShardStreamsOptions) {
    this.options = options;
  }

  /** Whether anyone reads raw messages. */
  get hasMessages(): boolean {
    return this.messages.size > 0;
  }

  /**
   * The sequence up to which every consumer has pulled; `Infinity` when nothing waits. `beganWith` is the present session's first sequence: while
   * events of an earlier session wait, nothing after it has been pulled.
   */
  pulledSequence(beganWith: number): number {
    let sequence = Infinity;
    for (const { first, older } of this.events) {
      if (older > 0) sequence = Math.min(sequence, beganWith);
      else if (typeof first?.s === 'number') sequence = Math.min(sequence, Math.max(beganWith, first.s - 1));
    }
    return sequence;
  }

  /** A new session begins: what waits belongs to the one before. */
  newSession(): void {
    for (const stream of this.events) stream.mark();
  }

  openEvents(isOver: boolean): EventStream<GatewayDispatchPayload> {
    return this.open(this.events, isOver);
  }

  openMessages(isOver: boolean): EventStream<ShardMessage> {
    return this.open(this.messages, isOver);
  }

  pushEvent(event: GatewayDispatchPayload): void {
    for (const stream of this.events) stream.push(event);
  }

  pushMessage(message: ShardMessage): void {
    for (const stream of this.messages) stream.push(message);
  }

  /** No more will come; a loop that begins later ends at once, with the same error. */
  finish(error: unknown): void {
    this.failure = error;
    for (const stream of [...this.events, ...this.messages]) stream.finish(error);
  }

  private open<T>(streams: Set<EventStream<T>>, isOver: boolean): EventStream<T> {
    const stream = new EventStream<T>(this.options.maxBufferedEvents, {
      onFull: () => {
        this.count(1);
      },
      onDrained: () => {
        this.count(-1);
      },
      onPulled: this.options.onPulled,
      onLeft: () => {
        streams.delete(stream);
      },
    });
    streams.add(stream);
    if (isOver) stream.finish(this.failure);
    return stream;
  }

  private count(change: 1 | -1): void {
    const wasFull = this.full > 0;
    this.full += change;
    if (wasFull !== this.full > 0) this.options.onThrottle(this.full > 0);
  }
}
