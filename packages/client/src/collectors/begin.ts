import { Collector } from './Collector.js';
import type { CollectingPlan } from './Collecting.js';
import type { CollectorHub } from './CollectorHub.js';
import { LIMIT_NAMES, resolveCollectorOptions, WAIT_LIMIT_NAMES, type CollectorLimits, type WaitLimits } from './CollectorOptions.js';
import type { EventConditions } from './Ear.js';
import { passes } from './passes.js';

type AnyFilter = ((...args: never[]) => unknown) | undefined;

/** What somebody asks for, whoever it is. */
export interface Request<Value> extends Pick<CollectingPlan<Value>, 'hearings' | 'pick'> {
  /** The options that are taken besides the limits. */
  readonly names: readonly string[];
}

/**
 * Begins to collect.
 *
 * @param owner - who was called, for the messages
 * @throws {@link OptionsError} `UNKNOWN_OPTION` or `INVALID_OPTION`
 */
export function beginCollecting<Value>(
  hub: CollectorHub,
  owner: string,
  request: Request<Value>,
  options: CollectorLimits,
): Collector<Value> {
  const limits = resolveCollectorOptions(owner, options, [...request.names, ...LIMIT_NAMES]);
  return new Collector(hub, { ...request, limits });
}

/**
 * Waits for the first that would be collected. Resolves with `undefined` when none came.
 *
 * @throws {@link OptionsError} `UNKNOWN_OPTION` or `INVALID_OPTION`, the latter also for a filter that returns a promise
 * @throws {@link ClientError} `COLLECTOR_FILTER_FAILED` when the filter throws
 * @throws the signal's reason when it aborts
 */
export async function beginWaiting<Value>(
  hub: CollectorHub,
  owner: string,
  request: Request<Value>,
  options: WaitLimits,
): Promise<Value | undefined> {
  const limits = resolveCollectorOptions(owner, options, [...request.names, ...WAIT_LIMIT_NAMES]);
  const collector = new Collector(hub, { ...request, limits: { ...limits, max: 1 } });
  const value = await collector.take();
  if (value === undefined && collector.reason === 'aborted') throw limits.signal?.reason as Error;
  return value;
}

/** Asks for one event, and for the first thing that its handlers are called with. */
export function requestOf<Value>(event: string, names: readonly string[], conditions: EventConditions, filter: AnyFilter): Request<Value> {
  return {
    hearings: [{ event, conditions }],
    names: ['filter', ...names],
    pick: (_, args) => (passes(event, filter, args) ? (args[0] as Value) : undefined),
  };
}
