import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RateFacts } from '../../src/ratelimit/RateFacts.js';
import { RateLimiter } from '../../src/ratelimit/RateLimiter.js';
import type { RateLimiterInput } from '../../src/ratelimit/RateLimiterInput.js';
import type { RateTicket } from '../../src/ratelimit/RateTicket.js';

const PATIENCE_MS = 60_000;

const arbitraryFacts: fc.Arbitrary<RateFacts> = fc.record({
  status: fc.constantFrom(200, 200, 204, 401, 403, 404, 429, 429, 502),
  discordCode: fc.constant(0),
  headers: fc.option(
    fc
      .record({
        bucket: fc.constantFrom(null, 'a', 'b', 'c'),
        limit: fc.integer({ min: 1, max: 6 }),
        remaining: fc.integer({ min: 0, max: 6 }),
        resetAfterMs: fc.constantFrom(0, 1, 250, 5_000, 86_400_000),
      })
      .map((headers) => ({ ...headers, remaining: Math.min(headers.limit, headers.remaining) })),
  ),
  isFromDiscord: fc.boolean(),
  serverAtMs: fc.constantFrom(null, 0, 1_470_173_022_808, 9e15),
  retryAfterMs: fc.constantFrom(null, 0, 1, 300, 5_000, 86_400_000),
  scope: fc.constantFrom(null, 'global' as const, 'shared' as const, 'user' as const),
});

const arbitraryStep = fc.record({
  kind: fc.constantFrom(
    'ask',
    'ask',
    'ask',
    'answer',
    'answer',
    'fail',
    'unsend',
    'repeat',
    'postpone',
    'withdraw',
    'count',
    'wait',
    'stray',
  ),
  pick: fc.nat(),
  waitMs: fc.constantFrom(0, 1, 40, 700, 10_000, NaN, -5, Infinity),
  facts: arbitraryFacts,
  ticket: fc.record({
    giveUpAtMs: fc.constantFrom(PATIENCE_MS, PATIENCE_MS, 100, 0, -1, NaN),
    isInteraction: fc.boolean(),
    isRead: fc.boolean(),
    majorKey: fc.constantFrom('', 'channels/1', 'channels/2'),
    routeKey: fc.constantFrom('GET /a', 'POST /b', 'PATCH /c'),
    subKey: fc.constantFrom('', 'name'),
  }),
});

type Step = typeof arbitraryStep extends fc.Arbitrary<infer Value> ? Value : never;

/** Feeds a history to a limiter, and checks after each step what must always hold. */
class History {
  readonly limiter = new RateLimiter({ random: () => 0.5, maxWaiting: 20, maxInFlight: 4, globalRequestsPerSecond: 3 });
  readonly stages = new Map<RateTicket, 'over' | 'underWay' | 'waiting'>();
  nowMs = 0;

  run(step: Step): void {
    const ticket = this.pick(step);
    const inputs: Record<Step['kind'], RateLimiterInput> = {
      ask: { type: 'asked', ticket: this.made(step) },
      answer: { type: 'answered', ticket, facts: step.facts },
      fail: { type: 'failed', ticket },
      unsend: { type: 'unsent', ticket },
      repeat: { type: 'repeating', ticket, outcome: step.pick % 2 === 0 ? step.facts : 'failed', waitMs: step.waitMs },
      postpone: { type: 'postponed', ticket, waitMs: step.waitMs },
      withdraw: { type: 'withdrawn', ticket },
      count: { type: 'invalidCounted', count: step.pick % 6_000 },
      wait: { type: 'deadline' },
      // A ticket that never asked.
      stray: { type: 'answered', ticket: { ...ticket }, facts: step.facts },
    };
    if (step.kind === 'wait' && step.waitMs > 0 && step.waitMs < Infinity) this.nowMs += step.waitMs;
    this.feed(inputs[step.kind], step.kind === 'ask' || step.kind === 'stray');
  }

  /** Lets time pass as `drive` does, and has the server answer whatever is under way, until nothing waits. */
  finish(): void {
    for (let rounds = 0; rounds < 5_000 && this.count('waiting') > 0; rounds += 1) {
      const { deadlineMs } = this.limiter;
      if (deadlineMs !== null) this.nowMs = Math.max(this.nowMs, deadlineMs);
      this.feed({ type: 'deadline' }, false);
    }
  }

  count(stage: 'over' | 'underWay' | 'waiting'): number {
    return [...this.stages.values()].filter((one) => one === stage).length;
  }

  private pick({ pick }: Step): RateTicket {
    const open = [...this.stages.keys()];
    return open[pick % Math.max(1, open.length)] ?? this.made({ ticket: { majorKey: '' } } as Step);
  }

  private made({ ticket }: Step): RateTicket {
    return { ...ticket, giveUpAtMs: this.nowMs + ticket.giveUpAtMs };
  }

  private feed(input: RateLimiterInput, isForeign: boolean): void {
    if (input.type === 'asked') this.stages.set(input.ticket, 'waiting');
    else if ('ticket' in input && !isForeign) this.leave(input);
    for (const action of this.limiter.handle(input, this.nowMs)) {
      if (action.type === 'band' || action.type === 'limited') continue;
      // Nothing is granted or refused that does not wait: so nothing is granted twice.
      expect(this.stages.get(action.ticket)).toBe('waiting');
      this.stages.set(action.ticket, action.type === 'grant' ? 'underWay' : 'over');
    }
    this.check();
  }

  private leave(input: RateLimiterInput & { readonly ticket: RateTicket }): void {
    const stage = this.stages.get(input.ticket);
    const isBack = input.type === 'postponed' || input.type === 'repeating' || (input.type === 'answered' && input.facts.status === 429);
    if (stage === 'underWay') this.stages.set(input.ticket, isBack ? 'waiting' : 'over');
    if (stage === 'waiting' && input.type === 'withdrawn') this.stages.set(input.ticket, 'over');
  }

  private check(): void {
    const { inFlight, waiting, lanes, buckets, routes } = this.limiter.snapshot();
    expect([inFlight, waiting]).toEqual([this.count('underWay'), this.count('waiting')]);
    // Three routes of two kinds by three major parameters.
    expect([lanes <= 18, buckets <= 18, routes <= 6]).toEqual([true, true, true]);
    expect(waiting === 0 || inFlight > 0 || this.limiter.deadlineMs !== null).toBe(true);
  }
}

describe('a rate limiter, whatever happens to it', () => {
  it('R-10 R-11 grants nothing twice, loses nobody, and refuses in the end who cannot go', () => {
    fc.assert(
      fc.property(fc.array(arbitraryStep, { maxLength: 120 }), (steps) => {
        const history = new History();
        for (const step of steps) history.run(step);
        history.finish();
        expect(history.count('waiting')).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});
