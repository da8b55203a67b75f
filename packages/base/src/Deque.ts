/** A queue that is as cheap to shift as to push, in a ring that grows and gives its space back. */
export class Deque<T> {
  private ring: (T | undefined)[] = new Array<T | undefined>(16);
  private head = 0;
  private count = 0;

  get length(): number {
    return this.count;
  }

  push(value: T): void {
    if (this.count === this.ring.length) this.resize(this.count * 2);
    this.ring[(this.head + this.count) & (this.ring.length - 1)] = value;
    this.count += 1;
  }

  unshift(value: T): void {
    if (this.count === this.ring.length) this.resize(this.count * 2);
    this.head = (this.head - 1) & (this.ring.length - 1);
    this.ring[this.head] = value;
    this.count += 1;
  }

  shift(): T | undefined {
    if (this.count === 0) return undefined;
    const value = this.ring[this.head];
    this.ring[this.head] = undefined;
    this.head = (this.head + 1) & (this.ring.length - 1);
    this.count -= 1;
    if (this.count > 16 && this.count * 4 < this.ring.length) this.resize(this.ring.length / 2);
    return value;
  }

  peek(): T | undefined {
    return this.count === 0 ? undefined : this.ring[this.head];
  }

  clear(): void {
    this.ring = new Array<T | undefined>(16);
    this.head = 0;
    this.count = 0;
  }

  *[Symbol.iterator](): IterableIterator<T> {
    for (let index = 0; index < this.count; index += 1) yield this.ring[(this.head + index) & (this.ring.length - 1)] as T;
  }

  private resize(capacity: number): void {
    const values = [...this];
    this.ring = new Array<T | undefined>(capacity);
    for (const [index, value] of values.entries()) this.ring[index] = value;
    this.head = 0;
  }
}
