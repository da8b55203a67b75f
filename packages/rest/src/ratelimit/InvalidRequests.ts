import type { InvalidRequestBand } from './RateLimiterAction.js';

/*
 * Discord bans a host that had 10,000 requests refused with 401, 403 or 429 within ten minutes. Other processes may share the host, so the bands end well
 * below that. In the band `slowed` each call that goes takes a token, and a good answer gives it back: who sends nothing wrong is hardly slowed, and who is
 * always refused comes nearer to the last band more and more slowly, and not into it.
 */

const WARNED_FROM = 1_000;
const SLOWED_FROM = 2_500;
const STOPPED_FROM = 4_500;
const PERIOD_MS = 600_000;
/** Refusals are counted by slots of this length, and forgotten when the whole slot is over. */
const SLOT_MS = 10_000;
/** How many calls may go at once in the band `slowed`. */
const MOST_TOKENS = 5;

interface Slot {
  readonly endsMs: number;
  count: number;
}

/**
 * How often this host was refused in the last ten minutes, and what follows from it.
 *
 * @see {@link https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans | Invalid request limit}
 */
export class InvalidRequests {
  private slots: Slot[] = [];
  private own = 0;
  /** What other processes of this host add, by the shared count, and until when that is believed. */
  private foreign = 0;
  private foreignUntilMs = 0;
  private tokens = MOST_TOKENS;
  private refilledAtMs = 0;

  count(nowMs: number): number {
    while (this.slots[0] !== undefined && this.slots[0].endsMs + PERIOD_MS <= nowMs) this.own -= this.slots.shift()?.count ?? 0;
    if (this.foreignUntilMs <= nowMs) this.foreign = 0;
    return this.own + this.foreign;
  }

  band(nowMs: number): InvalidRequestBand {
    const count = this.count(nowMs);
    if (count < WARNED_FROM) return 'calm';
    if (count < SLOWED_FROM) return 'warned';
    return count < STOPPED_FROM ? 'slowed' : 'stopped';
  }

  add(nowMs: number): void {
    let slot = this.slots.at(-1);
    if (slot === undefined || slot.endsMs <= nowMs) {
      slot = { endsMs: nowMs + SLOT_MS, count: 0 };
      this.slots.push(slot);
    }
    slot.count += 1;
    this.own += 1;
  }

  /** Takes over what a shared store counts for this host. */
  share(count: number, nowMs: number): void {
    const others = count - this.own;
    this.foreign = others > 0 ? others : 0;
    this.foreignUntilMs = nowMs + PERIOD_MS;
  }

  /** When the next call may go that is no interaction's; `nowMs` for at once. */
  nextMs(nowMs: number): number {
    const count = this.count(nowMs);
    if (count < SLOWED_FROM) return nowMs;
    if (count >= STOPPED_FROM) return this.belowMs(STOPPED_FROM, nowMs);
    this.refill(count, nowMs);
    if (this.tokens >= 1) return nowMs;
    return Math.min(nowMs + (1 - this.tokens) / rateAt(count), this.nextExpiryMs(nowMs));
  }

  /** A call goes. Returns whether it took a token. */
  sent(nowMs: number): boolean {
    if (this.band(nowMs) !== 'slowed') return false;
    this.tokens -= 1;
    return true;
  }

  /** A call that took a token was not refused. */
  passed(): void {
    this.tokens = Math.min(MOST_TOKENS, this.tokens + 1);
  }

  private refill(count: number, nowMs: number): void {
    this.tokens = Math.min(MOST_TOKENS, this.tokens + (nowMs - this.refilledAtMs) * rateAt(count));
    this.refilledAtMs = nowMs;
  }

  /** When so many will be forgotten that fewer than `count` are left, if no more come. */
  private belowMs(count: number, nowMs: number): number {
    let left = this.count(nowMs);
    if (this.foreign > 0 && left - this.foreign < count) return this.nextExpiryMs(nowMs);
    for (const slot of this.slots) {
      left -= slot.count;
      if (left < count) return slot.endsMs + PERIOD_MS;
    }
    return this.foreignUntilMs;
  }

  /** When the count falls next by itself. Only asked while there is something to forget. */
  private nextExpiryMs(nowMs: number): number {
    const ownMs = this.slots[0] === undefined ? Infinity : this.slots[0].endsMs + PERIOD_MS;
    return Math.min(ownMs, this.foreignUntilMs > nowMs ? this.foreignUntilMs : Infinity);
  }
}

/** Calls per millisecond that keep ten minutes of refusals below the last band. */
function rateAt(count: number): number {
  return (STOPPED_FROM - count) / PERIOD_MS;
}
