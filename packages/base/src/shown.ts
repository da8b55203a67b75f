import { redact } from './redact.js';

/** What a terminal or a log reader would obey instead of showing: C0 and C1 controls, other line ends, and what turns the direction of text. */
const UNSHOWN = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

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
  return JSON.stringify(cut).replace(UNSHOWN, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
