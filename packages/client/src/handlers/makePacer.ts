import type { Clock } from '@aplomb/base';
import type { ClientError } from '../errors.js';
import type { HandlerCalls } from '../HandlerCalls.js';
import type { HandlerLimits } from './HandlerLimits.js';
import { HandlerPacer, type Emit } from './HandlerPacer.js';

/** A client, as far as its handlers go: it emits, and knows how many listen. */
interface Told {
  emit(event: string, ...args: never[]): unknown;
  listenerCount(event: string): number;
}

/** What paces the handlers of a client; `null` when nothing limits them. */
export function makePacer(
  { clock, handlerLimits: limits }: { readonly clock: Clock; readonly handlerLimits: HandlerLimits | null },
  calls: HandlerCalls,
  client: object,
  warn: (error: ClientError) => void,
): HandlerPacer | null {
  if (limits === null) return null;
  // Which events there are is known to those who listen only.
  const told = client as Told;
  const emit: Emit = (event, ...args) => told.emit(event, ...(args as never[]));
  return new HandlerPacer({ calls, clock, emit, limits, listenerCount: (event) => told.listenerCount(event), warn });
}
