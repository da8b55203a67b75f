import type { LimitedRoute } from './Lane.js';

/** How many pairs are remembered for one hash: more than its routes make. */
const MOST_PAIRS = 256;

/**
 * What is known of a hash, whatever the major parameter: its limit, and which of its routes Discord counts apart. Mostly a hash is one count for all of its
 * routes (adding and removing a reaction); but sending and editing a message bear one hash and are counted apart. Routes are taken to be counted together until
 * their answers say otherwise.
 *
 * @see {@link https://github.com/discord/discord-api-docs/issues/8073 | Two counts with one hash}
 */
export class HashTraits {
  /** How many requests a window takes, by the latest answer of any bucket of this hash. */
  limit = Infinity;
  private limitSentAtMs = -Infinity;
  private readonly pairs = new Set<string>();

  learnLimit(limit: number, sentAtMs: number): void {
    if (sentAtMs < this.limitSentAtMs) return;
    this.limit = limit;
    this.limitSentAtMs = sentAtMs;
  }

  areApart(one: LimitedRoute, other: LimitedRoute): boolean {
    return this.pairs.size > 0 && this.pairs.has(pairOf(one, other));
  }

  separate(one: LimitedRoute, other: LimitedRoute): void {
    if (this.pairs.size >= MOST_PAIRS) this.pairs.clear();
    this.pairs.add(pairOf(one, other));
  }

  /** Discord said no where there should have been room: perhaps they are counted together after all. */
  rejoin(): void {
    this.pairs.clear();
  }
}

function pairOf(one: LimitedRoute, other: LimitedRoute): string {
  return one.key < other.key ? `${one.key} & ${other.key}` : `${other.key} & ${one.key}`;
}
