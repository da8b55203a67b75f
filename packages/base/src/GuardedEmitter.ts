import { EventEmitter } from 'eventemitter3';

type Listener = (...event: unknown[]) => unknown;

/**
 * eventemitter3's emitter whose listeners cannot hurt: one that throws does not keep the others from being called, and one whose promise rejects does not end
 * the process. Both are reported instead.
 */
export abstract class GuardedEmitter<Events extends object> extends EventEmitter<Events> {
  /** Each listener's guard, by event, so that it can be removed by its own function. */
  private readonly guards = new WeakMap<Listener, Map<unknown, Listener>>();

  /** Hears of a listener that threw or rejected. */
  protected abstract listenerFailed(event: string, cause: unknown): void;

  override on<Name extends EventEmitter.EventNames<Events>>(
    event: Name,
    listener: EventEmitter.EventListener<Events, Name>,
    context?: unknown,
  ): this {
    return super.on(event, this.guard(event, listener), context);
  }

  override once<Name extends EventEmitter.EventNames<Events>>(
    event: Name,
    listener: EventEmitter.EventListener<Events, Name>,
    context?: unknown,
  ): this {
    return super.once(event, this.guard(event, listener), context);
  }

  override removeListener<Name extends EventEmitter.EventNames<Events>>(
    event: Name,
    listener?: EventEmitter.EventListener<Events, Name>,
    context?: unknown,
    once?: boolean,
  ): this {
    const guard = listener === undefined ? undefined : this.guards.get(listener as Listener)?.get(event);
    return super.removeListener(event, (guard ?? listener) as EventEmitter.EventListener<Events, Name> | undefined, context, once);
  }

  // eventemitter3's `addListener` and `off` are its own functions under another name: they would pass by the guards.
  override addListener<Name extends EventEmitter.EventNames<Events>>(
    event: Name,
    listener: EventEmitter.EventListener<Events, Name>,
    context?: unknown,
  ): this {
    return this.on(event, listener, context);
  }

  override off<Name extends EventEmitter.EventNames<Events>>(
    event: Name,
    listener?: EventEmitter.EventListener<Events, Name>,
    context?: unknown,
    once?: boolean,
  ): this {
    return this.removeListener(event, listener, context, once);
  }

  private guard<Name extends EventEmitter.EventNames<Events>>(
    event: Name,
    listener: EventEmitter.EventListener<Events, Name>,
  ): EventEmitter.EventListener<Events, Name> {
    const own = listener as Listener;
    const known = this.guards.get(own) ?? new Map<unknown, Listener>();
    const guard = known.get(event) ?? this.makeGuard(String(event), own);
    known.set(event, guard);
    this.guards.set(own, known);
    return guard as EventEmitter.EventListener<Events, Name>;
  }

  private makeGuard(event: string, listener: Listener): Listener {
    const failed = (cause: unknown): void => {
      this.listenerFailed(event, cause);
    };
    // No event has more than three parts, and rest parameters would cost an array for each.
    return function (this: unknown, first: unknown, second: unknown, third: unknown): void {
      try {
        const result = listener.call(this, first, second, third);
        if (isThenable(result)) result.then(undefined, failed);
      } catch (cause) {
        failed(cause);
      }
    };
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { readonly then?: unknown }).then === 'function';
}
