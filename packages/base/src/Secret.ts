const SHOWN = '[redacted]';

/**
 * A string that cannot be printed by accident. `String(secret)`, JSON, `util.inspect` and template literals show `[redacted]`;
 * only {@link Secret.reveal} gives it out, so every place that does can be found by searching for that word.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The secret itself. Call it at the last moment and keep the result nowhere. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return SHOWN;
  }
}
