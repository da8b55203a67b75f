import { refuseUnknownOptions, type Clock } from '@aplomb/base';
import type { Front } from '../rest/Front.js';
import { bucketHeaders, limitedReply } from '../rest/limits/limitReplies.js';
import type { LimitChange, LimitedCall, RateLimits } from '../rest/limits/RateLimits.js';
import type { Delivery, RestAnswer, RestHeaders, RestReply, RestRequest } from '../rest/RestRequest.js';
import { RoutePattern } from '../rest/RoutePattern.js';
import { requireNumber, requireStatus } from './checks.js';
import type { PlannedFault } from './FaultPlan.js';
import type { RestFault, RestFaultPlan, RestRuleScope } from './RestFaultPlan.js';
import type { FailureFault, RateLimitFault, RestFaults } from './RestFaults.js';

/** What the faults of REST take hold of. */
export interface RestFaultTargets {
  readonly callOf: (request: RestRequest) => LimitedCall;
  readonly clock: Clock;
  readonly front: Front;
  readonly limits: RateLimits;
  readonly plan: RestFaultPlan;
}

const HTML = { 'content-type': 'text/html; charset=UTF-8' };
const FIRST_OF_CLOUDFLARE = 520;
const BUCKET_HEADERS = ['limit', 'remaining', 'reset', 'reset-after', 'bucket'].map((name) => `x-ratelimit-${name}`);

/** Makes the faults of REST, and what takes all of them back. */
export function makeRestFaults(targets: RestFaultTargets): RestFaults & { clear(): void } {
  const { plan } = targets;
  const lasting = new Set<PlannedFault>();
  const lasts: Lasts = (undo, isOver = () => false) => keep(lasting, undo, isOver);
  return {
    ...limitFaults(targets, lasts),
    ...deliveryFaults(plan),
    ...bodyFaults(plan),
    ...headerFaults(plan),
    failRequests: (route, status, { afterExecuting = false, body, headers, ...scope } = {}) => {
      requireStatus(status);
      const reply = failure(status, { body, headers: headers ?? {} });
      return plan.plan('failRequests', route, inPlaceOf(reply, afterExecuting), scope);
    },
    clear: () => {
      plan.clear();
      for (const fault of [...lasting]) fault.cancel();
    },
  };
}

type Lasts = (undo: () => void, isOver?: () => boolean) => PlannedFault;
type LimitFaults = Pick<RestFaults, 'changeBucket' | 'cloudflareBan' | 'globalRateLimit' | 'rateLimit'>;

function limitFaults(targets: RestFaultTargets, lasts: Lasts): LimitFaults {
  const { clock, front, limits } = targets;
  const lastsFor = (ms: number, closeUntil: (untilMs: number) => void): PlannedFault => {
    requireNumber('ms', ms, 0);
    const untilMs = clock.nowMs() + ms;
    closeUntil(untilMs);
    return lasts(
      () => {
        closeUntil(-Infinity);
      },
      () => clock.nowMs() >= untilMs,
    );
  };
  return {
    rateLimit: (route, how = {}) => ('limit' in how ? lasts(changeLimit(limits, route, how)) : refuseNext(targets, route, how)),
    globalRateLimit: (ms) =>
      lastsFor(ms, (untilMs) => {
        limits.closeGlobally(untilMs);
      }),
    cloudflareBan: (ms) =>
      lastsFor(ms, (untilMs) => {
        front.ban(untilMs);
      }),
    changeBucket: (route, hash) => lasts(limits.rename(new RoutePattern(route), hash)),
  };
}

function changeLimit(limits: RateLimits, route: string, change: LimitChange): () => void {
  refuseUnknownOptions('rateLimit', change, ['isSubLimit', 'limit', 'perMs', 'scope']);
  requireNumber('limit', change.limit, 1);
  requireNumber('perMs', change.perMs, 1);
  return limits.change(new RoutePattern(route), change);
}

function refuseNext(targets: RestFaultTargets, route: string, how: RateLimitFault): PlannedFault {
  const { retryAfter, retryAfterMs = 1_000, scope = 'user', ...rest } = how;
  const { callOf, clock, limits, plan } = targets;
  requireNumber('retryAfterMs', retryAfterMs, 0);
  const refusal = { retryAfterMs, scope };
  const refuse = (request: RestRequest): RestReply => {
    if (retryAfter !== undefined) return limitedReply(refusal, {}, retryAfter);
    const bucket = limits.close(callOf(request), refusal, clock.nowMs());
    return limitedReply(refusal, bucketHeaders(bucket, { nowMs: clock.nowMs(), wallMs: clock.wallMs() }));
  };
  return plan.plan('rateLimit', route, refuse, rest);
}

type DeliveryFaults = Pick<RestFaults, 'dripAnswer' | 'neverAnswer' | 'resetBeforeAnswer' | 'resetInAnswer' | 'slowAnswer'>;

