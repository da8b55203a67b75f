import { OptionsError, shown } from '@aplomb/base';
import { EventEmitter } from 'eventemitter3';
import type { HandlerCalls } from './HandlerCalls.js';

/** What the handlers of one event are called with. */
export type ArgsOf<Events extends object, Name extends keyof Events> = Events[Name] extends (...args: infer Args) => unknown ? Args : never;

/** The handler of one event: it gets what the event's entry in the map gets, and may return anything, a promise too. */
export type HandlerOf<Events extends object, Name extends keyof Events> = (...args: ArgsOf<Events, Name>) => unknown;

/** What {@link TypedEmitter.listen} takes. */
export interface ListenOptions {
  /** Ends the listening when it is aborted. With a signal that is aborted already nothing begins. */
  readonly signal?: AbortSignal;
}

/** eventemitter3's surface, typed by one map of events. Unlike eventemitter3's own types it lets handlers be async. */
export interface TypedEmitter<Events extends object> {
  on<Name extends keyof Events & string>(event: Name, handler: HandlerOf<Events, Name>, context?: unknown): this;
  addListener<Name extends keyof Events & string>(event: Name, handler: HandlerOf<Events, Name>, context?: unknown): this;
  once<Name extends keyof Events & string>(event: Name, handler: HandlerOf<Events, Name>, context?: unknown): this;
  off<Name extends keyof Events & string>(event: Name, handler?: HandlerOf<Events, Name>, context?: unknown, once?: boolean): this;
  removeListener<Name extends keyof Events & string>(
    event: Name,
    handler?: HandlerOf<Events, Name>,
    context?: unknown,
    once?: boolean,
  ): this;
  removeAllListeners(event?: keyof Events & string): this;
  /**
   * Listens until what it returns is disposed of, for example at the end of the block that holds it with `using`, or until the signal is aborted. It ends
   * exactly this listening, also where the same handler listens elsewhere.
   *
   * @example
   * ```ts
   * import { Client } from 'aplomb';
   *
   * async function countMessages(client: Client, forMs: number): Promise<number> {
   *   let count = 0;
   *   using _listening = client.listen('messageCreate', () => (count += 1));
   *   await new Promise((resolve) => setTimeout(resolve, forMs));
   *   return count;
   * }
   * ```
   */
  listen<Name extends keyof Events & string>(event: Name, handler: HandlerOf<Events, Name>, options?: ListenOptions): Disposable;
  /** Calls every handler of `event`. Never throws. Returns whether there was one. */
  emit<Name extends keyof Events & string>(event: Name, ...args: ArgsOf<Events, Name>): boolean;
  listeners<Name extends keyof Events & string>(event: Name): HandlerOf<Events, Name>[];
  listenerCount(event: keyof Events & string): number;
  eventNames(): (keyof Events & string)[];
}

type Listener = EventEmitter.ListenerFn;

interface Registration {
  readonly handler: Listener;
  readonly context: unknown;
  readonly isOnce: boolean;
  /** True once a `once` handler was called, so that an emission inside an emission does not call it again. */
  isSpent: boolean;
}

const NONE: readonly Registration[] = [];

/**
 * An emitter whose handlers cannot hurt each other or the one who emits.
 *
 * eventemitter3's own `emit` stops at the first handler that throws, lets the exception run up into the socket, and drops promises, so that a
 * rejection ends the process. This one calls every handler by itself. The list of an event's handlers is replaced and never changed, so an
 * emission goes through the handlers that were there when it began, whatever they add or remove meanwhile.
 */
class IsolatingEmitter extends EventEmitter {
  private readonly registrations = new Map<string | symbol, readonly Registration[]>();
  private readonly calls: HandlerCalls;

  constructor(calls: HandlerCalls) {
    super();
    this.calls = calls;
  }

  override on(event: string | symbol, handler: Listener, context?: unknown): this {
    checkHandler(event, handler);
    super.on(event, handler, context);
    return this.register(event, handler, context, false);
  }

  override once(event: string | symbol, handler: Listener, context?: unknown): this {
    checkHandler(event, handler);
    super.once(event, handler, context);
    return this.register(event, handler, context, true);
  }

  // eventemitter3's `addListener` and `off` are its own `on` and `removeListener` under another name: they would pass by the overridden ones.
  override addListener(event: string | symbol, handler: Listener, context?: unknown): this {
    return this.on(event, handler, context);
  }

  override off(event: string | symbol, handler?: Listener, context?: unknown, once?: boolean): this {
    return this.removeListener(event, handler, context, once);
  }

  override removeListener(event: string | symbol, handler?: Listener, context?: unknown, once?: boolean): this {
    super.removeListener(event, handler, context, once);
    // Which one eventemitter3 removes: every one of this handler, unless a context or `once` narrows it; all without a handler.
    const isMeant = (one: Registration): boolean =>
      handler === undefined || (one.handler === handler && (once !== true || one.isOnce) && (!context || one.context === context));
    const kept = this.registered(event).filter((one) => !isMeant(one));
    if (kept.length === 0) this.registrations.delete(event);
    else this.registrations.set(event, kept);
    return this;
  }

  override removeAllListeners(event?: string | symbol): this {
    super.removeAllListeners(event);
    if (event === undefined) this.registrations.clear();
    else this.registrations.delete(event);
    return this;
  }

  listen(event: string | symbol, handler: Listener, { signal }: ListenOptions = {}): Disposable {
    checkHandler(event, handler);
    // A function of its own, by which this registration and no other is found again.
    const own: Listener = handler.bind(this);
    const end = (): void => {
      signal?.removeEventListener('abort', end);
      this.removeListener(event, own);
    };
    if (signal?.aborted !== true) {
      this.on(event, own);
      signal?.addEventListener('abort', end);
    }
    return { [Symbol.dispose]: end };
  }

  override emit(event: string | symbol, ...args: readonly unknown[]): boolean {
    const snapshot = this.registered(event);
    for (const registration of snapshot) {
      if (this.isDue(event, registration)) this.calls.call(String(event), registration.handler, registration.context, args);
    }
    return snapshot.length > 0;
  }

  private registered(event: string | symbol): readonly Registration[] {
    return this.registrations.get(event) ?? NONE;
  }

  private register(event: string | symbol, handler: Listener, context: unknown, isOnce: boolean): this {
    const registration: Registration = { handler, context: context ?? this, isOnce, isSpent: false };
    this.registrations.set(event, [...this.registered(event), registration]);
    return this;
  }

  /** Removes a `once` handler before its call. False when it was called already. */
  private isDue(event: string | symbol, registration: Registration): boolean {
    if (!registration.isOnce) return true;
    if (registration.isSpent) return false;
    registration.isSpent = true;
    this.removeListener(event, registration.handler, registration.context, true);
    return true;
  }
}

function checkHandler(event: string | symbol, handler: unknown): void {
  if (typeof handler === 'function') return;
  throw new OptionsError('INVALID_OPTION', {
    what: `The listener for ${shown(event)} is ${shown(handler)}.`,
    cure: 'Give a function: it is called with the event.',
  });
}

/** The isolating emitter with its types: what runs knows no map of events, and what users see knows nothing else. */
export const HandlerEmitter = IsolatingEmitter as unknown as new <Events extends object>(calls: HandlerCalls) => TypedEmitter<Events>;
