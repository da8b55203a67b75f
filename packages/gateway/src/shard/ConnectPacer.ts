import { OptionsError } from '@aplomb/base';

/** How many connects a second a process may begin, so that a thousand shards that fell together do not come back in one instant. */
const CONNECTS_PER_SECOND = 50;
const WINDOW_MS = 1_000;

/** Hands out instants to connect at: at most `perSecond` in any rolling second. */
export class ConnectPacer {
  /** The last `perSecond` booked instants, oldest at `next`: the booking that a new one must stay a second behind. */
  private readonly booked: number[];
  private next = 0;

  /** @throws {@link OptionsError} `INVALID_OPTION` unless `perSecond` is a whole number above 0. */
  constructor(perSecond: number = CONNECTS_PER_SECOND) {
    if (!Number.isInteger(perSecond) || perSecond < 1) {
      throw new OptionsError('INVALID_OPTION', {
        what: `\`perSecond\` of a ConnectPacer is ${perSecond}.`,
        cure: 'Give a whole number above 0.',
      });
    }
    this.booked = Array.from({ length: perSecond }, () => -Infinity);
  }

  /** Books the first free instant at or after `fromMs` and returns it. */
  book(fromMs: number): number {
    const oldestMs = this.booked[this.next] ?? -Infinity;
    const atMs = Math.max(fromMs, oldestMs + WINDOW_MS);
    this.booked[this.next] = atMs;
    this.next = (this.next + 1) % this.booked.length;
    return atMs;
  }
}
