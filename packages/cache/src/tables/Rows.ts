/** Which row of its columns an id has, in the order in which ids came. Rows that were left are used again. */
export class Rows {
  private readonly byId = new Map<string, number>();
  private readonly vacant: number[] = [];

  get size(): number {
    return this.byId.size;
  }

  find(id: string): number | undefined {
    return this.byId.get(id);
  }

  /** The row of an id; a new one when it has none. */
  occupy(id: string): number {
    const known = this.byId.get(id);
    if (known !== undefined) return known;
    const row = this.vacant.pop() ?? this.byId.size;
    this.byId.set(id, row);
    return row;
  }

  vacate(id: string): void {
    const row = this.byId.get(id);
    if (row === undefined) return;
    this.byId.delete(id);
    this.vacant.push(row);
  }

  keys(): IterableIterator<string> {
    return this.byId.keys();
  }

  entries(): IterableIterator<[string, number]> {
    return this.byId.entries();
  }
}
