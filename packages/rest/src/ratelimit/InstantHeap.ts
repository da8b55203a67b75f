/** Instants, earliest first: a binary heap of numbers. */
export class InstantHeap {
  private readonly instants: number[] = [];

  get size(): number {
    return this.instants.length;
  }

  /** `Infinity` when it is empty. */
  get nextMs(): number {
    return this.instants[0] ?? Infinity;
  }

  add(atMs: number): void {
    const { instants } = this;
    let index = instants.length;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = instants[above] ?? -Infinity;
      if (parent <= atMs) break;
      instants[index] = parent;
      index = above;
    }
    instants[index] = atMs;
  }

  /** Takes out the earliest. */
  take(): void {
    const last = this.instants.pop();
    if (last === undefined || this.instants.length === 0) return;
    this.sink(last);
  }

  private sink(atMs: number): void {
    const { instants } = this;
    let index = 0;
    for (;;) {
      const child = this.earlierChild(index);
      const childMs = instants[child] ?? Infinity;
      if (childMs >= atMs) break;
      instants[index] = childMs;
      index = child;
    }
    instants[index] = atMs;
  }

  private earlierChild(index: number): number {
    const left = 2 * index + 1;
    return (this.instants[left + 1] ?? Infinity) < (this.instants[left] ?? Infinity) ? left + 1 : left;
  }
}
