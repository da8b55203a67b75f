import type { Payload } from './payload.js';

/*
 * Most fields of most entities say what they say elsewhere: a member is not deaf, has no avatar of its own, passed the screening. All those fields
 * together are one of a few hundred combinations. The pool walks a tree along the fields of a payload, one branch per field and value, and hands out the
 * one object that stands for the way, so that a hundred thousand members refer to the same few objects.
 *
 * Only values that tend to repeat are shared (truth values, null, small whole numbers, short texts, empty lists); the others are the entity's own.
 * The tree is bounded: when it is full it begins anew, and what was handed out lives on with its records.
 *
 * Every event walks it, so a step has to be cheap: payloads of a kind name their fields in one order, and mostly with the values that came last. Each
 * node remembers its last branch, and looks a branch up only where the payload takes another one.
 */

/** Fields that entities share, never to be changed. */
export type SharedFields = Payload;

/** How the fields of a payload are told apart. */
export interface SplitFields {
  /** The fields that others are likely to have too: one object for all payloads that say the same in them, in whatever order. */
  readonly shared: SharedFields;
  /** The names of the others. */
  readonly ownKeys: readonly string[];
  /** The remaining fields of that payload, those that are its own; `undefined` when there are none. */
  own(payload: Payload): Payload | undefined;
}

/** The longest text that is shared: statuses, locales, the discriminator `0`. */
const MAX_TEXT_LENGTH = 12;
const MAX_NUMBER = 65_536;
/** Payloads of a kind differ in a few fields; where more follow one another, somebody makes them up. */
const MAX_BRANCHES = 64;
const EMPTY_LIST: readonly never[] = Object.freeze([]);

/** What a branch stands for besides a value that is shared: any value of a field that the record keeps elsewhere, or one that is the entity's own. */
const ELSEWHERE = Symbol('elsewhere');
const OWN = Symbol('own');

const UNKNOWN: SharedFields = Object.freeze({});

/** A step along the fields of a payload. */
class PoolNode implements SplitFields {
  readonly parent: PoolNode | null;
  readonly key: string;
  readonly value: unknown;
  /** The branch that was taken last. */
  next: PoolNode | null = null;
  /** All branches, once there are two. */
  branches: Map<string, Map<unknown, PoolNode>> | null = null;
  /** Only known where a payload ended. */
  shared: SharedFields = UNKNOWN;
  ownKeys: readonly string[] = EMPTY_LIST;

  constructor(parent: PoolNode | null, key: string, value: unknown) {
    this.parent = parent;
    this.key = key;
    this.value = value;
  }

  add(next: PoolNode): void {
    if (this.next !== null) {
      this.branches ??= new Map([[this.next.key, new Map([[this.next.value, this.next]])]]);
      const values = this.branches.get(next.key);
      if (values === undefined) this.branches.set(next.key, new Map([[next.value, next]]));
      else values.set(next.value, next);
    }
    this.next = next;
  }

  own(payload: Payload): Payload | undefined {
    if (this.ownKeys.length === 0) return undefined;
    const own: Record<string, unknown> = {};
    for (const key of this.ownKeys) own[key] = payload[key];
    return own;
  }
}

/** Keeps combinations of field values once, however many records have them. One pool serves one cache. */
export class FieldPool {
  private readonly roots = new Map<ReadonlySet<string>, PoolNode>();
  private readonly combinations = new Map<string, SharedFields>();
  private nodeCount = 0;
  private texts = new Map<string, string>();
  private readonly capacity: number;

  constructor(capacity = 16_384) {
    this.capacity = capacity;
  }

  /** How many steps and texts it keeps. */
  get size(): number {
    return this.nodeCount + this.texts.size;
  }

  /** Tells the fields of a payload apart, without those in `slots`. */
  split(payload: Payload, slots: ReadonlySet<string>): SplitFields {
    let node = this.roots.get(slots) ?? this.root(slots);
    for (const key in payload) {
      const value = payload[key];
      const { next } = node;
      const isLast = next !== null && next.key === key && (next.value === ELSEWHERE || next.value === sharable(value));
      node = isLast ? next : this.branch(node, key, isElsewhere(key, value, slots) ? ELSEWHERE : sharable(value));
    }
    if (node.shared === UNKNOWN) this.finish(node);
    return node;
  }

  /** The one copy of a text that repeats, such as a permission set. */
  text(value: string): string {
    const known = this.texts.get(value);
    if (known !== undefined) return known;
    if (this.texts.size >= this.capacity) this.texts = new Map();
    this.texts.set(value, value);
    return value;
  }

  /** Forgets all combinations. */
  clear(): void {
    this.roots.clear();
    this.combinations.clear();
    this.nodeCount = 0;
    this.texts = new Map();
  }

  private root(slots: ReadonlySet<string>): PoolNode {
    const root = new PoolNode(null, '', ELSEWHERE);
    this.roots.set(slots, root);
    return root;
  }

  private branch(node: PoolNode, key: string, value: unknown): PoolNode {
    const known = node.branches?.get(key)?.get(value);
    if (known !== undefined) {
      node.next = known;
      return known;
    }
    const next = new PoolNode(node, key, value);
    if (this.nodeCount >= this.capacity || (node.branches?.size ?? 0) >= MAX_BRANCHES) this.clear();
    else {
      this.nodeCount += 1;
      node.add(next);
    }
    return next;
  }

  private finish(node: PoolNode): void {
    const fields: (readonly [string, unknown])[] = [];
    const ownKeys: string[] = [];
    for (let step = node; step.parent !== null; step = step.parent) {
      if (step.value === OWN) ownKeys.unshift(step.key);
      else if (step.value !== ELSEWHERE) fields.push([step.key, step.value]);
    }
    node.ownKeys = ownKeys;
    node.shared = this.combination(fields);
  }

  /** Kinds of events name the same fields in different orders. */
  private combination(fields: (readonly [string, unknown])[]): SharedFields {
    fields.sort(([left], [right]) => (left < right ? -1 : 1));
    const name = JSON.stringify(fields);
    const known = this.combinations.get(name);
    if (known !== undefined) return known;
    const shared = Object.freeze(Object.fromEntries(fields));
    this.combinations.set(name, shared);
    return shared;
  }
}

/** JSON may name a field `__proto__`; assigned, it would become the prototype. */
function isElsewhere(key: string, value: unknown, slots: ReadonlySet<string>): boolean {
  return slots.has(key) || value === undefined || key === '__proto__';
}

/** The value as it is shared, or that it is the entity's own. */
function sharable(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      return value.length <= MAX_TEXT_LENGTH ? value : OWN;
    case 'number':
      return isSmallNumber(value) ? value : OWN;
    case 'object':
      return value === null ? null : Array.isArray(value) && value.length === 0 ? EMPTY_LIST : OWN;
    default:
      return typeof value === 'boolean' ? value : OWN;
  }
}

function isSmallNumber(value: number): boolean {
  return Number.isInteger(value) && value <= MAX_NUMBER && (value > 0 || Object.is(value, 0));
}
