/** What is kept for a while only, because no event would tell of its end. */
interface Loan {
  readonly untilMs: number;
  readonly giveBack: () => void;
}

/** Keeps account of entities that go by themselves after some time, the oldest of too many at once. */
export class Loans {
  private readonly loans = new Map<string, Loan>();
  private readonly capacity: number;

  constructor(capacity = 10_000) {
    this.capacity = capacity;
  }

  get size(): number {
    return this.loans.size;
  }

  has(key: string): boolean {
    return this.loans.has(key);
  }

  /** Lends until a moment. What was lent already stays for longer; `giveBack` is called once, at the end. */
  lend(key: string, untilMs: number, giveBack: () => void): void {
    this.loans.delete(key);
    this.loans.set(key, { untilMs, giveBack });
    const [oldest] = this.loans.keys();
    if (this.loans.size > this.capacity && oldest !== undefined) this.end(oldest);
  }

  /** An event told of it, so it is no loan any more. */
  forget(key: string): void {
    this.loans.delete(key);
  }

  /** Gives back what is due. */
  sweep(nowMs: number): void {
    for (const [key, { untilMs }] of this.loans) if (untilMs <= nowMs) this.end(key);
  }

  /** Forgets all loans whose key is accepted, without giving anything back. */
  forgetAll(isMeant: (key: string) => boolean = () => true): void {
    for (const key of this.loans.keys()) if (isMeant(key)) this.loans.delete(key);
  }

  private end(key: string): void {
    const loan = this.loans.get(key);
    this.loans.delete(key);
    loan?.giveBack();
  }
}
