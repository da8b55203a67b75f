import { GrowingBuffer } from '../inflate/GrowingBuffer.js';
import { tooLarge, type Violation } from './Violation.js';

/** So many fragments may make one message: who splits finer means to keep us busy. */
const MAX_PARTS = 16_384;

/** The fragments of one message that have come so far. */
export class MessageParts {
  readonly isBinary: boolean;
  private readonly joined: GrowingBuffer;
  private count = 0;

  constructor(isBinary: boolean, firstBytes: number) {
    this.isBinary = isBinary;
    this.joined = new GrowingBuffer(firstBytes);
  }

  get bytes(): Buffer {
    return this.joined.written();
  }

  /** Adds a fragment, or says why not. */
  add(part: Buffer, maxBytes: number): Violation | null {
    this.count += 1;
    const length = this.joined.length + part.length;
    if (length > maxBytes) return tooLarge(`fragments are ${length} bytes together`, `${maxBytes} bytes`);
    if (this.count > MAX_PARTS) return tooLarge(`a message has ${this.count} fragments`, `${MAX_PARTS} fragments`);
    this.joined.append(part);
    return null;
  }
}
