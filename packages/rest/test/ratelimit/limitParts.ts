import { Bucket } from '../../src/ratelimit/Bucket.js';
import { HashTraits } from '../../src/ratelimit/HashTraits.js';
import { Lane, type LimitedRoute } from '../../src/ratelimit/Lane.js';
import { windowReport, type WindowReport } from '../../src/ratelimit/LimitWindow.js';
import { QueuedCall } from '../../src/ratelimit/QueuedCall.js';
import type { RateTicket } from '../../src/ratelimit/RateTicket.js';
import { ticketFor } from './virtualLimiter.js';

export const routeNamed = (key: string): LimitedRoute => ({ key, hash: null, hashSentAtMs: -Infinity, lanes: new Map() });

export const bucketNamed = (hash: string | null = 'b1', traits = new HashTraits()): Bucket =>
  new Bucket(`${String(hash)} m`, hash, 'm', traits);

/** A lane that stands in `bucket`. */
export function laneIn(bucket: Bucket, key = 'POST /a'): Lane {
  const route = routeNamed(key);
  const lane = new Lane(route, bucket.majorKey, bucket.counterOf(route, 0));
  bucket.lanes.push(lane);
  return lane;
}

let order = 0;

/** A call that waits in `lane`. */
export function waitingIn(lane: Lane, changes: Partial<RateTicket> = {}): QueuedCall {
  const call = new QueuedCall(ticketFor(changes), lane, order++);
  lane.line.add(call);
  return call;
}

/** A call of `lane` that is under way. */
export function underWayIn(lane: Lane, changes: Partial<RateTicket> = {}): QueuedCall {
  const call = new QueuedCall(ticketFor(changes), lane, order++);
  call.go(0);
  return call;
}

/** What an answer says that came at `atMs` to a call sent at `sentMs`. */
export const said = (remaining: number, resetAfterMs: number, sentMs: number, atMs: number, limit = 5): WindowReport =>
  windowReport({ bucket: 'b1', limit, remaining, resetAfterMs }, sentMs, atMs);
