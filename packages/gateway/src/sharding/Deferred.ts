/** A promise and what settles it. Nobody has to wait for it: a rejection that nobody sees is no unhandled one. */
export class Deferred {
  readonly promise: Promise<void>;
  resolve: () => void = () => undefined;
  reject: (reason: unknown) => void = () => undefined;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    this.promise.catch(() => undefined);
  }
}
