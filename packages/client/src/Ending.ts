/** The one end of a client's run, as a promise that never becomes an unhandled rejection, and that knows whether anybody looks at it. */
export class Ending {
  private readonly promise: Promise<void>;
  private settle: { readonly resolve: () => void; readonly reject: (cause: unknown) => void } | null = null;
  private hasObserver = false;

  constructor() {
    this.promise = new Promise<void>((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    // Whoever observes gets the rejection; whoever does not must not lose the process over it.
    this.promise.catch(() => undefined);
  }

  /** Whether somebody has asked for the promise. */
  get isObserved(): boolean {
    return this.hasObserver;
  }

  get isSettled(): boolean {
    return this.settle === null;
  }

  /** The promise, for somebody who will look at it. */
  observe(): Promise<void> {
    this.hasObserver = true;
    return this.promise;
  }

  resolve(): void {
    this.settle?.resolve();
    this.settle = null;
  }

  reject(cause: unknown): void {
    this.settle?.reject(cause);
    this.settle = null;
  }
}
