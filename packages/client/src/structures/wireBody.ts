import { Permissions, type PermissionsInput } from '@aplomb/cache';
import { OptionsError, shown } from '@aplomb/base';
import { colorOf, type Color } from '../text/colors.js';
import type { CamelKey } from './camel.js';

/** The fields that hold a moment, which may be given as a Date. */
type MomentKey = `${string}_at` | `${string}_time` | `${string}_timestamp` | `${string}_until`;
/** The fields that hold a set of permissions, which may be given by names. */
type PermissionsKey = 'allow' | 'default_member_permissions' | 'deny' | 'permissions';
/** The fields that hold a colour, which may be given as people write them. */
type ColorKey = 'accent_color' | 'color' | 'primary_color' | 'secondary_color' | 'tertiary_color';

type Written<Key, Value> = Key extends PermissionsKey
  ? Value | PermissionsInput
  : Key extends ColorKey
    ? Color | Value
    : Key extends MomentKey
      ? Value | Date
      : Value extends readonly (infer Item)[]
        ? readonly Written<unknown, Item>[]
        : Value extends object
          ? BodyOptions<Value>
          : Value;

/**
 * What a deed can be given: the names of Discord's documentation in camelCase, permissions and colours by their names, moments as `Date`. Discord's own body is
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

const COLORS: ReadonlySet<string> = new Set<ColorKey>(['accent_color', 'color', 'primary_color', 'secondary_color', 'tertiary_color']);

type NameOf<Wire> = Wire extends unknown ? keyof Wire & string : never;

/**
 * The body that Discord reads. `needs` are the fields without which Discord refuses it.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for no object, a Date that is none, and a colour that is none; `INVALID_BODY` for what lacks;
 * `UNKNOWN_PERMISSION` for a name that is none
 */
export function wireBody<Wire extends object>(options: BodyOptions<Wire>, needs: readonly NameOf<Wire>[] = []): Wire {
  if (typeof options !== 'object' || (options as unknown) === null)
    throw new OptionsError('INVALID_OPTION', { what: `What was given is ${shown(options)}.`, cure: 'Give an object with fields.' });
  const body = written(options, '') as Wire;
  const lacking = needs.filter((name) => !(name in body));
  if (lacking.length === 0) return body;
  throw new OptionsError('INVALID_BODY', {
    what: `${lacking.map((name) => `\`${camelKey(name)}\``).join(', ')} is missing.`,
    cure: 'Give it.',
  });
}

/**
 * {@link wireBody}, for what is changed.
 *
 * @throws {@link OptionsError} as {@link wireBody}; and `INVALID_BODY` for what changes nothing
 */
export function changedBody<Wire extends object>(changes: BodyOptions<Wire>): Wire {
  return refuseNothing(wireBody<Wire>(changes));
}

/** Refuses a change that changes nothing: something was forgotten, or misspelt. */
export function refuseNothing<Wire extends object>(body: Wire): Wire {
  if (Object.keys(body).length > 0) return body;
  throw new OptionsError('INVALID_BODY', { what: 'The edit changes nothing.', cure: 'Give what is to change.' });
}

function written(value: unknown, key: string): unknown {
  if (value instanceof Date) return momentText(value, key);
  if (isPermissions(value, key)) return Permissions.from(value).toString();
  if (COLORS.has(snakeKey(key)) && value !== null && value !== undefined) return colorOf(value as Color);
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

/** `guild_id` → `guildId`, as those wrote it who read it. */
function camelKey(key: string): string {
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function momentText(date: Date, field: string): string {
  if (!Number.isNaN(date.getTime())) return date.toISOString();
  throw new OptionsError('INVALID_OPTION', { what: `\`${field}\` is a Date that is no date.`, cure: 'Look at what it was made from.' });
}
