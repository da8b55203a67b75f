import { isObject } from '../../src/world/forms/Form.js';
import type { Constraint } from './limitsData.js';

/** Two values at a limit: one that is just allowed, and one that is just not. */
export interface Probe {
  /** `undefined` where nothing can be allowed by this limit alone. */
  readonly allowed: unknown;
  readonly name: string;
  readonly refused: unknown;
}

/** Numbers by which the OpenAPI document says "any number of them". */
const ANY = [1_521, 152_133];
const LOCALES =
  'ar bg cs da de el en-GB en-US es-419 es-ES fi fr he hi hr hu id it ja ko lt nl no pl pt-BR ro ru sv-SE th tr uk vi zh-CN zh-TW qq'.split(
    ' ',
  );

/** The values with which the limits of one field are shown: `item` stands for one of a list. */
export function probesOf(path: string, constraint: Constraint, item: unknown): readonly Probe[] {
  return Object.entries(constraint).flatMap(([name, limit]) => {
    if (ANY.includes(limit as number) || (name === 'minLength' && limit === 0)) return [];
    const values = valuesAt(path, name, Number(limit), item);
    return values === undefined ? [] : [{ name, ...values }];
  });
}

function valuesAt(path: string, name: string, limit: number, item: unknown): Omit<Probe, 'name'> | undefined {
  const text = (length: number): string => textOf(path, length);
  const list = (length: number): readonly unknown[] => Array.from({ length }, (_, index) => another(item, index));
  const makers: Readonly<Record<string, () => Omit<Probe, 'name'>>> = {
    maxLength: () => ({ allowed: text(limit), refused: text(limit + 1) }),
    minLength: () => ({ allowed: text(limit), refused: text(limit - 1) }),
    // Larger numbers than JavaScript counts in come as texts.
    maximum: () => ({ allowed: limit, refused: Number.isSafeInteger(limit) ? limit + 1 : String(BigInt(limit) + 1n) }),
    minimum: () => ({ allowed: limit, refused: limit - 1 }),
    maxItems: () => ({ allowed: list(limit), refused: list(limit + 1) }),
    minItems: () => ({ allowed: list(limit), refused: list(limit - 1) }),
    uniqueItems: () => ({ allowed: [item], refused: [item, item] }),
    maxProperties: () => ({ allowed: dictionary(path, limit), refused: dictionary(path, limit + 1) }),
    pattern: () => ({ allowed: '#00ff00', refused: 'green' }),
  };
  return makers[name]?.();
}

function textOf(path: string, length: number): string {
  if (!/url|link|icon/.test(path)) return 'a'.repeat(Math.max(length, 0));
  return 'https://example.org/'.padEnd(length, 'a').slice(0, Math.max(length, 0));
}

function dictionary(path: string, size: number): object {
  const keys = path.includes('localizations') ? LOCALES : Array.from({ length: size }, (_, index) => `key${String(index)}`);
  return Object.fromEntries(keys.slice(0, size).map((key) => [key, 'a']));
}

const TOLD_APART = ['custom_id', 'id', 'key', 'label', 'name', 'user_id', 'value'];

/** Another item of the same kind: what tells items apart is counted on. */
function another(item: unknown, index: number): unknown {
  if (index === 0) return item;
  if (typeof item === 'string') return /^\d+$/.test(item) ? String(BigInt(item) + BigInt(index)) : `${item}${String(index)}`;
  if (typeof item === 'number') return item + index;
  if (!isObject(item)) return item;
  const told = Object.entries(item).map(([name, value]) => [name, TOLD_APART.includes(name) ? another(value, index) : value]);
  return Object.fromEntries(told) as object;
}

/** The value with one of its fields replaced: `a`, `a.b`, `a[]` for an item of a list, `a{}` for a value of a dictionary. */
export function withField(value: object, path: string, replaced: unknown): object {
  const [name = '', ...rest] = path.split('.');
  const own = /^(\w+?)(\[\]|\{\})?$/.exec(name);
  const [, field = name, kind] = own ?? [];
  const before = (value as Readonly<Record<string, unknown>>)[field];
  if (rest.length > 0) return { ...value, [field]: withField(isObject(before) ? before : {}, rest.join('.'), replaced) };
  if (kind === '[]') return { ...value, [field]: [replaced] };
  return { ...value, [field]: kind === '{}' ? { [field.includes('localizations') ? 'de' : 'key']: replaced } : replaced };
}
