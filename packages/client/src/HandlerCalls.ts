/** A handler that threw, or whose promise rejected. */
export interface HandlerFailure {
  readonly event: string;
  /** What the handler had been called with. */
  readonly args: readonly unknown[];
  readonly cause: unknown;
}

/** Handlers that were called for one event. */
interface Group {
  /** How many have not settled, and one more as long as some may still be called. */
  left: number;
  readonly settled: (isLast: boolean) => void;
}

/** Calls handlers so that none can hurt another or the one who calls, and knows which are still running. */
export class HandlerCalls {
  private readonly idleWaiters: (() => void)[] = [];
  private report: (failure: HandlerFailure) => void = () => undefined;
  private underWay = 0;
  private waiting: () => number = () => 0;
  private rested: () => void = () => undefined;
  /** To which the handlers belong that are called now. */
  private group: Group | null = null;

  /** How many handlers run: those that are being called, and those whose promises have not settled. */
  get running(): number {
    return this.underWay;
  }

  /** How many handlers do something: those that run, without those that wait for something to happen. */
  get busy(): number {
    return Math.max(0, this.underWay - this.waiting());
  }

  /** Says how many handlers merely wait; whenever that grows, {@link HandlerCalls.look} wants to be called. */
  restWith(waiting: () => number): void {
    this.waiting = waiting;
  }

  /** Says who hears whenever more handlers than before merely wait. */
  whenRested(rested: () => void): void {
    this.rested = rested;
  }

  /** Says who hears about handlers that throw or reject. */
  reportTo(report: (failure: HandlerFailure) => void): void {
    this.report = report;
  }

  /** Calls one handler. Never throws. */
  call(event: string, handler: (...args: never[]) => unknown, context: unknown, args: readonly unknown[]): void {
    const { group } = this;
    // What a handler itself emits is no part of its event.
    this.group = null;
    this.underWay += 1;
    if (group !== null) group.left += 1;
    let isOver = true;
    try {
      const result: unknown = handler.apply(context, args as never[]);
      if (isThenable(result)) {
        isOver = false;
        this.follow(event, args, result, group);
      }
    } catch (cause) {
      this.report({ event, args, cause });
    } finally {
      this.group = group;
      if (isOver) this.finish(group);
    }
  }

  /**
   * Does something that calls handlers, and tells of each one that settles and whether no other of them is left. When none was called, or all were over at
   * once, it is told so at the end.
   */
  together(deed: () => void, settled: (isLast: boolean) => void): void {
    const group: Group = { left: 1, settled };
    const outer = this.group;
    this.group = group;
    try {
      deed();
    } finally {
      this.group = outer;
      group.left -= 1;
      if (group.left === 0) settled(true);
    }
  }

  /** Resolves as soon as no handler does anything. */
  async idle(): Promise<void> {
    if (this.busy > 0) await new Promise<void>((resolve) => this.idleWaiters.push(resolve));
  }

  /** More handlers than before merely wait: perhaps none does anything any more. */
  look(): void {
    this.rested();
    this.wakeIfIdle();
  }

  private follow(event: string, args: readonly unknown[], promise: PromiseLike<unknown>, group: Group | null): void {
    let isSettled = false;
    const settle = (failure: HandlerFailure | null): void => {
      // A foreign thenable may call back twice.
      if (isSettled) return;
      isSettled = true;
      if (failure !== null) this.report(failure);
      this.finish(group);
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

  private finish(group: Group | null): void {
    this.underWay -= 1;
    if (group !== null) {
      group.left -= 1;
      // This may call the handlers of the next event.
      group.settled(group.left === 0);
    }
    this.wakeIfIdle();
  }

  private wakeIfIdle(): void {
    if (this.busy === 0) for (const wake of this.idleWaiters.splice(0)) wake();
  }
}

/** The shard that an event came through, by what its handlers were called with; `null` for an event of no shard. */
export function shardOf([event, context]: readonly unknown[]): number | null {
  return shardIdOf(context) ?? shardIdOf(event);
}

function shardIdOf(value: unknown): number | null {
  const shardId = typeof value === 'object' && value !== null && 'shardId' in value ? value.shardId : null;
  return typeof shardId === 'number' ? shardId : null;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { readonly then?: unknown }).then === 'function';
}
