import { shown } from '@aplomb/base';

/**
 * What a value is that is no object with fields, as the rest of a sentence (`is "hi"`), or `null` for one that is. JSON makes something of everything, of
 * a text that is spread even an object: Discord's answer to it would help nobody.
 */
export function objectFault(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return `is ${shown(value, 20)}`;
  if (Array.isArray(value)) return 'is a list';
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return 'is bytes';
  if (value instanceof Promise) return 'is a promise that nobody has awaited';
  const { toJSON } = value as { readonly toJSON?: unknown };
  if (typeof toJSON !== 'function') return null;
  const plain: unknown = (toJSON as () => unknown).call(value);
  if (typeof plain !== 'object' || plain === null) return `is ${shown(plain, 20)} as JSON`;
  return Array.isArray(plain) ? 'is a list as JSON' : null;
}
