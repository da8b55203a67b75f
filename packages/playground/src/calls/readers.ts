import { PlaygroundError } from '../errors.js';

/** Turns what came over the wire into what it should be. `name` says in errors where it stood. */
export type Reader<Value> = (given: unknown, name: string) => Value;

/** A reader of what may be left out. */
export interface OptionalReader<Value> {
  readonly ifGiven: Reader<Value>;
}

/** A reader for each key of an object. */
export type Shape = Readonly<Record<string, OptionalReader<unknown> | Reader<unknown>>>;

type ValueOf<Each> = Each extends OptionalReader<infer Value> ? Value : Each extends Reader<infer Value> ? Value : never;
type OptionalKeys<Keys extends Shape> = { [Key in keyof Keys]: Keys[Key] extends OptionalReader<unknown> ? Key : never }[keyof Keys];

/** What is read with a shape. */
export type Shaped<Keys extends Shape> = {
  readonly [Key in Exclude<keyof Keys, OptionalKeys<Keys>>]: ValueOf<Keys[Key]>;
} & { readonly [Key in OptionalKeys<Keys>]?: ValueOf<Keys[Key]> };

const TEXT_MAX = 8_000;
const LIST_MAX = 100;
const MAP_MAX = 50;
const SHOWN_MAX = 60;

/** What somebody said that this server does not understand. */
export function badCall(what: string, cure: string): PlaygroundError {
  return new PlaygroundError('PLAYGROUND_BAD_CALL', { what, cure });
}

function misfit(given: unknown, name: string, wanted: string): never {
  const shown = given === undefined ? 'missing' : JSON.stringify(given).slice(0, SHOWN_MAX);
  throw badCall(`\`${name}\` is ${shown}.`, `Give ${wanted}.`);
}

/** A text of so many characters at most. */
export function text(max = TEXT_MAX): Reader<string> {
  return (given, name) =>
    typeof given === 'string' && given.length <= max ? given : misfit(given, name, `a text of at most ${max} characters`);
}

/** The id of anything of Discord's. */
export const id: Reader<string> = (given, name) =>
  typeof given === 'string' && /^\d{1,20}$/.test(given) ? given : misfit(given, name, 'an id: a text of digits');

/** A whole number between two others. */
export function whole(min: number, max: number): Reader<number> {
  return (given, name) =>
    typeof given === 'number' && Number.isInteger(given) && given >= min && given <= max
      ? given
      : misfit(given, name, `a whole number from ${min} to ${max}`);
}

/** Any number that JSON can say. */
export const number: Reader<number> = (given, name) => (typeof given === 'number' ? given : misfit(given, name, 'a number'));

/** Nothing at all, said aloud. */
export const nothing: Reader<null> = (given, name) => (given === null ? null : misfit(given, name, 'null'));

export const bool: Reader<boolean> = (given, name) => (typeof given === 'boolean' ? given : misfit(given, name, '`true` or `false`'));

/** One of a few words. */
export function oneOf<const Words extends readonly string[]>(words: Words): Reader<Words[number]> {
  return (given, name) => words.find((word) => word === given) ?? misfit(given, name, `one of ${words.join(', ')}`);
}

/** A list of things of one kind. */
export function list<Value>(reader: Reader<Value>): Reader<readonly Value[]> {
  return (given, name) => {
    if (!Array.isArray(given) || given.length > LIST_MAX) return misfit(given, name, `a list of at most ${LIST_MAX}`);
    return given.map((each, index) => reader(each, `${name}[${index}]`));
  };
}

/** Things of one kind by names that nobody knows before. */
export function mapOf<Value>(reader: Reader<Value>): Reader<Readonly<Record<string, Value>>> {
  return (given, name) => {
    if (!isObject(given) || Object.keys(given).length > MAP_MAX) return misfit(given, name, `an object of at most ${MAP_MAX} keys`);
    // From entries, so that a key `__proto__` is a key like any other.
    return Object.fromEntries(Object.entries(given).map(([key, each]) => [key, reader(each, `${name}.${key}`)]));
  };
}

/** What may be left out. */
export function optional<Value>(ifGiven: Reader<Value>): OptionalReader<Value> {
  return { ifGiven };
}

/** The first of some readers that understands. `wanted` says in words what all of them want. */
export function either<Readers extends readonly Reader<unknown>[]>(
  wanted: string,
  ...readers: Readers
): Reader<ReturnType<Readers[number]>> {
  return (given, name) => {
    for (const reader of readers) {
      try {
        return reader(given, name) as ReturnType<Readers[number]>;
      } catch {
        // Another reader may understand it; if none does, one sentence says what all of them want.
      }
    }
    return misfit(given, name, wanted);
  };
}

/** An object of known keys. Others are refused: a misspelt one would be left out silently. */
export function object<Keys extends Shape>(shape: Keys): Reader<Shaped<Keys>> {
  const known = Object.keys(shape);
  return (given, name) => {
    if (!isObject(given)) return misfit(given, name, 'an object');
    const stranger = Object.keys(given).find((key) => !known.includes(key));
    if (stranger !== undefined) throw badCall(`\`${name}\` has no \`${stranger}\`.`, `It has ${known.join(', ') || 'nothing'}.`);
    const entries = Object.entries(shape).flatMap(([key, reader]) => {
      if (typeof reader === 'function') return [[key, reader(given[key], key)]];
      return given[key] === undefined ? [] : [[key, reader.ifGiven(given[key], key)]];
    });
    return Object.fromEntries(entries) as Shaped<Keys>;
  };
}

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}
