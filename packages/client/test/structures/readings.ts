import { Permissions } from '@aplomb/cache';
import { camelKey } from '../../src/structures/camel.js';
import { Relation } from '../../src/structures/Relation.js';
import { View } from '../../src/structures/View.js';

/**
 * All that the getters of a view say, by their names. Other views in it are told as `Kind id`, dates as text, sets of permissions as digits; what `View`
 * itself has is left out.
 */
export function readings(view: object): Readonly<Record<string, unknown>> {
  const names = new Set<string>();
  for (
    let at: object = Object.getPrototypeOf(view) as object;
    at !== View.prototype && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object
  )
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(at)))
      if (get !== undefined && name !== 'target') names.add(name);
  return Object.fromEntries([...names].sort().map((name) => [name, told((view as Readonly<Record<string, unknown>>)[name])]));
}

/**
 * The fields of a payload that no getter tells: neither under their name in camelCase nor under one that `others` gives them. A getter that has nothing
 * to say of what is there tells nothing.
 */
export function untold(view: object, payload: object, others: Readonly<Record<string, string>> = {}): readonly string[] {
  const told = view as Readonly<Record<string, unknown>>;
  const isTold = ([key, value]: [string, unknown]) => value === undefined || told[others[key] ?? camelKey(key)] !== undefined;
  return Object.entries(payload)
    .filter((field) => !isTold(field))
    .map(([key]) => key);
}

function told(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Permissions) return value.toString();
  if (value instanceof Relation || Array.isArray(value)) return [...(value as Iterable<unknown>)].map(told);
  if (value instanceof View) return `${value.constructor.name} ${idOf(value as View<object>)}`;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return typeof value === 'function' ? 'function' : value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, told(one)]));
}

function idOf(view: View<object>): string {
  const { id, userId } = view as { readonly id?: string; readonly userId?: string };
  return id ?? userId ?? '';
}
