import { doublingMs, type BackoffOptions } from '@aplomb/base';
import type { RetryBudget } from './RetryBudget.js';

/**
 * What went wrong with one attempt. `late`: its whole deadline passed. `reset`: the connection ended before a byte of an answer. `unsent`: the request
 * never left in whole. `lost`: it may have been carried out. `unavailable`: Discord answered with a 5xx that may pass. `unreadable`: the answer was no JSON.
 */
export type Trouble = 'late' | 'lost' | 'reset' | 'unavailable' | 'unreadable' | 'unsent';

export interface PatienceOptions {
  /** Whether Discord may carry the call out twice without harm. */
  readonly isRepeatable: boolean;
  /** Whether the call only reads. */
  readonly isRead: boolean;
  readonly retries: number;
  readonly budget: RetryBudget;
  readonly random: () => number;
}

const PAUSE: BackoffOptions = { firstMs: 500, maxMs: 4_000 };

/** How often one call may still be repeated, and when. It decides; somebody else waits. 429s are no trouble: they belong to the rate limiter. */
export class Patience {
  private readonly options: PatienceOptions;
  private tries = 0;
  private hasMetReset = false;
  private hasMetUnreadable = false;

  constructor(options: PatienceOptions) {
    this.options = options;
  }

  /**
   * How many milliseconds to wait before the next try, from nothing to half a second at first, up to four later; or `null` when the outcome is to be
   * taken as it is.
   */
  pauseMs(trouble: Trouble, nowMs: number): number | null {
    const isWorthIt = this.tries < this.options.retries && this.maySendAgain(trouble);
    if (!isWorthIt || !this.options.budget.withdraw(nowMs)) return null;
    this.tries += 1;
    // A kept connection that died while it idled says nothing about the server: the next one is new, and need not wait.
    if (trouble === 'reset' && !this.hasMetReset) {
      this.hasMetReset = true;
      return 0;
    }
    return doublingMs(PAUSE, this.tries) * this.options.random();
  }

  private maySendAgain(trouble: Trouble): boolean {
    if (trouble === 'unsent') return true;
    // Who waits has waited long enough. A server that was silent for so long will hardly be quick now.
    if (trouble === 'late') return false;
    if (trouble !== 'unreadable') return this.options.isRepeatable;
    // It was answered, and the same answer is likely to come: once is enough. With an enforced nonce the message comes that was sent already.
    const isFirst = !this.hasMetUnreadable;
    this.hasMetUnreadable = true;
    return (this.options.isRead || this.options.isRepeatable) && isFirst;
  }
}
