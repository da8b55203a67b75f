import type { Clock } from '@aplomb/base';
import type { Readable } from 'node:stream';
import type { RequestBody } from '../body/RequestBody.js';

/** Progress is seen from piece to piece, so a piece must pass a slow network well within a deadline. */
const PIECE_BYTES = 64 * 1024;

/**
 * The body of one attempt on its way out: opened when it is first asked for, in pieces no larger than 64 KiB, so that whoever waits can tell a
 * slow upload from a dead one.
 */
export class Upload implements AsyncIterable<Uint8Array> {
  /** When the last piece was taken. */
  lastProgressMs: number;
  /** What the content failed with; `null` while it is well. */
  failure: { readonly cause: unknown } | null = null;
  /** Whether the content was opened, so that one that cannot be opened twice is spent. */
  wasOpened = false;
  /** Whether all of it was taken. */
  isDone = false;
  private readonly body: RequestBody;
  private readonly clock: Clock;
  private stream: Readable | null = null;
  private isOver = false;

  constructor(body: RequestBody, clock: Clock) {
    this.body = body;
    this.clock = clock;
    this.lastProgressMs = clock.nowMs();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void> {
    try {
      for await (const chunk of this.chunks()) {
        for (let from = 0; from < chunk.byteLength; from += PIECE_BYTES) {
          yield chunk.subarray(from, from + PIECE_BYTES);
          this.lastProgressMs = this.clock.nowMs();
        }
      }
      this.isDone = true;
    } catch (cause) {
      this.failure = { cause };
      throw cause;
    }
  }

  /** Nobody reads on. A stream that is not at its end is destroyed, also one that waits for its own source. */
  end(): void {
    this.isOver = true;
    this.stream?.destroy();
  }

  private async *chunks(): AsyncGenerator<Uint8Array, void> {
    this.wasOpened = true;
    const content = await this.body.open();
    if (typeof content === 'string') yield Buffer.from(content);
    else if (content instanceof Uint8Array) yield content;
    else yield* this.streamed(content);
  }

  private async *streamed(stream: Readable): AsyncGenerator<Uint8Array, void> {
    this.stream = stream;
    // Destroyed streams may still fail, when nobody listens any more.
    stream.on('error', () => undefined);
    if (this.isOver) stream.destroy();
    for await (const chunk of stream as AsyncIterable<Uint8Array>) yield chunk;
  }
}
