/** A Set or Map, as far as it is looked at. */
interface Kept<Key> {
  readonly size: number;
  delete(key: Key): boolean;
  keys(): Iterable<Key>;
}

/** Forgets what has been kept longest until no more than `most` are left. A Set or Map lists its keys in the order in which they came. */
export function forgetOldest<Key>(kept: Kept<Key>, most: number): void {
  for (const key of kept.keys()) {
    if (kept.size <= most) return;
    kept.delete(key);
  }
}
