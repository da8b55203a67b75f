import { GlobalWindow } from './GlobalWindow.js';
import { HostGate } from './HostGate.js';
import { InvalidRequests } from './InvalidRequests.js';
import type { QueuedCall } from './QueuedCall.js';
import type { RateFacts, RateLimitScope } from './RateFacts.js';
import type { RateRefusalCause } from './RateLimiterAction.js';

/** A limit that holds a call back. */
export interface Limit {
  readonly cause: RateRefusalCause;
  readonly scope: RateLimitScope | 'host';
  /** When it ends at the earliest; a past instant where only an answer can tell. */
  readonly untilMs: number;
}

/** What {@link SharedGates} are made of. */
export interface SharedGatesOptions {
  readonly globalRequestsPerSecond: number;
  readonly maxInFlight: number;
  readonly random: () => number;
}

/** What all calls pass together, whatever their bucket. Calls of interactions pass only the host's gate. */
export class SharedGates {
  readonly invalid = new InvalidRequests();
  private readonly host: HostGate;
  private readonly window: GlobalWindow;
  private readonly maxInFlight: number;
  /** Discord said that the bot as a whole was too fast. */
  private heldUntilMs = 0;
  private heldAtMs = -Infinity;
  private holdsInARow = 0;
  /** Calls on the wire that are no interactions'. */
  private underWay = 0;

  constructor({ globalRequestsPerSecond, maxInFlight, random }: SharedGatesOptions) {
    this.host = new HostGate(random);
    this.window = new GlobalWindow(globalRequestsPerSecond);
    this.maxInFlight = maxInFlight > 0 ? maxInFlight : Infinity;
  }

  /** When the next call may go: `nowMs` or earlier for at once, `Infinity` while only an answer can tell. */
  nextMs(isInteraction: boolean, nowMs: number): number {
    const hostMs = this.host.nextMs(isInteraction, nowMs);
    if (isInteraction) return hostMs;
    if (this.underWay >= this.maxInFlight) return Infinity;
    return Math.max(hostMs, this.heldUntilMs, this.invalid.nextMs(nowMs), this.window.nextMs(nowMs));
  }

  /** What holds calls back now, if it is a limit. */
  limitOn(isInteraction: boolean, nowMs: number): Limit | null {
    if (this.host.isClosed) return limit('host', this.host.nextMs(isInteraction, nowMs), nowMs);
    if (isInteraction) return null;
    if (this.heldUntilMs > nowMs) return limit('global', this.heldUntilMs, nowMs);
    const slowedUntilMs = this.invalid.nextMs(nowMs);
    if (slowedUntilMs > nowMs) {
      const isStopped = this.invalid.band(nowMs) === 'stopped';
      return { ...limit('host', slowedUntilMs, nowMs), cause: isStopped ? 'too many invalid requests' : 'wait too long' };
    }
    const windowMs = this.window.nextMs(nowMs);
    return windowMs > nowMs ? limit('global', windowMs, nowMs) : null;
  }

  granted(call: QueuedCall, nowMs: number): void {
    this.host.granted(call, nowMs);
    if (call.ticket.isInteraction) return;
    this.underWay += 1;
    call.globalPlace = this.window.take();
    call.isPaced = this.invalid.sent(nowMs);
  }

  /** It is written to a connection. */
  sent({ globalPlace }: QueuedCall, nowMs: number): void {
    this.host.sent(nowMs);
    if (globalPlace !== null) this.window.written(globalPlace, nowMs);
  }

  answered(call: QueuedCall, facts: RateFacts, nowMs: number): void {
    this.window.measure(call.sentAtMs, nowMs, facts.serverAtMs);
    if (!call.ticket.isInteraction) {
      this.underWay -= 1;
      if (call.globalPlace !== null) this.window.answered(call.globalPlace, call.sentAtMs, nowMs, facts.serverAtMs);
    }
    if (isInvalid(facts)) this.invalid.add(nowMs);
    else if (call.isPaced) this.invalid.passed();
    if (facts.isFromDiscord) this.host.answered(call);
    else this.host.refused(call, facts.status, facts.retryAfterMs, nowMs);
    if (facts.status !== 429 && call.sentAtMs > this.heldAtMs) this.holdsInARow = 0;
  }

  lost(call: QueuedCall, nowMs: number): void {
    this.host.lost(call, nowMs);
    if (call.ticket.isInteraction) return;
    this.underWay -= 1;
    if (call.globalPlace !== null) this.window.lost(call.globalPlace, nowMs);
  }

  /** A call that was let through was not sent. */
  giveBack(call: QueuedCall, nowMs: number): void {
    this.host.lost(call, nowMs);
    if (call.ticket.isInteraction) return;
    this.underWay -= 1;
    if (call.globalPlace !== null) this.window.giveBack(call.globalPlace);
    if (call.isPaced) this.invalid.passed();
  }

  /** How many global 429s came without another answer between them, with that of `call`. Those of calls that were sent together count once. */
  countHold(call: QueuedCall, nowMs: number): number {
    if (call.sentAtMs > this.heldAtMs) {
      this.holdsInARow += 1;
      this.window.exceeded(nowMs);
    }
    return this.holdsInARow;
  }

  hold(untilMs: number, nowMs: number): void {
    this.heldUntilMs = Math.max(this.heldUntilMs, untilMs);
    this.heldAtMs = nowMs;
  }
}

function limit(scope: RateLimitScope | 'host', untilMs: number, nowMs: number): Limit {
  return { cause: 'wait too long', scope, untilMs: untilMs === Infinity ? nowMs : untilMs };
}

/** @see {@link https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans | Invalid request limit} */
function isInvalid({ scope, status }: RateFacts): boolean {
  return status === 401 || status === 403 || (status === 429 && scope !== 'shared');
}
