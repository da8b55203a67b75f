/** The period that Discord counts IDENTIFYs over. */
export const DAY_MS = 24 * 60 * 60 * 1_000;

/** An IDENTIFY that was sent, or that a granted permit may send. */
export interface LoggedIdentify {
  readonly shardId: number;
  /** Monotonic instant; negative when an earlier process sent it. */
  readonly atMs: number;
}

interface Entry extends LoggedIdentify {
  atMs: number;
  /** How many READYs had come when it was logged: tells whether it counts as "since the last READY". */
  readonly readyCount: number;
}

/** The IDENTIFYs of the last 24 hours, those of earlier processes included: how many, how many since READY, and the last one of each rate-limit key. */
export class IdentifyLog {
  private entries: Entry[] = [];
  private readonly lastOfKey = new Map<number, number>();
  private keys: number;
  private readyCount = 0;
  private unready = 0;
  private lastMs = -Infinity;

  constructor(maxConcurrency: number) {
    this.keys = Math.max(1, maxConcurrency);
  }

  /** How many IDENTIFYs came after the last READY of the bot. */
  get sinceReady(): number {
    return this.unready;
  }

  /** How many IDENTIFYs the last 24 hours saw. */
  usedAt(nowMs: number): number {
    const kept = this.entries.findIndex((entry) => entry.atMs > nowMs - DAY_MS);
    if (kept === -1) this.entries = [];
    else if (kept > 0) this.entries.splice(0, kept);
    return this.entries.length;
  }

  /** When fewer than `limit` entries will be left in the window. Call it with at least `limit` of them. */
  belowAtMs(limit: number): number {
    const leaving = this.entries[this.entries.length - limit];
    return leaving === undefined ? Infinity : leaving.atMs + DAY_MS;
  }

  /** The instant of the last IDENTIFY, or `-Infinity`. */
  get lastAtMs(): number {
    return this.lastMs;
  }

  /** The instant of the last IDENTIFY of a rate-limit key, or `-Infinity`. */
  lastAtMsOf(key: number): number {
    return this.lastOfKey.get(key) ?? -Infinity;
  }

  /** Takes over what the ledger knows, oldest first: all that earlier processes sent, and what this one has had written down. */
  restore(known: readonly (LoggedIdentify & { readonly ready: boolean })[]): void {
    const lastReady = known.findLastIndex((entry) => entry.ready);
    this.entries = known.map(({ shardId, atMs }, index) => ({ shardId, atMs, readyCount: index > lastReady ? this.readyCount : -1 }));
    this.unready = known.length - 1 - lastReady;
    this.indexLast();
  }

  add(shardId: number, nowMs: number): LoggedIdentify {
    const entry: Entry = { shardId, atMs: nowMs, readyCount: this.readyCount };
    this.entries.push(entry);
    this.unready += 1;
    this.noteLast(entry);
    return entry;
  }

  /** The IDENTIFY was written at `nowMs`, a little after its permit was granted. */
  move(logged: LoggedIdentify, nowMs: number): void {
    const entry = this.entries.findLast((candidate) => candidate === logged);
    if (entry === undefined) return;
    entry.atMs = nowMs;
    this.noteLast(entry);
  }

  /** The IDENTIFY was never written. */
  remove(logged: LoggedIdentify): void {
    const index = this.entries.findLastIndex((candidate) => candidate === logged);
    const [entry] = index === -1 ? [] : this.entries.splice(index, 1);
    if (entry === undefined) return;
    if (entry.readyCount === this.readyCount) this.unready -= 1;
    this.indexLast();
  }

  /** A READY came: what was sent before was worth it. */
  ready(): void {
    this.readyCount += 1;
    this.unready = 0;
  }

  /** Sorts the entries by the keys of another `max_concurrency`. */
  rekey(maxConcurrency: number): void {
    this.keys = Math.max(1, maxConcurrency);
    this.indexLast();
  }

  private indexLast(): void {
    this.lastOfKey.clear();
    this.lastMs = -Infinity;
    for (const entry of this.entries) this.noteLast(entry);
  }

  private noteLast({ shardId, atMs }: LoggedIdentify): void {
    const key = shardId % this.keys;
    this.lastOfKey.set(key, Math.max(atMs, this.lastAtMsOf(key)));
    this.lastMs = Math.max(atMs, this.lastMs);
  }
}
