interface Telling<T> {
  /** From where on in the client's order it was known. */
  readonly order: number;
  readonly value: T;
}

const MOST_TELLINGS = 256;

/** What answers said about one thing, by the order in which the client heard them. */
export class Told<T> {
  private tellings: Telling<T>[] = [];
  private latestSentOrder = -1;
  private bySending: Telling<T>[] = [];

  /** An answer said so. `sentOrder` is where its request was sent: answers overtake each other. */
  hear(value: T, order: number, sentOrder: number): void {
    this.tellings = append(this.tellings, { order, value });
    if (sentOrder < this.latestSentOrder) return;
    this.latestSentOrder = sentOrder;
    this.bySending = append(this.bySending, { order, value });
  }

  /** Whether anything had been said by then. */
  isAnything(order: number): boolean {
    return last(this.tellings, order) !== undefined;
  }

  /** Whether this was the last word by then: of the answers as they came in, or as their requests went out. */
  wasLast(value: T, order: number): boolean {
    return last(this.tellings, order)?.value === value || last(this.bySending, order)?.value === value;
  }

  /** How much is remembered. */
  get size(): number {
    return this.tellings.length + this.bySending.length;
  }

  /** When the last word changed last. */
  get changedOrder(): number {
    return this.tellings.at(-1)?.order ?? -1;
  }
}

function append<T>(tellings: Telling<T>[], telling: Telling<T>): Telling<T>[] {
  if (tellings.at(-1)?.value === telling.value) return tellings;
  const kept = tellings.length < MOST_TELLINGS ? tellings : tellings.slice(MOST_TELLINGS / 2);
  kept.push(telling);
  return kept;
}

function last<T>(tellings: readonly Telling<T>[], order: number): Telling<T> | undefined {
  return tellings.findLast((telling) => telling.order < order);
}
