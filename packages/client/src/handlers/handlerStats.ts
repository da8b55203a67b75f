import type { HandlerCalls } from '../HandlerCalls.js';
import type { HandlerPacer } from './HandlerPacer.js';
import type { HandlerQueueStats } from './HandlerQueue.js';
import { noEvents } from './Overload.js';

/** How the handlers of a client do. */
export interface HandlerStats extends HandlerQueueStats {
  /** How many handlers run: those whose promises have not settled. */
  readonly running: number;
}

/** Reads it; without limits (`null`) nothing ever waits or is dropped. */
export function handlerStatsOf(calls: HandlerCalls, pacer: HandlerPacer | null): HandlerStats {
  return { running: calls.running, ...(pacer?.stats ?? nothingWaits()) };
}

function nothingWaits(): HandlerQueueStats {
  const { state: _, ...dropped } = noEvents();
  return { dropped, oldestWaitMs: 0, queued: 0, queuedBytes: 0, waitedMs: { last: 0, median: 0, max: 0 } };
}
