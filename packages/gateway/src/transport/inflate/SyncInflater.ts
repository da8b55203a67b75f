import type { GrowingBuffer } from './GrowingBuffer.js';
import type { Inflater } from './Inflater.js';
import { sharedOutput } from './OutputBuffer.js';
import { allowedBytes, streamCorrupt, streamTooLarge, type StreamLimits } from './StreamLimits.js';

/** What every stream of `node:zlib` has inside. Node does not document it: nothing here is used before `provesSound` has seen it work. */
interface StreamCore {
  readonly _handle: CoreHandle;
  /** After each write: room left in the output, bytes left of the input. */
  readonly _writeState: Uint32Array;
}

interface CoreHandle {
  onerror: (message: string) => void;
  writeSync(flush: number, input: Buffer, inputAt: number, inputBytes: number, output: Buffer, outputAt: number, outputBytes: number): void;
  close(): void;
}

/**
 * Inflates with the core of a `node:zlib` stream, past its stream interface: that one would send every message through the thread pool, at many times
 * the cost, and answer after later messages have arrived. The core writes synchronously, straight into the memory that all shards share.
 */
export class SyncInflater implements Inflater {
  private readonly core: StreamCore;
  private readonly flush: number;
  private readonly limits: StreamLimits;
  private failure: string | null = null;
  private isClosed = false;

  /**
   * @param stream - a fresh decompressing stream of `node:zlib`, used by nobody else
   * @param flush - the flush mode to write with
   */
  constructor(stream: object, flush: number, limits: StreamLimits) {
    this.core = stream as StreamCore;
    this.flush = flush;
    this.limits = limits;
    this.core._handle.onerror = (message) => {
      this.failure = message;
    };
  }

  inflate(input: Buffer, ratioBytesIn: number): Buffer {
    const output = sharedOutput().begin();
    for (let left = input.length; ;) {
      const doneBefore = output.length - left;
      left = this.write(input, left, output);
      if (output.length === output.memory.length) this.makeRoom(output, ratioBytesIn - left);
      else if (left === 0) break;
      // A zstd frame may end inside a message, so the rest is offered again; a context that neither reads nor writes has ended for good.
      else if (output.length - left === doneBefore) throw this.fail(streamCorrupt('it ended before its data did'));
    }
    this.checkSize(output, ratioBytesIn);
    return output.written();
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.failure ??= 'its decoder is closed';
    this.core._handle.close();
  }

  /** Writes the last `left` bytes of `input`, and returns how many of them are left. A failed or closed core must not be written to: it would abort the process. */
  private write(input: Buffer, left: number, output: GrowingBuffer): number {
    const { _handle: handle, _writeState: state } = this.core;
    const room = output.memory.length - output.length;
    if (this.failure === null) handle.writeSync(this.flush, input, input.length - left, left, output.memory, output.length, room);
    if (this.failure !== null) throw streamCorrupt(this.failure);
    output.length += room - (state[0] ?? 0);
    return state[1] ?? 0;
  }

  private makeRoom(output: GrowingBuffer, bytesIn: number): void {
    this.checkSize(output, bytesIn);
    // One byte beyond the limit is enough to see that the limit is passed.
    output.grow(Math.min(output.length * 2, this.limits.maxMessageBytes + 1));
  }

  private checkSize(output: GrowingBuffer, bytesIn: number): void {
    if (output.length <= this.limits.ratioFreeBytes && output.length <= this.limits.maxMessageBytes) return;
    const allowed = allowedBytes(this.limits, bytesIn);
    if (output.length > allowed) throw this.fail(streamTooLarge(`${bytesIn} compressed bytes became more than ${allowed}`));
  }

  private fail<E extends Error>(error: E): E {
    this.failure = error.message;
    return error;
  }
}
