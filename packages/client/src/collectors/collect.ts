import { beginCollecting, beginWaiting, requestOf, type Request } from './begin.js';
import type { Collector } from './Collector.js';
import { checkEvent, type CollectableEvent, type EventArgs } from './collectorEvents.js';
import type { CollectorHub } from './CollectorHub.js';
import {
  CONDITION_NAMES,
  type CollectorConditions,
  type CollectorFilter,
  type CollectorLimits,
  type WaitLimits,
} from './CollectorOptions.js';

/** Which of the events of one name are meant. */
interface Meant<Args extends readonly unknown[], Kept extends Args[0]> extends CollectorConditions {
  /** Which of them are meant; called as handlers are. */
  readonly filter?: CollectorFilter<Args, Kept>;
}

/** What `client.waitFor` takes. */
export interface WaitForOptions<Args extends readonly unknown[], Kept extends Args[0] = Args[0]> extends Meant<Args, Kept>, WaitLimits {}

/** What `client.collect` takes. */
export interface CollectOptions<Args extends readonly unknown[], Kept extends Args[0] = Args[0]>
  extends Meant<Args, Kept>, CollectorLimits {}

/**
 * Collects an event of a client. See `Client.collect`.
 *
 * @throws {@link OptionsError} `UNKNOWN_EVENT`, `UNKNOWN_OPTION` or `INVALID_OPTION`
 */
export function collect<Name extends CollectableEvent, Data = undefined, Kept extends EventArgs<Name, Data>[0] = EventArgs<Name, Data>[0]>(
  hub: CollectorHub,
  event: Name,
  options: CollectOptions<EventArgs<Name, Data>, Kept> = {},
): Collector<Kept> {
  return beginCollecting(hub, 'collect', requestFor<Kept>(event, options), options);
}

/**
 * Waits for an event of a client. See `Client.waitFor`.
 *
 * @throws {@link OptionsError} `UNKNOWN_EVENT`, `UNKNOWN_OPTION` or `INVALID_OPTION`, and as {@link beginWaiting}
 */
export async function waitFor<
  Name extends CollectableEvent,
  Data = undefined,
  Kept extends EventArgs<Name, Data>[0] = EventArgs<Name, Data>[0],
>(hub: CollectorHub, event: Name, options: WaitForOptions<EventArgs<Name, Data>, Kept> = {}): Promise<Kept | undefined> {
  return beginWaiting(hub, 'waitFor', requestFor<Kept>(event, options), options);
}

function requestFor<Kept>(
  event: string,
  options: CollectorConditions & { readonly filter?: (...args: never[]) => unknown },
): Request<Kept> {
  checkEvent(event);
  return requestOf(event, CONDITION_NAMES, options, options.filter);
}
