import { LinkedList, type Link } from './LinkedList.js';

/** What needs a place for itself; `null` for what needs none. */
export interface Placed {
  readonly key: string | null;
}

/**
 * Who is next, when each place is for one at a time.
 *
 * The first to come for a place holds it: it runs, or stands in the line of those that could run. Whoever comes later for the same place waits behind it, and
 * stands in line when the place is handed on. So the line has at most one for each place, and a guild with a thousand events does not keep the others waiting.
 */
export class Places<T extends Placed> {
  /** The places that are held, each with those who wait for it. */
  private readonly held = new Map<string, LinkedList<T>>();
  private readonly line = new LinkedList<T>();
  private readonly links = new Map<T, Link<T>>();

  /** Who could run next. */
  get first(): T | undefined {
    return this.line.peek();
  }

  /** Takes a place at once, without waiting. False when somebody holds it, or would be passed by. */
  take({ key }: Placed): boolean {
    if (this.line.length > 0) return false;
    return this.hold(key);
  }

  /** Lets a newcomer wait. */
  add(value: T): void {
    const others = value.key === null ? undefined : this.held.get(value.key);
    if (others !== undefined) return void this.links.set(value, others.push(value));
    this.hold(value.key);
    this.standInLine(value);
  }

  /** The first in line runs from now on; it keeps its place. */
  shift(): void {
    const value = this.line.shift();
    if (value !== undefined) this.links.delete(value);
  }

  /** Takes one out that waits. If it stood in line, its place is handed on. */
  remove(value: T): void {
    const link = this.links.get(value);
    const isInLine = link?.list === this.line;
    link?.list?.remove(link);
    this.links.delete(value);
    if (isInLine) this.leave(value);
  }

  /** The one that held the place has done with it. */
  leave({ key }: Placed): void {
    if (key === null) return;
    const next = this.held.get(key)?.shift();
    if (next === undefined) this.held.delete(key);
    else this.standInLine(next);
  }

  private hold(key: string | null): boolean {
    if (key !== null && this.held.has(key)) return false;
    if (key !== null) this.held.set(key, new LinkedList());
    return true;
  }

  private standInLine(value: T): void {
    this.links.set(value, this.line.push(value));
  }
}
