/** Bytes written one after the other into one piece of memory that grows. */
export class GrowingBuffer {
  /** The memory. What lies before `length` is written. */
  memory: Buffer;
  /** How many bytes are written. */
  length = 0;

  constructor(capacity: number) {
    this.memory = Buffer.allocUnsafeSlow(capacity);
  }

  append(bytes: Uint8Array): void {
    const needed = this.length + bytes.length;
    if (needed > this.memory.length) this.grow(Math.max(needed, this.memory.length * 2));
    this.memory.set(bytes, this.length);
    this.length = needed;
  }

  /** Moves to memory of `capacity` bytes, with what is written. */
  grow(capacity: number): void {
    const larger = Buffer.allocUnsafeSlow(capacity);
    larger.set(this.written());
    this.memory = larger;
  }

  /** What is written, as a view: later writes may change it. */
  written(): Buffer {
    return this.memory.subarray(0, this.length);
  }
}
