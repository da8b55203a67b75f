/** Tells values to whoever listens, in order, synchronously. Nobody listening costs nothing. */
export class Signal<Value> {
  private readonly listeners = new Set<(value: Value) => void>();

  /** Whether anybody listens: what is dear to make is made only then. */
  get isHeard(): boolean {
    return this.listeners.size > 0;
  }

  /** Hears of every value from now on, until the returned function is called. */
  listen(listener: (value: Value) => void): () => void {
    // A wrapper, so that the same function can listen twice.
    const heard = (value: Value): void => {
      listener(value);
    };
    this.listeners.add(heard);
    return () => {
      this.listeners.delete(heard);
    };
  }

  tell(value: Value): void {
    for (const listener of [...this.listeners]) listener(value);
  }
}
