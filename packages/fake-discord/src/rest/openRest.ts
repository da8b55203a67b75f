import { makeRestFaults } from '../faults/makeRestFaults.js';
import { RestFaultPlan } from '../faults/RestFaultPlan.js';
import type { RestFaults } from '../faults/RestFaults.js';
import { Front } from './Front.js';
import { invalidRequestsMax, makeRateLimits } from './limits/RateLimitsOptions.js';
import type { RateLimitsOptions } from './limits/RateLimitsOptions.js';
import { RequestLog } from './RequestLog.js';
import { RestApi } from './RestApi.js';
import type { RestApiOptions } from './RestApi.js';
import { RestServer } from './RestServer.js';

/** The REST half of a fake Discord. */
export interface RestPart {
  readonly api: RestApi;
  readonly faults: RestFaults & { clear(): void };
  readonly log: RequestLog;
  readonly server: RestServer;
}

/** Puts together what a request passes: Cloudflare, faults, limits and routes. */
export function openRest({
  rateLimits,
  ...options
}: Omit<RestApiOptions, 'limits'> & { readonly rateLimits: RateLimitsOptions | false }): RestPart {
  const { connectionClock: clock } = options.world;
  const limits = makeRateLimits(rateLimits);
  const api = new RestApi({ ...options, limits });
  const front = new Front(invalidRequestsMax(rateLimits));
  const plan = new RestFaultPlan();
  const log = new RequestLog();
  const faults = makeRestFaults({ callOf: (request) => api.callOf(request), clock, front, limits, plan });
  return { api, faults, log, server: new RestServer({ api, clock, faults: plan, front, log }) };
}
