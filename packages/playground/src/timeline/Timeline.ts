import type { TimelineEntry } from '../protocol.js';

/** An entry without what the timeline itself gives it. */
export type EntryDraft = Omit<TimelineEntry, 'id'>;

/** What an entry is about, in full. */
export interface EntryPayload {
  readonly answer?: unknown;
  readonly payload: unknown;
}

interface Kept {
  entry: TimelineEntry;
  payload: EntryPayload;
}

/** How many entries are kept; of more the oldest are forgotten. */
export const KEPT_MAX = 2_000;

/** What happened, in order. Entries are small; what they are about is handed out one by one, to who asks. */
export class Timeline {
  /** A ring: each entry has its place by its number. */
  private readonly kept: Kept[] = [];
  private readonly listeners = new Set<(entry: TimelineEntry) => void>();
  private lastId = 0;

  /** Hears of every entry that is new or changed, until the returned function is called. */
  listen(listener: (entry: TimelineEntry) => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** The number of the newest entry; 0 without any. */
  get latestId(): number {
    return this.lastId;
  }

  /** Writes an entry down and returns its number. */
  add(draft: EntryDraft, payload: unknown): number {
    this.lastId += 1;
    const entry = { id: this.lastId, ...draft };
    this.kept[entry.id % KEPT_MAX] = { entry, payload: { payload } };
    this.tell(entry);
    return this.lastId;
  }

  /** Adds to an entry what has become of it. One that is forgotten stays so. */
  change(id: number, change: Partial<EntryDraft>, payload: Partial<EntryPayload> = {}): void {
    const kept = this.find(id);
    if (kept === undefined) return;
    kept.entry = { ...kept.entry, ...change };
    kept.payload = { ...kept.payload, ...payload };
    this.tell(kept.entry);
  }

  /** What an entry is about; `null` when it is not kept any more. */
  payload(id: number): EntryPayload | null {
    return this.find(id)?.payload ?? null;
  }

  /** The newest entries before a number, oldest first. */
  before(id: number, limit: number): readonly TimelineEntry[] {
    const end = Math.min(id, this.lastId + 1);
    const start = Math.max(1, end - limit, this.lastId - KEPT_MAX + 1);
    return Array.from({ length: Math.max(0, end - start) }, (_, index) => this.find(start + index)?.entry ?? []).flat();
  }

  /** The newest entries, oldest first. */
  latest(limit: number): readonly TimelineEntry[] {
    return this.before(this.lastId + 1, limit);
  }

  private find(id: number): Kept | undefined {
    const kept = this.kept[id % KEPT_MAX];
    return kept?.entry.id === id ? kept : undefined;
  }

  private tell(entry: TimelineEntry): void {
    for (const listener of this.listeners) listener(entry);
  }
}
