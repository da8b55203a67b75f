/** As long as an interaction can be answered. */
const REMEMBERED_MS = 15 * 60_000;
/** More than a hundred a second for a quarter of an hour. */
const MAX_REMEMBERED = 100_000;

/**
 * Remembers which interactions were told of, so that one that comes a second time is not answered a second time.
 *
 * Two generations: the younger one is filled, the older one only asked, and a quarter of an hour after the younger was begun it takes the older one's place. So
 * an id is remembered for a quarter of an hour at least, and nothing has to be looked through. A generation that is full makes way early.
 *
 * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages | Interaction tokens are valid for 15 minutes}
 */
export class SeenInteractions {
  private younger = new Set<string>();
  private older = new Set<string>();
  private begunMs = -Infinity;

  /** Whether this one was seen before. It is seen now. */
  isRepeated(id: string, nowMs: number): boolean {
    this.age(nowMs);
    if (this.younger.has(id) || this.older.has(id)) return true;
    this.younger.add(id);
    return false;
  }

  private age(nowMs: number): void {
    const ageMs = nowMs - this.begunMs;
    if (ageMs < REMEMBERED_MS && this.younger.size < MAX_REMEMBERED) return;
    // After a long silence both are old.
    this.older = ageMs < 2 * REMEMBERED_MS ? this.younger : new Set();
    this.younger = new Set();
    this.begunMs = nowMs;
  }
}
