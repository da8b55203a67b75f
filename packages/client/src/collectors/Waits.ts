/** What a {@link Waits} needs to know of handlers. */
export interface HandlersAtWork {
  /** How many run at this moment: only while one does may it be a handler that begins to wait. */
  readonly running: number;
  /** One more of them waits. */
  look(): void;
}

const NOBODY = (): void => undefined;

/**
 * How many handlers are waiting for something of a collector at this moment. Such a handler runs, but does nothing: whoever wants to know whether a client
 * is at rest must not wait for it. Nobody can tell who awaits a promise, so whoever begins to wait while a handler runs counts as one.
 */
export class Waits {
  private readonly handlers: HandlersAtWork;
  private waiting = 0;

  constructor(handlers: HandlersAtWork) {
    this.handlers = handlers;
  }

  get count(): number {
    return this.waiting;
  }

  /** Somebody begins to wait. What it returns is to be called when the waiting is over. */
  begin(): () => void {
    if (this.handlers.running === 0) return NOBODY;
    this.waiting += 1;
    this.handlers.look();
    return () => {
      this.waiting -= 1;
    };
  }
}
