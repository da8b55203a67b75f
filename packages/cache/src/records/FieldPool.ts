import type { Payload } from './payload.js';

/*
 * Most fields of most entities say what they say elsewhere: a member is not deaf, has no avatar of its own, passed the screening. All those fields
 * together are one of a few hundred combinations. The pool walks a tree along the fields of a payload, one branch per value, and hands out the one
 * object at the end of the way, so that a hundred thousand members refer to the same few objects.
 *
 * Only values that tend to repeat are shared (truth values, null, small whole numbers, short texts, empty lists); the others are the entity's own.
 * The tree is bounded: when it is full it begins anew, and what was handed out lives on with its records.
 */

/** Fields that entities share, never to be changed. */
export type SharedFields = Payload;

/** The longest text that is shared: statuses, locales, the discriminator `0`. */
const MAX_TEXT_LENGTH = 12;
const MAX_NUMBER = 65_536;
/** Payloads of a kind differ in a few fields; where more follow one another, somebody makes them up. */
const MAX_BRANCHES = 64;
const EMPTY_LIST: readonly never[] = Object.freeze([]);

/** A step along the fields of a payload. Only where a payload ended is there an object. */
interface PoolNode {
  readonly parent: PoolNode | null;
  readonly key: string;
  readonly value: unknown;
  /** The fields that came next, mostly one and always the same: payloads of a kind name their fields in one order. */
  readonly branches: PoolBranch[];
  fields: SharedFields | null;
}

interface PoolBranch {
  readonly key: string;
  readonly values: Map<unknown, PoolNode>;
}

/** Keeps combinations of field values once, however many records have them. One pool serves one cache. */
export class FieldPool {
  private root: PoolNode = emptyNode();
  private nodeCount = 0;
  private texts = new Map<string, string>();
  private readonly capacity: number;

  constructor(capacity = 16_384) {
    this.capacity = capacity;
  }

  /** How many combinations and texts it keeps. */
  get size(): number {
    return this.nodeCount + this.texts.size;
  }

  /** The fields of a payload that others are likely to have too, except those in `slots`. */
  shared(payload: Payload, slots: ReadonlySet<string>): SharedFields {
    let node = this.root;
    for (const key in payload) {
      if (slots.has(key)) continue;
      const value = payload[key];
      if (isShareable(value)) node = this.branch(node, key, Array.isArray(value) ? EMPTY_LIST : value);
    }
    node.fields ??= fieldsTo(node);
    return node.fields;
  }

  /** The remaining fields of a payload, those that are its own; `undefined` when there are none. */
  own(payload: Payload, slots: ReadonlySet<string>): Payload | undefined {
    let own: Record<string, unknown> | undefined;
    for (const key in payload) {
      const value = payload[key];
      // JSON may name a field so; assigned, it would become the prototype.
      if (slots.has(key) || value === undefined || key === '__proto__' || isShareable(value)) continue;
      own ??= {};
      own[key] = value;
    }
    return own;
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
    this.root = emptyNode();
    this.nodeCount = 0;
    this.texts = new Map();
  }

  private branch(node: PoolNode, key: string, value: unknown): PoolNode {
    const branch = branchFor(node, key);
    const known = branch?.values.get(value);
    if (known !== undefined) return known;
    const next: PoolNode = { parent: node, key, value, branches: [], fields: null };
    if (this.nodeCount >= this.capacity || node.branches.length >= MAX_BRANCHES) {
      this.clear();
      return next;
    }
    this.nodeCount += 1;
    if (branch === undefined) node.branches.push({ key, values: new Map([[value, next]]) });
    else branch.values.set(value, next);
    return next;
  }
}

function emptyNode(): PoolNode {
  return { parent: null, key: '', value: undefined, branches: [], fields: null };
}

function branchFor({ branches }: PoolNode, key: string): PoolBranch | undefined {
  const [first] = branches;
  return first?.key === key ? first : branches.find((branch) => branch.key === key);
}

function fieldsTo(node: PoolNode): SharedFields {
  const steps: (readonly [string, unknown])[] = [];
  for (let step = node; step.parent !== null; step = step.parent) steps.push([step.key, step.value]);
  // fromEntries defines its fields: a field named __proto__ stays a field.
  return Object.freeze(Object.fromEntries(steps.reverse()));
}

function isShareable(value: unknown): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isInteger(value) && value <= MAX_NUMBER && (value > 0 || Object.is(value, 0));
  if (typeof value === 'string') return value.length <= MAX_TEXT_LENGTH;
  return Array.isArray(value) && value.length === 0;
}
