/** Sets of things by key. An empty set is not kept, so that what came and went leaves nothing behind. */
export class Buckets<Thing> {
  private readonly sets = new Map<string, Set<Thing>>();

  /** How many keys there are. */
  get size(): number {
    return this.sets.size;
  }

  get(key: string): ReadonlySet<Thing> | undefined {
    return this.sets.get(key);
  }

  add(key: string, thing: Thing): void {
    const set = this.sets.get(key);
    if (set === undefined) this.sets.set(key, new Set([thing]));
    else set.add(thing);
  }

  remove(key: string, thing: Thing): void {
    const set = this.sets.get(key);
    if (set?.delete(thing) === true && set.size === 0) this.sets.delete(key);
  }
}
