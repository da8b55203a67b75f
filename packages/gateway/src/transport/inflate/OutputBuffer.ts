import { GrowingBuffer } from './GrowingBuffer.js';

const RESTING_BYTES = 2 ** 16;
const SMALL_MESSAGES_BEFORE_SHRINK = 1_024;

/**
 * Where messages are inflated to. One serves every shard of the process, because inflating is synchronous: a private one would cost each shard as much
 * memory as its largest message. After a run of small messages it gives back what a large one took.
 */
export class OutputBuffer {
  private buffer = new GrowingBuffer(RESTING_BYTES);
  private smallInARow = 0;

  /** Bytes of memory held at present. */
  get capacity(): number {
    return this.buffer.memory.length;
  }

  /** Empties it for the next message. What {@link GrowingBuffer.written} gave for the last one is overwritten from here on. */
  begin(): GrowingBuffer {
    this.shrinkWhenIdle();
    this.buffer.length = 0;
    return this.buffer;
  }

  private shrinkWhenIdle(): void {
    if (this.buffer.memory.length === RESTING_BYTES) return;
    this.smallInARow = this.buffer.length > RESTING_BYTES ? 0 : this.smallInARow + 1;
    if (this.smallInARow < SMALL_MESSAGES_BEFORE_SHRINK) return;
    this.buffer = new GrowingBuffer(RESTING_BYTES);
    this.smallInARow = 0;
  }
}

let shared: OutputBuffer | undefined;

/** The output of all decoders of this process (of this worker thread), made with the first of them. */
export function sharedOutput(): OutputBuffer {
  shared ??= new OutputBuffer();
  return shared;
}
