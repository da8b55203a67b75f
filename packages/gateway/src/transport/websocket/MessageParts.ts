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

  get length(): number {
    return this.joined.length;
  }

  get bytes(): Buffer {
    return this.joined.written();
  }

  /** Adds a fragment, or says why not. */
  add(part: Buffer): Violation | null {
    this.count += 1;
    if (this.count > MAX_PARTS) return tooLarge(`a message has ${this.count} fragments`, `${MAX_PARTS} fragments`);
    this.joined.append(part);
    return null;
  }
}
