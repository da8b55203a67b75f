/** Something that comes due, and knows where it lies in the heap that it waits in. */
export interface Due {
  /** Changed by its {@link DueHeap} only. */
  dueMs: number;
  /** -1 while it lies in no heap. */
  place: number;
}

/** What comes due, earliest first: a binary heap in which each item knows its place, so that moving one or taking one out costs no search. */
export class DueHeap<T extends Due> {
  private readonly items: T[] = [];

  get size(): number {
    return this.items.length;
  }

  /** All of them, in no order. */
  [Symbol.iterator](): IterableIterator<T> {
    return this.items.values();
  }

  /** When the earliest is due, `Infinity` when nothing is. */
  get nextMs(): number {
    return this.items[0]?.dueMs ?? Infinity;
  }

  /** Has `item` come due at `dueMs`, whether it was in before or not. One that is never due is taken out. */
  set(item: T, dueMs: number): void {
    if (dueMs === Infinity) return this.remove(item);
    if (item.place === -1) {
      item.dueMs = dueMs;
      this.rise(item, this.items.length);
    } else if (item.dueMs !== dueMs) {
      item.dueMs = dueMs;
      this.settle(item, item.place);
    }
  }

  /** Takes an item out; one that is not in does nothing. */
  remove(item: T): void {
    const { place } = item;
    if (place === -1) return;
    item.place = -1;
    const last = this.items.pop();
    if (last !== undefined && last !== item) this.settle(last, place);
  }

  /** Takes out the earliest if it is due. */
  takeDue(nowMs: number): T | undefined {
    const first = this.items[0];
    if (first === undefined || first.dueMs > nowMs) return undefined;
    this.remove(first);
    return first;
  }

  /** Puts `item`, which may belong above or below, at `from` or where it belongs. */
  private settle(item: T, from: number): void {
    this.rise(item, from);
    this.sink(item, item.place);
  }

  private rise(item: T, from: number): void {
    let index = from;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = this.items[above];
      if (parent === undefined || parent.dueMs <= item.dueMs) break;
      this.put(parent, index);
      index = above;
    }
    this.put(item, index);
  }

  private sink(item: T, from: number): void {
    let index = from;
    for (;;) {
      const child = this.earlierChild(index);
      if (child === undefined || child.dueMs >= item.dueMs) break;
      const below = child.place;
      this.put(child, index);
      index = below;
    }
    this.put(item, index);
  }

  private earlierChild(index: number): T | undefined {
    const left = this.items[2 * index + 1];
    const right = this.items[2 * index + 2];
    return left !== undefined && right !== undefined && right.dueMs < left.dueMs ? right : left;
  }

  private put(item: T, index: number): void {
    this.items[index] = item;
    item.place = index;
  }
}
