import { printable } from './printable.js';
import { redact } from './redact.js';

/**
 * A value as an error message may carry it: on one line, in quotes where it is text, shortened, without anything that a terminal obeys, and with
 * what has the shape of a token redacted. Objects are only named: their content may be anything.
 */
export function shown(value: unknown, maxLength = 60): string {
  if (typeof value === 'string') return quoted(value, maxLength);
  if (Array.isArray(value)) return `an array of ${String(value.length)}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  if (typeof value === 'function') return 'a function';
  return quoted(String(value), maxLength).slice(1, -1);
}

/** Cut before it is redacted and escaped, so that a huge string costs as little as a short one; a token that is cut is not left half. */
function quoted(text: string, maxLength: number): string {
  const start = redact(text.slice(0, maxLength * 4));
  const cut = start.length > maxLength || text.length > maxLength * 4 ? `${start.slice(0, maxLength)}…` : start;
  return printable(JSON.stringify(cut));
}
