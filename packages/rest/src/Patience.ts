import { doublingMs, type BackoffOptions } from '@aplomb/base';
import type { TransportError } from './errors.js';
import type { HttpAnswer } from './HttpSender.js';
import { isNotServed } from './refusal.js';
import { retryAfterMs } from './ratelimit/retryAfter.js';
import type { HttpMethod } from './RestRequest.js';

/** How one attempt went. */
export type Outcome =
  { readonly type: 'answered'; readonly answer: HttpAnswer } | { readonly type: 'failed'; readonly error: TransportError };

/** What to do next: take the outcome as it is, or wait and try again. `limit` is there when a rate limit is the reason. */
export type Verdict =
  | { readonly type: 'final' }
  | { readonly type: 'retry'; readonly waitMs: number }
  | { readonly type: 'limited'; readonly waitMs: number; readonly isTooLong: boolean };

const RETRY: BackoffOptions = { firstMs: 500, maxMs: 4_000 };
const FINAL: Verdict = { type: 'final' };

/** How much one call may still wait and how often it may still be repeated. Pure: it decides, somebody else sleeps. */
export class Patience {
  private retriesLeft: number;
  private waitLeftMs: number;
  private failures = 0;
  private limitsInARow = 0;
  private readonly random: () => number;

  constructor(method: HttpMethod, options: { readonly retries: number; readonly maxWaitMs: number; readonly random: () => number }) {
    this.retriesLeft = method === 'GET' ? options.retries : 0;
    this.waitLeftMs = options.maxWaitMs;
    this.random = options.random;
  }

  judge(outcome: Outcome): Verdict {
    if (outcome.type === 'answered' && outcome.answer.status === 429) return this.judgeLimit(outcome.answer);
    this.limitsInARow = 0;
    const mayPass = outcome.type === 'failed' || (outcome.answer.status >= 500 && !isNotServed(outcome.answer.status));
    if (!mayPass || this.retriesLeft === 0) return FINAL;
    this.retriesLeft -= 1;
    this.failures += 1;
    return { type: 'retry', waitMs: doublingMs(RETRY, this.failures) * this.random() };
  }

  /** A rate limit is no failure: the call was not carried out, so it may be repeated whatever its method. */
  private judgeLimit(answer: HttpAnswer): Verdict {
    this.limitsInARow += 1;
    const body = (answer.body ?? {}) as { readonly retry_after?: unknown };
    const waitMs = retryAfterMs(
      { header: answer.header('retry-after'), body: body.retry_after, date: answer.header('date') },
      this.limitsInARow,
    );
    const isTooLong = waitMs > this.waitLeftMs;
    this.waitLeftMs -= waitMs;
    return { type: 'limited', waitMs, isTooLong };
  }
}
