import type { Form } from './Form.js';

/** Bits of permissions: Discord takes no more than these. */
const BITS_MAX = 2n ** 54n;

/** A set of permissions, which comes as a text of digits or as a number. */
export function readPermissions(form: Form, name: string): bigint | undefined {
  const value = form.raw(name);
  if (value === undefined) return undefined;
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  if (!/^-?\d+$/.test(text)) {
    form.refuse(name, 'NUMBER_TYPE_COERCE', `Value "${JSON.stringify(value)}" is not a set of permissions.`);
    return undefined;
  }
  const bits = BigInt(text);
  if (bits < 0n) form.refuse(name, 'NUMBER_TYPE_MIN', 'int value should be greater than or equal to 0.');
  if (bits > BITS_MAX) form.refuse(name, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${String(BITS_MAX)}.`);
  return bits;
}
