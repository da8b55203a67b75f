import type { Clock } from '@aplomb/base';
import { bucketKeyOf } from '../ratelimit/bucketKeyOf.js';
import type { RateFacts } from '../ratelimit/RateFacts.js';
import type { RateLimitStore } from '../ratelimit/RateLimitStore.js';
import type { RateTicket } from '../ratelimit/RateTicket.js';

/** How long a store may take before it is passed by. */
const PATIENCE_MS = 250;
/** Far more routes than Discord has: only a hostile server names more. */
const MOST_ROUTES = 10_000;
const UNSAID_HOLD_MS = 1_000;
/** After so many failures in a row the store is left alone for a while, lest each call wait for it. */
const MOST_FAILURES = 3;
const LEFT_ALONE_MS = 5_000;
/** A store asks to be asked again, so nothing is lost by asking it a little earlier. */
const MOST_WAIT_MS = 60_000;

/** The store that several instances count in, made harmless: one that fails or hangs never stops a call. */
export class SharedLimits {
  private readonly store: RateLimitStore;
  private readonly clock: Clock;
  /** The bucket's hash by route. */
  private readonly hashes = new Map<string, string>();
  private failuresInARow = 0;
  private askedAgainAtMs = -Infinity;

  constructor(store: RateLimitStore, clock: Clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Calls `done` once: with 0 when the request may leave, otherwise with how many milliseconds to wait. */
  take(ticket: RateTicket, done: (waitMs: number) => void): void {
    if (this.clock.nowMs() < this.askedAgainAtMs) return done(0);
    let isDone = false;
    const once = (waitMs: unknown): void => {
      if (isDone) return;
      isDone = true;
      cancel();
      const isSense = typeof waitMs === 'number' && Number.isFinite(waitMs);
      this.note(isSense);
      done(isSense ? Math.min(Math.max(0, waitMs), MOST_WAIT_MS) : 0);
    };
    const failed = (): void => {
      once(NaN);
    };
    const cancel = this.clock.after(PATIENCE_MS, failed);
    const { isInteraction } = ticket;
    attempt(() => this.store.take({ bucketKey: this.keyOf(ticket), isInteraction })).then(once, failed);
  }

  /** Passes on what an answer says; `counted` hears how many invalid requests all instances have had. */
  learn(ticket: RateTicket, facts: RateFacts, counted: (count: number) => void): void {
    if (facts.headers !== null && facts.scope !== 'shared') this.learnHeaders(ticket, facts.headers);
    if (facts.scope === 'global') ignore(() => this.store.holdAll(facts.retryAfterMs ?? UNSAID_HOLD_MS));
    if (isInvalid(facts)) attempt(() => this.store.countInvalid()).then(counted, () => undefined);
  }

  private note(isSense: boolean): void {
    this.failuresInARow = isSense ? 0 : this.failuresInARow + 1;
    if (this.failuresInARow >= MOST_FAILURES) this.askedAgainAtMs = this.clock.nowMs() + LEFT_ALONE_MS;
  }

  private learnHeaders(ticket: RateTicket, { bucket, limit, remaining, resetAfterMs }: NonNullable<RateFacts['headers']>): void {
    if (bucket !== null && this.hashes.size < MOST_ROUTES) this.hashes.set(ticket.routeKey, bucket);
    ignore(() => this.store.learn({ bucketKey: this.keyOf(ticket), limit, remaining, resetAfterMs }));
  }

  private keyOf(ticket: RateTicket): string {
    return bucketKeyOf(this.hashes.get(ticket.routeKey) ?? null, ticket);
  }
}

/**
 * Whether an answer counts towards the ban of the host.
 *
 * @see {@link https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans | Invalid request limit}
 */
function isInvalid({ scope, status }: RateFacts): boolean {
  return status === 401 || status === 403 || (status === 429 && scope !== 'shared');
}

/** A store that throws at once has failed like any other. */
async function attempt<T>(deed: () => Promise<T>): Promise<T> {
  return deed();
}

/** What a store makes of a lesson is its own affair. */
function ignore(deed: () => Promise<unknown>): void {
  attempt(deed).catch(() => undefined);
}
