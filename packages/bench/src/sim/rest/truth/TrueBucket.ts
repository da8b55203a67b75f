import type { Attempt } from '../Attempt.js';
import type { Group } from './Group.js';
import { TrueWindow } from './TrueWindow.js';

/** One thing that is truly counted: a hash and a major parameter, and the route where a hash counts its routes apart. */
export class TrueBucket {
  readonly key: string;
  readonly group: Group;
  /** The present window, or the last one. */
  window = new TrueWindow(0, 0, -Infinity);

  constructor(key: string, group: Group) {
    this.key = key;
    this.group = group;
  }

  /** From when on a request will be counted. */
  freeAtMs(nowMs: number): number {
    return nowMs >= this.window.resetMs || this.window.remaining > 0 ? nowMs : this.window.resetMs;
  }

  /** Counts a request. Returns its position in the window, or `null` if that is used up. */
  take(attempt: Attempt, nowMs: number): number | null {
    const { limit, perMs } = this.group;
    if (nowMs >= this.window.resetMs) this.window = new TrueWindow(limit, perMs, nowMs + perMs);
    const { window } = this;
    if (window.remaining > 0) return window.counted.push(attempt);
    window.refused.push(attempt);
    return null;
  }
}
