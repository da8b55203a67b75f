/** A value's place in a {@link LinkedList}. */
export interface Link<T> {
  /** The list that it is in; `null` once it was taken out. */
  readonly list: LinkedList<T> | null;
  readonly value: T;
}

interface OwnLink<T> extends Link<T> {
  list: LinkedList<T> | null;
  previous: OwnLink<T> | null;
  next: OwnLink<T> | null;
}

/** A queue from whose middle something may be taken out. */
export class LinkedList<T> {
  private first: OwnLink<T> | null = null;
  private last: OwnLink<T> | null = null;
  private count = 0;

  get length(): number {
    return this.count;
  }

  peek(): T | undefined {
    return this.first?.value;
  }

  push(value: T): Link<T> {
    const link: OwnLink<T> = { value, list: this, previous: this.last, next: null };
    if (this.last === null) this.first = link;
    else this.last.next = link;
    this.last = link;
    this.count += 1;
    return link;
  }

  shift(): T | undefined {
    const { first } = this;
    if (first !== null) this.remove(first);
    return first?.value;
  }

  /** Takes one out, wherever it is. False when it is not in this list (any more). */
  remove(link: Link<T>): boolean {
    if (link.list !== this) return false;
    const { previous, next } = link as OwnLink<T>;
    if (previous === null) this.first = next;
    else previous.next = next;
    if (next === null) this.last = previous;
    else next.previous = previous;
    (link as OwnLink<T>).list = null;
    this.count -= 1;
    return true;
  }
}
