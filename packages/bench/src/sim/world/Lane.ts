import type { EventLoop } from './EventLoop.js';
import type { SeededRandom } from './SeededRandom.js';

/** One direction of one connection: in order, with latency; it can stand still for a while or swallow everything. */
export class Lane {
  isLost = false;
  private lastMs = 0;
  private stalledUntilMs = 0;
  private readonly parts: {
    readonly loop: EventLoop;
    readonly random: SeededRandom;
    readonly latencyMs: number;
    readonly jitterMs: number;
  };

  constructor(parts: { readonly loop: EventLoop; readonly random: SeededRandom; readonly latencyMs: number; readonly jitterMs: number }) {
    this.parts = parts;
  }

  /** Carries something over; `extraMs` is how much longer it takes than others. Lost lanes carry nothing. */
  carry(arrive: () => void, extraMs = 0): void {
    if (this.isLost) return;
    const { loop, random, latencyMs, jitterMs } = this.parts;
    const atMs = Math.max(loop.nowMs() + latencyMs + jitterMs * random.next() + extraMs, this.lastMs, this.stalledUntilMs);
    this.lastMs = atMs;
    loop.at(atMs, () => {
      if (!this.isLost) arrive();
    });
  }

  /** Nothing arrives for so long; then everything does (a lost packet is sent again). */
  stall(durationMs: number): void {
    this.stalledUntilMs = this.parts.loop.nowMs() + durationMs;
  }
}
