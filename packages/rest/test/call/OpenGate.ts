import type { Machine } from '@aplomb/base';
import type { RateLimiterAction, RateRefusalCause } from '../../src/ratelimit/RateLimiterAction.js';
import type { RateLimiterInput } from '../../src/ratelimit/RateLimiterInput.js';
import type { RateTicket } from '../../src/ratelimit/RateTicket.js';

/**
 * A limiter that lets everything go at once, and a call that met a 429 when its time is over; or that refuses what it is told to refuse. It keeps
 * what it was told.
 */
export class OpenGate implements Machine<RateLimiterInput, RateLimiterAction> {
  readonly seen: RateLimiterInput[] = [];
  /** Set to refuse the next that asks. */
  refusal: RateRefusalCause | null = null;
  /** Whether nobody is let go. */
  isShut = false;
  private readonly waiting = new Map<RateTicket, number>();

  get deadlineMs(): number | null {
    return this.waiting.size === 0 || this.isShut ? null : Math.min(...this.waiting.values());
  }

  handle(input: RateLimiterInput, nowMs: number): readonly RateLimiterAction[] {
    this.seen.push(input);
    switch (input.type) {
      case 'asked':
        if (this.refusal !== null) return [{ type: 'refuse', ticket: input.ticket, cause: this.refusal, wait: waitOf(5) }];
        return this.wait(input.ticket, nowMs, nowMs);
      case 'answered':
        return input.facts.status === 429 ? this.hold(input.ticket, input.facts.retryAfterMs ?? 0, nowMs) : [];
      case 'postponed':
      case 'repeating':
        return this.wait(input.ticket, nowMs + input.waitMs, nowMs);
      case 'withdrawn':
        this.waiting.delete(input.ticket);
        return [];
      case 'deadline':
        return this.release(nowMs);
      default:
        return [];
    }
  }

  /** How often it was told this. */
  count(type: RateLimiterInput['type']): number {
    return this.seen.filter((input) => input.type === type).length;
  }

  private hold(ticket: RateTicket, waitMs: number, nowMs: number): readonly RateLimiterAction[] {
    if (nowMs + waitMs > ticket.giveUpAtMs) return [{ type: 'refuse', ticket, cause: 'wait too long', wait: waitOf(waitMs) }];
    return [{ type: 'limited', ticket, wait: waitOf(waitMs) }, ...this.wait(ticket, nowMs + waitMs, nowMs)];
  }

  private wait(ticket: RateTicket, untilMs: number, nowMs: number): readonly RateLimiterAction[] {
    this.waiting.set(ticket, untilMs);
    return this.isShut ? [] : this.release(nowMs);
  }

  private release(nowMs: number): readonly RateLimiterAction[] {
    const due = [...this.waiting].filter(([, untilMs]) => untilMs <= nowMs).map(([ticket]) => ticket);
    for (const ticket of due) this.waiting.delete(ticket);
    return due.map((ticket) => ({ type: 'grant', ticket }));
  }
}

const waitOf = (waitMs: number) => ({ bucket: 'hash', isAnswer: true, scope: 'user', waitMs }) as const;
