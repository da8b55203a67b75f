/** A handler that threw, or whose promise rejected. */
export interface HandlerFailure {
  readonly event: string;
  /** What the handler had been called with. */
  readonly args: readonly unknown[];
  readonly cause: unknown;
}

/** Calls handlers so that none can hurt another or the one who calls, and knows which are still running. */
export class HandlerCalls {
  private readonly idleWaiters: (() => void)[] = [];
  private report: (failure: HandlerFailure) => void = () => undefined;
  private underWay = 0;

  /** How many handlers run: those that are being called, and those whose promises have not settled. */
  get running(): number {
    return this.underWay;
  }

  /** Says who hears about handlers that throw or reject. */
  reportTo(report: (failure: HandlerFailure) => void): void {
    this.report = report;
  }

  /** Calls one handler. Never throws. */
  call(event: string, handler: (...args: never[]) => unknown, context: unknown, args: readonly unknown[]): void {
    this.underWay += 1;
    try {
      const result: unknown = handler.apply(context, args as never[]);
      if (isThenable(result)) this.follow(event, args, result);
    } catch (cause) {
      this.report({ event, args, cause });
    } finally {
      this.finish();
    }
  }

  /** Resolves as soon as no handler runs. */
  async idle(): Promise<void> {
    if (this.underWay > 0) await new Promise<void>((resolve) => this.idleWaiters.push(resolve));
  }

  private follow(event: string, args: readonly unknown[], promise: PromiseLike<unknown>): void {
    this.underWay += 1;
    let isSettled = false;
    const settle = (failure: HandlerFailure | null): void => {
      // A foreign thenable may call back twice.
      if (isSettled) return;
      isSettled = true;
      if (failure !== null) this.report(failure);
      this.finish();
    };
    const fail = (cause: unknown): void => {
      settle({ event, args, cause });
    };
    try {
      promise.then(() => {
        settle(null);
      }, fail);
    } catch (cause) {
      fail(cause);
    }
  }

  private finish(): void {
    this.underWay -= 1;
    if (this.underWay === 0) for (const wake of this.idleWaiters.splice(0)) wake();
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { readonly then?: unknown }).then === 'function';
}
