import { nearest, shown } from '@aplomb/base';
import { charactersIn } from './charactersIn.js';
import { problem, problemAt, type Check, type Problem } from './Check.js';
import { objectFault } from './objectFault.js';

/** Deeper than anything of Discord's; what is deeper is hostile or circular, and is left to JSON. */
const MAX_DEPTH = 32;

/** A string of `least` to `most` characters. */
export function text(most: number, least = 0): Check {
  return (value) => {
    if (typeof value !== 'string' || (value.length <= most && value.length >= least)) return null;
    if (value.length < least)
      return problem(`is ${shown(value)}; it needs at least ${counted(least, 'character')}`, 'Make it longer, or leave it out.');
    const characters = charactersIn(value);
    if (characters <= most) return null;
    return problem(`has ${String(characters)} characters (${shown(value, 20)}); at most ${String(most)} are allowed`, 'Shorten it.');
  };
}

/** A number from `least` to `most`. NaN and Infinity, of which JSON makes null, are none. */
export function number(least: number, most = Infinity): Check {
  return (value) => {
    if (typeof value !== 'number' || (value >= least && value <= most && value !== Infinity)) return null;
    const range = most === Infinity ? `${String(least)} or more` : `from ${String(least)} to ${String(most)}`;
    return problem(`is ${shown(value)}; it has to be ${range}`, 'Change it, or leave it out.');
  };
}

/** A number in a query, which may be written as text. */
export function numeric(least: number, most = Infinity): Check {
  const check = number(least, most);
  return (value, walk) => check(typeof value === 'string' && value.trim() !== '' ? Number(value) : value, walk);
}

/** One of few values. */
export function oneOf(...allowed: readonly (number | string)[]): Check {
  return (value) => {
    if ((typeof value !== 'number' && typeof value !== 'string') || allowed.includes(value)) return null;
    return problem(`is ${shown(value)}; allowed are ${allowed.join(', ')}`, 'Take one of them.');
  };
}

/** A list of `least` to `most` items, each of which `item` looks at. */
export function list(most: number, item: Check = anything, least = 0): Check {
  return (value, walk) => {
    if (!Array.isArray(value) || walk.depth > MAX_DEPTH) return null;
    if (value.length > most) return problem(`has ${counted(value.length, 'item')}; at most ${String(most)} are allowed`, 'Take some out.');
    if (value.length < least)
      return problem(`has ${counted(value.length, 'item')}; it needs at least ${String(least)}`, 'Add some, or leave it out.');
    walk.depth += 1;
    for (let index = 0; index < value.length; index += 1) {
      const found = value[index] === undefined ? undefinedItem() : item(value[index], walk);
      if (found !== null) return within(found, index);
    }
    walk.depth -= 1;
    return null;
  };
}

/** An object, whatever its fields are. */
export function object(value: unknown): Problem | null {
  const fault = value === null ? null : objectFault(value);
  return fault === null ? null : problem(`${fault}; it has to be an object`, 'Give one with its fields.');
}

/** An object whose fields are checked each by its own, then by what concerns several of them. Fields that nobody knows are Discord's matter. */
export function shape(fields: Readonly<Record<string, Check>>, ...together: readonly Check[]): Check {
  const checks = new Map(Object.entries(fields));
  return (given, walk) => {
    const value = fieldsOf(given);
    if (value === null || walk.depth > MAX_DEPTH) return null;
    walk.depth += 1;
    for (const name of Object.keys(value)) {
      const found = checks.get(name)?.(value[name], walk) ?? null;
      if (found !== null) return within(found, name);
    }
    for (const check of together) {
      const found = check(value, walk);
      if (found !== null) return found;
    }
    walk.depth -= 1;
    return null;
  };
}

/** Every documented field of a body, so that none can be forgotten; more may be checked. */
type Documented<Body> = Readonly<Record<NameOf<Body>, Check>>;
type NameOf<Body> = Body extends unknown ? keyof Body : never;

/** A {@link shape} of which all names are known that Discord documents: one that is only just another is a slip, and nothing that came later. */
export function documented<Body extends object>(fields: Documented<Body>, ...together: readonly Check[]): Check {
  return shape(fields, misspelt(Object.keys(fields)), ...together);
}

