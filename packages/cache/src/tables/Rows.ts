/** Which row of its columns an id has, in the order in which ids came. Rows that were left are used again. */
export class Rows {
  private readonly byId = new Map<string, number>();
  private readonly vacant: number[] = [];
  /** The id that was looked for last, when it has no row: whoever looks for one in vain mostly gives it one then. */
  private missing: string | null = null;

  get size(): number {
    return this.byId.size;
  }

  find(id: string): number | undefined {
    const row = this.byId.get(id);
    this.missing = row === undefined ? id : null;
    return row;
  }

  /** The row of an id; a new one when it has none. */
  occupy(id: string): number {
    const known = this.missing === id ? undefined : this.byId.get(id);
    if (known !== undefined) return known;
    const row = this.vacant.pop() ?? this.byId.size;
    this.byId.set(id, row);
    this.missing = null;
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
