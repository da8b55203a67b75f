import { RateLimitError, type RateLimitErrorCode } from '../errors.js';
import type { RateFacts } from '../ratelimit/RateFacts.js';
import type { RateLimitWait, RateRefusalCause } from '../ratelimit/RateLimiterAction.js';
import type { CallPlan } from './CallPlan.js';

const CODES: Readonly<Record<RateRefusalCause, RateLimitErrorCode>> = {
  'line full': 'REST_QUEUE_FULL',
  'too many invalid requests': 'REST_TOO_MANY_INVALID',
  'wait too long': 'REST_RATE_LIMITED',
};

const CURES: Readonly<Record<RateRefusalCause, string>> = {
  'line full': 'Call less often, await calls before making more, or raise `maxWaitingCalls`.',
  'too many invalid requests':
    'Find the calls that are answered with 401, 403 or 429 (the `response` event tells them), and make them no more.',
  'wait too long': 'Call again later, call less often, or raise `maxWaitMs`.',
};

/** The error of a call that the limiter did not let go. */
export function rateLimitError(plan: CallPlan, cause: RateRefusalCause, { bucket, scope, waitMs }: RateLimitWait): RateLimitError {
  const { call } = plan;
  return new RateLimitError(CODES[cause], {
    ...call,
    bucket,
    scope,
    retryAfterMs: waitMs,
    what: whatOf(plan, cause, scope, waitMs),
    cure: CURES[cause],
  });
}

function whatOf({ call, maxWaitMs }: CallPlan, cause: RateRefusalCause, scope: RateLimitWait['scope'], waitMs: number): string {
  const name = `${call.method} ${call.path}`;
  switch (cause) {
    case 'line full':
      return `${name} was not sent, because too many calls wait already.`;
    case 'too many invalid requests':
      return `${name} was not sent, because so many requests were invalid that Discord would soon ban this host.`;
    case 'wait too long':
      return `${name} is limited (scope ${scope}) for another ${String(Math.ceil(waitMs))} ms, and may wait ${String(maxWaitMs)} ms in all.`;
  }
}

/** The error of an upload that met a 429 after its stream was read. */
export function spentBodyError({ call }: CallPlan, { headers, retryAfterMs, scope }: RateFacts): RateLimitError {
  return new RateLimitError('REST_RATE_LIMITED', {
    ...call,
    bucket: headers?.bucket ?? null,
    scope: scope ?? 'user',
    retryAfterMs: retryAfterMs ?? headers?.resetAfterMs ?? 0,
    what: `${call.method} ${call.path} met a rate limit, and its stream cannot be sent a second time.`,
    cure: 'Give bytes, or a function that opens a new stream for each attempt.',
  });
}
