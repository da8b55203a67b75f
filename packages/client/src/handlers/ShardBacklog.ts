import { DROP_ORDER, type EventClass } from './eventClass.js';
import { LinkedList, type Link } from './LinkedList.js';

/** What waits. */
export interface Waiting {
  readonly bytes: number;
  readonly eventClass: EventClass;
  /** Since when it has waited. */
  readonly sinceMs: number;
}

/** How much of it may wait. */
export interface BacklogLimits {
  readonly maxQueuedBytes: number;
  readonly maxQueuedEvents: number;
}

/** What waits of one class. */
interface Shelf<T> {
  readonly values: LinkedList<T>;
  bytes: number;
}

/** The least important first. */
const CLASSES: readonly EventClass[] = [...DROP_ORDER, 'state'];

/** The events of one shard that wait for their handlers, by what they are worth. */
export class ShardBacklog<T extends Waiting> {
  private readonly limits: BacklogLimits;
  private readonly shelves: Readonly<Record<EventClass, Shelf<T>>>;
  private readonly links = new Map<T, Link<T>>();
  private weight = 0;

  constructor(limits: BacklogLimits) {
    this.limits = limits;
    const shelves = CLASSES.map((name) => [name, { values: new LinkedList<T>(), bytes: 0 }]);
    this.shelves = Object.fromEntries(shelves) as Record<EventClass, Shelf<T>>;
  }

  get length(): number {
    return this.links.size;
  }

  get bytes(): number {
    return this.weight;
  }

  /** Since when the longest has waited; `Infinity` when nothing waits. */
  get oldestMs(): number {
    return Math.min(...CLASSES.map((name) => this.shelves[name].values.peek()?.sinceMs ?? Infinity));
  }

  /** One of those that wait: the oldest of what is worth least. */
  get first(): T | undefined {
    return this.firstOf(CLASSES);
  }

  add(value: T): void {
    const shelf = this.shelves[value.eventClass];
    shelf.bytes += value.bytes;
    this.weight += value.bytes;
    this.links.set(value, shelf.values.push(value));
  }

  /** Takes out what waits. */
  remove(value: T): void {
    const link = this.links.get(value);
    if (link === undefined) return;
    const shelf = this.shelves[value.eventClass];
    shelf.values.remove(link);
    shelf.bytes -= value.bytes;
    this.weight -= value.bytes;
    this.links.delete(value);
  }

  /** Whether `value` finds room as things are. */
  hasRoomFor(value: T): boolean {
    return this.fitsBeside(this.links.size, this.weight, value);
  }

  /** Whether it would find room if all that may go for it were gone. */
  canMakeRoomFor(value: T): boolean {
    const others = CLASSES.slice(yieldingTo(value).length).map((name) => this.shelves[name]);
    const count = others.reduce((total, { values }) => total + values.length, 0);
    const weight = others.reduce((total, { bytes }) => total + bytes, 0);
    return this.fitsBeside(count, weight, value);
  }

  /** What goes first for `value`: the oldest of what is worth least, and no more than it. States never go. */
  leastImportant(value: T): T | undefined {
    return this.firstOf(yieldingTo(value));
  }

  private fitsBeside(count: number, weight: number, value: T): boolean {
    const { maxQueuedBytes, maxQueuedEvents } = this.limits;
    return count < maxQueuedEvents && weight + value.bytes <= maxQueuedBytes;
  }

  private firstOf(classes: readonly EventClass[]): T | undefined {
    const name = classes.find((each) => this.shelves[each].values.length > 0);
    return name && this.shelves[name].values.peek();
  }
}

/** The classes that may go for it. */
function yieldingTo({ eventClass }: Waiting): readonly EventClass[] {
  return eventClass === 'state' ? DROP_ORDER : DROP_ORDER.slice(0, DROP_ORDER.indexOf(eventClass) + 1);
}
