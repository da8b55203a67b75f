/** So many payloads may a connection send in any 60 seconds, heartbeats included. */
export const MOST_FRAMES = 120;

const WINDOW_MS = 60_000;

/**
 * The rolling limit on what a connection may send.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#rate-limiting | Rate limiting}
 */
export class FrameLimit {
  private readonly instantsMs: number[] = [];
  private oldest = 0;

  /** Counts one frame; false when it is one too many. */
  admit(nowMs: number): boolean {
    if (this.instantsMs.length < MOST_FRAMES) {
      this.instantsMs.push(nowMs);
      return true;
    }
    if (nowMs - (this.instantsMs[this.oldest] ?? 0) < WINDOW_MS) return false;
    this.instantsMs[this.oldest] = nowMs;
    this.oldest = (this.oldest + 1) % MOST_FRAMES;
    return true;
  }
}
