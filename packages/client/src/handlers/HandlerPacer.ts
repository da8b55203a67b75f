import { drive, type Clock, type Driver } from '@aplomb/base';
import { ClientError } from '../errors.js';
import type { HandlerCalls } from '../HandlerCalls.js';
import {
  HandlerQueue,
  type HandlerQueueAction,
  type HandlerQueueInput,
  type HandlerQueueStats,
  type QueuedEvent,
  type Turn,
} from './HandlerQueue.js';
import type { HandlerLimits } from './HandlerLimits.js';
import type { OverloadReport } from './Overload.js';

/** An event that is told to its handlers when their turn comes. */
interface PacedEvent extends QueuedEvent {
  /** Calls the handlers. */
  readonly tell: () => void;
}

/** Calls the handlers of an event of the client. */
export type Emit = (event: string, ...args: readonly unknown[]) => unknown;

export interface HandlerPacerOptions {
  readonly calls: HandlerCalls;
  readonly clock: Clock;
  readonly emit: Emit;
  readonly limits: HandlerLimits;
  /** How many handlers an event of the client has at this moment. */
  readonly listenerCount: (event: string) => number;
  readonly warn: (error: ClientError) => void;
}

/** Tells events to their handlers within the limits: at once where it may be, and otherwise later, in order. */
export class HandlerPacer {
  private readonly options: HandlerPacerOptions;
  private readonly queue: HandlerQueue<PacedEvent>;
  private readonly driver: Driver<HandlerQueueInput<PacedEvent>>;
  private isLooking = false;

  constructor(options: HandlerPacerOptions) {
    this.options = options;
    const { calls, limits } = options;
    this.queue = new HandlerQueue(limits, () => calls.running - calls.busy);
    this.driver = drive(this.queue, {
      clock: options.clock,
      deadline: () => ({ type: 'deadline' }),
      perform: (action) => {
        this.perform(action);
      },
    });
    calls.whenRested(() => {
      this.lookSoon();
    });
  }

  /** How the queue does at this moment. */
  get stats(): HandlerQueueStats {
    return this.queue.stats(this.options.clock.nowMs());
  }

  /**
   * Brings a dispatch to its handlers when their turn comes. What is emitted for it (`raw`, its event, what the framework makes of it) is told in one go; without
   * any handler there is nothing to wait for.
   */
  bring(dispatch: Omit<QueuedEvent, 'handlers'>, to: (emit: Emit) => void): void {
    const { emit, listenerCount } = this.options;
    const emissions: (readonly [event: string, args: readonly unknown[]])[] = [];
    to((event, ...args) => emissions.push([event, args]));
    const handlers = (): number => emissions.reduce((total, [event]) => total + listenerCount(event), 0);
    const tell = (): void => {
      for (const [event, args] of emissions) emit(event, ...args);
    };
    if (handlers() > 0) this.driver.feed({ type: 'arrived', event: { ...dispatch, handlers, tell } });
  }

  /** Forgets what waits: its client has been shut down. */
  clear(): void {
    this.driver.feed({ type: 'cleared' });
  }

  /** Who begins to wait makes room; but not in the middle of what it does, and perhaps it need not wait at all. */
  private lookSoon(): void {
    if (this.isLooking) return;
    this.isLooking = true;
    void Promise.resolve().then(() => {
      this.isLooking = false;
      this.driver.feed({ type: 'rested' });
    });
  }

  private perform(action: HandlerQueueAction<PacedEvent>): void {
    if (action.type === 'start') this.start(action.turn);
    else this.options.warn(tooSlow(action.shardId, action.report));
  }

  private start(turn: Turn<PacedEvent>): void {
    this.options.calls.together(turn.event.tell, (isLast) => {
      this.driver.feed({ type: 'settled', turn, isLast });
    });
  }
}

function tooSlow(shardId: number, { dropped, kept }: OverloadReport): ClientError {
  const lost = Object.entries(dropped).filter(([, count]) => count > 0);
  const parts = [
    ...lost.map(([name, count]) => `${String(count)} of class ${name} dropped`),
    ...(kept > 0 ? [`${String(kept)} kept beyond the limit, because they are never dropped`] : []),
  ];
  return new ClientError('HANDLERS_TOO_SLOW', {
    what: `The handlers cannot keep up with the events of shard ${String(shardId)}: too many wait. Since the last warning: ${parts.join(', ')}.`,
    cure: 'Make handlers faster, or raise `maxConcurrentHandlers`; `client.handlerStats` shows how long events wait.',
  });
}
