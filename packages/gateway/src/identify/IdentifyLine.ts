/** Where a shard stands in the line of its rate-limit key. */
export interface InLine {
  readonly shardId: number;
  /** IDENTIFYs of this shard that came to nothing since its last READY, as of joining the line. */
  readonly failures: number;
}

/**
 * Those who wait for a permit: a line for each rate-limit key, in ascending shard id. Who has failed stands behind who has failed less often, so
 * that one shard that can never identify does not hold up its key, or in a storm the whole bot.
 */
export class IdentifyLine<T extends InLine> {
  private lines = new Map<number, T[]>();
  private count = 0;

  get length(): number {
    return this.count;
  }

  add(waiter: T, maxConcurrency: number): void {
    const key = waiter.shardId % maxConcurrency;
    const line = this.lines.get(key);
    this.count += 1;
    if (line === undefined) this.lines.set(key, [waiter]);
    else line.splice(placeIn(line, waiter), 0, waiter);
  }

  remove(waiter: T): void {
    for (const [key, line] of this.lines) {
      const index = line.indexOf(waiter);
      if (index === -1) continue;
      line.splice(index, 1);
      this.count -= 1;
      if (line.length === 0) this.lines.delete(key);
      return;
    }
  }

  /** Who is first in each line, with its key; the lowest rate-limit group (`floor(shard_id / max_concurrency)`) before the others. */
  heads(): { readonly key: number; readonly waiter: T }[] {
    const heads: { readonly key: number; readonly waiter: T }[] = [];
    for (const [key, [waiter]] of this.lines) if (waiter !== undefined) heads.push({ key, waiter });
    // Ascending ids are ascending groups.
    return heads.sort((a, b) => compare(a.waiter, b.waiter));
  }

  /** Everyone, and nobody is left. */
  drain(): T[] {
    const all = [...this.lines.values()].flat().sort(compare);
    this.lines = new Map();
    this.count = 0;
    return all;
  }

  /** Sorts everyone by the keys of another `max_concurrency`. */
  rekey(maxConcurrency: number): void {
    for (const waiter of this.drain()) this.add(waiter, maxConcurrency);
  }
}

function compare(a: InLine, b: InLine): number {
  return a.failures - b.failures || a.shardId - b.shardId;
}

/** The first place behind everyone who comes before `waiter` or is its equal. */
function placeIn(line: readonly InLine[], waiter: InLine): number {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = line[middle];
    if (other !== undefined && compare(other, waiter) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
