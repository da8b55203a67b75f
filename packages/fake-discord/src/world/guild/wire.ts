import type { Form } from '../forms/Form.js';
import { readImageHash } from '../imageData.js';

/** Only what was given. */
export function defined(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** The hashes of pictures, by the names of their fields. */
export function imageFields(form: Form, ...names: readonly string[]): Readonly<Record<string, unknown>> {
  return defined(Object.fromEntries(names.map((name) => [name, readImageHash(form, name)])));
}
