import type { FrameSink } from '../../../src/transport/websocket/FrameReader.js';
import { FrameReader } from '../../../src/transport/websocket/FrameReader.js';
import type { Violation } from '../../../src/transport/websocket/Violation.js';

const MIB = 2 ** 20;

/** Writes down what a {@link FrameReader} reports. */
export class Heard implements FrameSink {
  readonly log: string[] = [];
  /** Of each message, as it was handed on. */
  readonly messages: Buffer[] = [];

  message(bytes: Buffer, isBinary: boolean): void {
    this.messages.push(bytes);
    this.log.push(isBinary ? `binary ${bytes.toString('hex')}` : `text ${bytes.toString()}`);
  }

  ping(bytes: Buffer): void {
    this.log.push(`ping ${bytes.toString('hex')}`);
  }

  pong(): void {
    this.log.push('pong');
  }

  close(code: number, reason: string): void {
    this.log.push(`close ${code} ${reason}`);
  }

  violation({ code, message }: Violation): void {
    this.log.push(`violation ${code} ${message}`);
  }

  /** What a reader makes of these chunks. Each lies in memory that is overwritten afterwards. */
  static of(chunks: readonly Buffer[], maxPayloadBytes = MIB): Heard {
    const heard = new Heard();
    const reader = new FrameReader(heard, maxPayloadBytes);
    for (const chunk of chunks) {
      const memory = Buffer.from(chunk);
      reader.push(memory);
      memory.fill(0xee);
    }
    return heard;
  }
}

/** These bytes in pieces that begin at these places. */
export function cutAt(bytes: Buffer, places: readonly number[]): Buffer[] {
  const edges = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return edges.slice(1).map((edge, index) => bytes.subarray(edges[index], edge));
}
