/**
 * Where the cache keeps the entities of one kind in one place: the members of a guild, the messages of a channel. A port, so that another
 * representation can stand in; everything is synchronous, since events are applied in the order of the socket.
 */
export interface Table<V> {
  readonly size: number;
  /** About how many bytes an entity takes here besides its texts and its own fields, for the memory report; left out, that of a record in a `Map`. */
  readonly rowBytes?: number;
  get(id: string): V | undefined;
  /** Adds or replaces. What is replaced keeps its place in the order. */
  set(id: string, value: V): void;
  /** Takes out; returns what was there. */
  delete(id: string): V | undefined;
  /** In the order in which they were added, oldest first. */
  keys(): IterableIterator<string>;
  /** In the order in which they were added, oldest first. */
  values(): IterableIterator<V>;
}

/** Makes an empty table for entities of a kind. */
export type TableFactory = <V>(resource: string) => Table<V>;
