/**
 * How many are waiting for something of a collector at this moment. A handler that waits for an answer runs, but does nothing: whoever wants to know
 * whether a client is at rest must not wait for it.
 */
export class Waits {
  private readonly began: () => void;
  private waiting = 0;

  constructor(began: () => void) {
    this.began = began;
  }

  get count(): number {
    return this.waiting;
  }

  begin(): void {
    this.waiting += 1;
    this.began();
  }

  end(): void {
    this.waiting -= 1;
  }
}
