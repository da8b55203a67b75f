import { drive, ManualClock } from '@aplomb/base';
import type { RateFacts, RateHeaders } from '../../src/ratelimit/RateFacts.js';
import { RateLimiter } from '../../src/ratelimit/RateLimiter.js';
import type { RateLimiterAction } from '../../src/ratelimit/RateLimiterAction.js';
import type { RateLimiterInput } from '../../src/ratelimit/RateLimiterInput.js';
import type { RateLimiterOptions } from '../../src/ratelimit/RateLimiterOptions.js';
import type { RateTicket } from '../../src/ratelimit/RateTicket.js';

type Of<Type extends RateLimiterAction['type']> = Extract<RateLimiterAction, { readonly type: Type }> & { readonly atMs: number };

/** What a virtual Discord answers, and how long that takes; `null` for a call that nobody ever answers. */
export type VirtualServer = (
  ticket: RateTicket,
  nowMs: number,
) => { readonly afterMs: number; readonly facts: RateFacts | 'failed' } | null;

export interface VirtualOptions extends Partial<RateLimiterOptions> {
  /** Whether the host's first call was answered already. */
  readonly isProven?: boolean;
  readonly server?: VirtualServer;
}

/** A ticket to write to channel 1, with `changes`. */
export function ticketFor(changes: Partial<RateTicket> = {}): RateTicket {
  const route = { routeKey: 'POST /channels/:id/messages', majorKey: 'channels/1', subKey: '' };
  return { ...route, giveUpAtMs: Infinity, isInteraction: false, isRead: false, ...changes };
}

export function answer(status: number, changes: Partial<RateFacts> = {}): RateFacts {
  return { status, discordCode: 0, headers: null, isFromDiscord: true, retryAfterMs: null, scope: null, serverAtMs: null, ...changes };
}

/** A good answer with limit headers. */
export function good(remaining: number, resetAfterMs: number, changes: Partial<RateHeaders> = {}): RateFacts {
  return answer(200, { headers: { bucket: 'b1', limit: 5, remaining, resetAfterMs, ...changes } });
}

/** A limiter in virtual time, all its actions by kind, and a server where one is given. */
export class VirtualLimiter {
  readonly clock = new ManualClock();
  readonly limiter: RateLimiter;
  readonly grants: Of<'grant'>[] = [];
  readonly refusals: Of<'refuse'>[] = [];
  readonly reports: Of<'limited'>[] = [];
  readonly bands: Of<'band'>[] = [];
  server: VirtualServer | null;
  private readonly driver;

  constructor({ isProven = true, server, ...options }: VirtualOptions = {}) {
    this.limiter = new RateLimiter({ random: () => 0.5, ...options });
    this.driver = drive<RateLimiterInput, RateLimiterAction>(this.limiter, {
      clock: this.clock,
      deadline: () => ({ type: 'deadline' }),
      perform: (action) => this.perform(action),
    });
    this.server = null;
    if (isProven) this.prove();
    this.server = server ?? null;
  }

  feed(input: RateLimiterInput): void {
    this.driver.feed(input);
  }

  ask(changes: Partial<RateTicket> = {}): RateTicket {
    const ticket = ticketFor(changes);
    this.feed({ type: 'asked', ticket });
    return ticket;
  }

  answer(ticket: RateTicket, facts: RateFacts): void {
    this.feed({ type: 'answered', ticket, facts });
  }

  /** Asks, and answers at once. */
  pass(facts: RateFacts, changes: Partial<RateTicket> = {}): RateTicket {
    const ticket = this.ask(changes);
    this.answer(ticket, facts);
    return ticket;
  }

  isGranted(ticket: RateTicket): boolean {
    return this.grants.some((grant) => grant.ticket === ticket);
  }

  /** When each grant was made, from the proof of the host on. */
  get grantTimes(): number[] {
    return this.grants.map(({ atMs }) => atMs);
  }

  /** The most grants of calls that are no interactions' in any second. */
  get peakPerSecond(): number {
    const times = this.grants.filter(({ ticket }) => !ticket.isInteraction).map(({ atMs }) => atMs);
    return Math.max(0, ...times.map((fromMs) => times.filter((atMs) => atMs >= fromMs && atMs < fromMs + 1_000).length));
  }

  private prove(): void {
    const ticket = this.ask({ isInteraction: true, majorKey: 'interactions/0/proof' });
    this.answer(ticket, answer(200));
    this.grants.length = 0;
  }

  private perform(action: RateLimiterAction): void {
    const atMs = this.clock.nowMs();
    switch (action.type) {
      case 'grant':
        this.grants.push({ ...action, atMs });
        return this.serve(action.ticket);
      case 'refuse':
        return void this.refusals.push({ ...action, atMs });
      case 'limited':
        return void this.reports.push({ ...action, atMs });
      case 'band':
        return void this.bands.push({ ...action, atMs });
    }
  }

  private serve(ticket: RateTicket): void {
    const reply = this.server?.(ticket, this.clock.nowMs()) ?? null;
    if (reply === null) return;
    const { afterMs, facts } = reply;
    this.clock.after(afterMs, () => {
      this.feed(facts === 'failed' ? { type: 'failed', ticket } : { type: 'answered', ticket, facts });
    });
  }
}
