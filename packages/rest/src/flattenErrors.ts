import { redact } from '@aplomb/base';
import type { FieldError } from './errors.js';
import { redactedPath } from './redactedPath.js';

/** Discord's own bounds are far lower; these keep a hostile answer from costing anything. */
const MAX_DEPTH = 32;
const MAX_ERRORS = 100;
const MAX_FIELDS = 10_000;

/**
 * Turns Discord's nested `errors` (field names, array indexes as keys, leaves under `_errors`) into a list with one path each.
 *
 * @see {@link https://docs.discord.com/developers/reference#error-messages | Error messages}
 */
export function flattenErrors(errors: unknown): readonly FieldError[] {
  const search: Search = { found: [], fieldsLeft: MAX_FIELDS };
  collect(errors, '', 0, search);
  return search.found;
}

interface Search {
  readonly found: FieldError[];
  fieldsLeft: number;
}

function collect(node: unknown, field: string, depth: number, search: Search): void {
  if (typeof node !== 'object' || node === null || depth > MAX_DEPTH) return;
  const { found } = search;
  // Not Object.entries: a million keys would be copied to look at the first few.
  for (const key in node) {
    if (found.length >= MAX_ERRORS || search.fieldsLeft-- <= 0) return;
    const value: unknown = (node as Readonly<Record<string, unknown>>)[key];
    if (key === '_errors' && Array.isArray(value))
      found.push(...value.slice(0, MAX_ERRORS - found.length).map((leaf) => fieldError(field, leaf)));
    else collect(value, below(field, key), depth + 1, search);
  }
}

function fieldError(field: string, leaf: unknown): FieldError {
  const { code, message } = (leaf ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  return { field: safe(field), code: safe(code), message: safe(message) };
}

/** No token, whoever's it is: what a server repeats of a call would stand in logs. */
function safe(text: unknown): string {
  return typeof text === 'string' ? redactedPath(redact(text)) : '';
}

function below(field: string, key: string): string {
  if (/^\d+$/.test(key)) return `${field}[${key}]`;
  return field === '' ? key : `${field}.${key}`;
}
