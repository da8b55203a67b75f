import type { Invariants } from './Invariants.js';

interface Delivery {
  readonly n: number;
  readonly s: number;
  readonly atMs: number;
}

/** What was delivered is remembered for so long, to judge what a new process sees again. */
const REMEMBERED_MS = 10_000;

/** INV-2 of one shard: the world numbers its events; the user sees each number once, in order, or is told of a gap. */
export class DeliveryWatch {
  lastN = 0;
  duplicates = 0;
  private lastS = 0;
  private sessionId = '';
  private mayGap = true;
  private isRestored = false;
  private recent: Delivery[] = [];
  private readonly invariants: Invariants;
  private readonly shardId: number;

  constructor(shardId: number, invariants: Invariants) {
    this.shardId = shardId;
    this.invariants = invariants;
  }

  /** Whether nothing is missing of what was published, or the user knows that something may be. */
  hasAll(published: number): boolean {
    return this.mayGap || this.lastN === published;
  }

  /** The user was told that events may be missing, or a new process begins without a session. */
  gap(): void {
    this.mayGap = true;
  }

  /** A new session begins; its numbers start anew. */
  sessionBegan(sessionId: string): void {
    this.sessionId = sessionId;
    this.lastS = 0;
    this.recent = [];
    this.isRestored = false;
  }

  /**
   * A new process goes on with the stored session, whose events up to `sequence` count as delivered: never more than were, and at most those of the last
   * `windowMs` less.
   */
  restored(stored: { readonly id: string; readonly sequence: number }, killedAtMs: number, windowMs: number): void {
    this.isRestored = true;
    const { sequence } = stored;
    const isPresent = stored.id === this.sessionId;
    // The store may not yet have heard of a session that has only just begun: then all that this one has delivered may come again in the older one.
    const again = isPresent ? this.recent.filter(({ s }) => s > sequence) : this.recent;
    const oldest = again[0];
    if (isPresent && sequence > this.lastS) this.break(`sequence ${sequence} was stored, ${this.lastS} delivered`);
    if (oldest !== undefined && oldest.atMs < killedAtMs - windowMs) {
      this.break(`event ${oldest.n} comes again, ${killedAtMs - oldest.atMs} ms after it was delivered`);
    }
    this.duplicates += again.length;
    if (oldest !== undefined) this.lastN = oldest.n - 1;
    this.mayGap ||= !isPresent;
    this.sessionId = stored.id;
    this.lastS = sequence;
    this.recent = [];
  }

  delivered(n: number, s: number, isReplayed: boolean, atMs: number): void {
    const expected = this.lastN + 1;
    if (n < expected) this.break(`event ${n} came twice (expected ${expected})`);
    else if (n > expected && !this.mayGap) this.break(`events ${expected} to ${n - 1} are missing`);
    if (s <= this.lastS) this.break(`sequence ${s} came after ${this.lastS}`);
    if (this.isRestored && !isReplayed) this.break(`event ${n} of another process is not marked as replayed`);
    this.lastN = n;
    this.lastS = s;
    this.mayGap = false;
    this.remember({ n, s, atMs });
  }

  /** A dispatch without a number of the world. */
  passed(s: number | null): void {
    if (s === null) return;
    if (s <= this.lastS) this.break(`sequence ${s} came after ${this.lastS}`);
    this.lastS = s;
  }

  /** RESUMED: what comes from now on is live. */
  resumed(): void {
    this.isRestored = false;
  }

  private break(what: string): void {
    this.invariants.break('INV-2', `shard ${this.shardId}: ${what}`);
  }

  private remember(delivery: Delivery): void {
    this.recent.push(delivery);
    if (this.recent.length > 5_000 || (this.recent[0]?.atMs ?? Infinity) < delivery.atMs - 2 * REMEMBERED_MS) {
      this.recent = this.recent.filter(({ atMs }) => atMs >= delivery.atMs - REMEMBERED_MS);
    }
  }
}
