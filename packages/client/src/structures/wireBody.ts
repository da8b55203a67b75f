import { Permissions, type PermissionsInput } from '@aplomb/cache';
import { OptionsError } from '@aplomb/base';
import type { CamelKey } from './camel.js';

/** The fields that hold a moment, which may be given as a Date. */
type MomentKey = `${string}_at` | `${string}_time` | `${string}_timestamp` | `${string}_until`;
/** The fields that hold a set of permissions, which may be given by names. */
type PermissionsKey = 'allow' | 'default_member_permissions' | 'deny' | 'permissions';

type Written<Key, Value> = Key extends PermissionsKey
  ? Value | PermissionsInput
  : Key extends MomentKey
    ? Value | Date
    : Value extends readonly (infer Item)[]
      ? readonly Written<unknown, Item>[]
      : Value extends object
        ? BodyOptions<Value>
        : Value;

/**
 * What a deed can be given: the names of Discord's documentation in camelCase, permissions by their names, moments as `Date`. Discord's own body is
 * understood as well.
 */
export type BodyOptions<Wire extends object> = Wire extends unknown
  ? { readonly [Key in keyof Wire as CamelKey<Key>]: Written<Key, Wire[Key]> } | Readonly<Wire>
  : never;

const PERMISSIONS: ReadonlySet<string> = new Set([
  'allow',
  'default_member_permissions',
  'defaultMemberPermissions',
  'deny',
  'permissions',
]);

/**
 * The body that Discord reads.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for a Date that is none; `UNKNOWN_PERMISSION` for a name that is none
 */
export function wireBody<Wire extends object>(options: BodyOptions<Wire>): Wire {
  return written(options, '') as Wire;
}

function written(value: unknown, key: string): unknown {
  if (value instanceof Date) return momentText(value, key);
  if (isPermissions(value, key)) return Permissions.from(value).toString();
  if (Array.isArray(value)) return value.map((item) => written(item, ''));
  if (!isPlain(value)) return value;
  const given = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(given.map(([name, item]) => [snakeKey(name), written(item, name)]));
}

/** `null` stays, where it means "as it was". */
function isPermissions(value: unknown, key: string): value is PermissionsInput {
  return value instanceof Permissions || (PERMISSIONS.has(key) && value !== null && value !== undefined);
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const NAME = /^[a-z][A-Za-z0-9]*$/;

/** `guildId` → `guild_id`. What is no name of ours, such as the locale `en-US`, is left alone. */
function snakeKey(key: string): string {
  if (!NAME.test(key)) return key;
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function momentText(date: Date, field: string): string {
  if (!Number.isNaN(date.getTime())) return date.toISOString();
  throw new OptionsError('INVALID_OPTION', { what: `\`${field}\` is a Date that is no date.`, cure: 'Look at what it was made from.' });
}