/** Names that long, or that many, nobody has typed; and of the shortest, each is like another. */
const TYPED = { shortest: 3, longest: 40, most: 100 } as const;

function misspelt(known: readonly string[]): Check {
  const isKnown = new Set(known);
  return (given) => {
    const value = given as Readonly<Record<string, unknown>>;
    const unknown = Object.keys(value).filter((name) => !isKnown.has(name) && value[name] !== undefined);
    if (unknown.length > TYPED.most) return null;
    for (const name of unknown.filter(({ length }) => length >= TYPED.shortest && length <= TYPED.longest)) {
      const guess = nearest(name, known);
      if (guess !== undefined && isAlmost(name, guess)) return problemAt([name], 'is no field of Discord’s', `Did you mean \`${guess}\`?`);
    }
    return null;
  };
}

/** A slip leaves the length of a name nearly as it was, and so does camelCase; a field of later days seldom does. */
function isAlmost(name: string, guess: string): boolean {
  return Math.abs(name.replaceAll('_', '').length - guess.replaceAll('_', '').length) <= 1;
}

/** Documented fields of which nothing is checked. */
export function unchecked<Name extends string>(...names: readonly Name[]): Readonly<Record<Name, Check>> {
  return Object.fromEntries(names.map((name) => [name, anything])) as unknown as Readonly<Record<Name, Check>>;
}

/** A dictionary whose values `item` looks at: localizations, metadata. */
export function each(item: Check, most = Infinity): Check {
  return (given, walk) => {
    const value = fieldsOf(given);
    if (value === null) return null;
    const names = Object.keys(value);
    if (names.length > most) return problem(`has ${counted(names.length, 'entry')}; at most ${String(most)} are allowed`, 'Take some out.');
    for (const name of names) {
      const found = item(value[name], walk);
      if (found !== null) return within(found, name);
    }
    return null;
  };
}

/** A time at most `aheadMs` from now; a minute more, since clocks differ. */
export function until(aheadMs: number, span: string): Check {
  return (value, { nowMs }) => {
    const atMs = typeof value === 'string' ? Date.parse(value) : NaN;
    if (nowMs === null || !(atMs > nowMs + aheadMs + 60_000)) return null;
    return problem(`is ${shown(value)}; it may be at most ${span} from now`, 'Take an earlier time.');
  };
}

/** A `data:` URI of at most `mostBytes`, as images and sounds are sent. */
export function dataUri(mostBytes = Infinity): Check {
  return (value) => {
    if (typeof value !== 'string') return null;
    if (!value.startsWith('data:'))
      return problem(`is ${shown(value)}, which is no \`data:\` URI`, 'Make one of the bytes with `imageData(…)` or `soundData(…)`.');
    const encoded = value.length - value.indexOf(',') - 1;
    const bytes = Math.floor((encoded * 3) / 4) - (value.endsWith('==') ? 2 : value.endsWith('=') ? 1 : 0);
    if (bytes <= mostBytes) return null;
    return problem(`has ${String(bytes)} bytes; at most ${String(mostBytes)} are allowed`, 'Make it smaller.');
  };
}

/** Several checks of one value. */
export function all(...checks: readonly Check[]): Check {
  return (value, walk) => {
    for (const check of checks) {
      const found = check(value, walk);
      if (found !== null) return found;
    }
    return null;
  };
}

/** The fields of an object as JSON sees it (builders have a `toJSON`), or `null` for what has none. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { toJSON } = value as { readonly toJSON?: unknown };
  if (typeof toJSON !== 'function') return value as Readonly<Record<string, unknown>>;
  const plain: unknown = (toJSON as () => unknown).call(value);
  return typeof plain === 'object' && plain !== null && !Array.isArray(plain) ? (plain as Readonly<Record<string, unknown>>) : null;
}

/** A field that the object has itself: `constructor` is nobody's. */
export function own(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** `1 item`, `2 items`, `2 entries`. */
export function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return `${String(count)} ${noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

function undefinedItem(): Problem {
  return problem('is undefined, of which JSON makes null', 'Leave it out of the list.');
}

function within(found: Problem, key: number | string): Problem {
  return problemAt([key, ...found.path], found.says, found.cure);
}

function anything(): null {
  return null;
}