function deliveryFaults(plan: RestFaultPlan): DeliveryFaults {
  const send = (name: string, route: string, delivery: Delivery, scope: RestRuleScope = {}): PlannedFault =>
    plan.plan(name, route, delivered(delivery), scope);
  return {
    slowAnswer: (route, ms, scope) => {
      requireNumber('ms', ms, 0);
      return send('slowAnswer', route, { afterMs: ms }, scope);
    },
    neverAnswer: (route, scope) => send('neverAnswer', route, { afterMs: Infinity }, scope),
    dripAnswer: (route, bytesPerSecond, scope) => {
      requireNumber('bytesPerSecond', bytesPerSecond, 0.001);
      return send('dripAnswer', route, { bytesPerSecond }, scope);
    },
    resetInAnswer: (route, atByte, scope) => {
      requireNumber('atByte', atByte, 0);
      return send('resetInAnswer', route, { resetAt: atByte }, scope);
    },
    resetBeforeAnswer: (route, { afterExecuting = true, ...scope } = {}) => {
      const nothing: RestReply = { status: 500, delivery: { resetAt: 'headers' } };
      return plan.plan('resetBeforeAnswer', route, inPlaceOf(nothing, afterExecuting), scope);
    },
  };
}

function bodyFaults(plan: RestFaultPlan): Pick<RestFaults, 'brokenJson' | 'emptyAnswer' | 'htmlAnswer' | 'redirect'> {
  const change = (name: string, route: string, deed: (reply: RestReply) => RestReply, scope: RestRuleScope = {}): PlannedFault =>
    plan.plan(name, route, changed(deed), scope);
  return {
    emptyAnswer: (route, scope) => change('emptyAnswer', route, (reply) => ({ ...reply, rawBody: '' }), scope),
    brokenJson: (route, scope) => change('brokenJson', route, (reply) => ({ ...reply, rawBody: half(reply.body) }), scope),
    htmlAnswer: (route, scope) => change('htmlAnswer', route, asPage, scope),
    redirect: (route, url, { status = 307, ...scope } = {}) => {
      requireStatus(status);
      return plan.plan('redirect', route, () => ({ status, headers: { location: url } }), scope);
    },
  };
}

function headerFaults(plan: RestFaultPlan): Pick<RestFaults, 'badRateLimitHeaders' | 'withoutRateLimitHeaders'> {
  const none = Object.fromEntries(BUCKET_HEADERS.map((name) => [name, undefined]));
  const plant = (name: string, route: string, headers: RestHeaders, scope: RestRuleScope = {}): PlannedFault =>
    plan.plan(
      name,
      route,
      changed((reply) => ({ ...reply, headers: { ...reply.headers, ...headers } })),
      scope,
    );
  return {
    badRateLimitHeaders: (route, headers, scope) => plant('badRateLimitHeaders', route, headers, scope),
    withoutRateLimitHeaders: (route, scope) => plant('withoutRateLimitHeaders', route, none, scope),
  };
}

/** Answers for Discord, which may have done before what it was asked. */
function inPlaceOf(reply: RestReply, afterExecuting: boolean): RestFault {
  return async (_, next) => {
    if (afterExecuting) await next();
    return reply;
  };
}

function delivered(delivery: Delivery): RestFault {
  return changed((reply) => ({ ...reply, delivery: { ...reply.delivery, ...delivery } }));
}

function changed(change: (reply: RestReply) => RestReply): RestFault {
  return async (_, next) => {
    const answer: RestAnswer = await next();
    return answer === 'hang up' ? answer : change(answer);
  };
}

function failure(status: number, { body, headers }: Pick<FailureFault, 'body'> & { readonly headers: RestHeaders }): RestReply {
  // Beyond 520 it is Cloudflare that speaks, of a Discord that it did not reach.
  const via = status >= FIRST_OF_CLOUDFLARE ? { via: undefined } : {};
  if (typeof body === 'string') return { status, headers: { ...via, ...headers }, rawBody: body };
  if (body !== undefined) return { status, headers: { ...via, ...headers }, body };
  if (status < 500) return { status, headers, body: { message: `${status}: FakeDiscord was told to fail`, code: 0 } };
  return { status, headers: { ...HTML, ...via, ...headers }, rawBody: page(`Error ${status}`) };
}

function asPage(reply: RestReply): RestReply {
  return { ...reply, headers: { ...reply.headers, ...HTML }, rawBody: page('Hello') };
}

function page(title: string): string {
  return `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
}

function half(body: unknown): string {
  const text = JSON.stringify(body ?? { id: '0' });
  return text.slice(0, Math.ceil(text.length / 2));
}

/** A fault that lasts until it is taken back, or over. */
function keep(lasting: Set<PlannedFault>, undo: () => void, isOver: () => boolean): PlannedFault {
  const cancel = (): void => {
    if (lasting.delete(fault)) undo();
  };
  const fault: PlannedFault = {
    get remaining() {
      return lasting.has(fault) && !isOver() ? Infinity : 0;
    },
    cancel,
    [Symbol.dispose]: cancel,
  };
  lasting.add(fault);
  return fault;
}
