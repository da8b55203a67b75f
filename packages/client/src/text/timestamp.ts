import { OptionsError, shown } from '@aplomb/base';

/**
 * How a time is shown, each reader in their own language and time zone:
 *
 * - `t` 16:20
 * - `T` 16:20:30
 * - `d` 20/04/2021
 * - `D` April 20, 2021
 * - `f` April 20, 2021 at 16:20 (the default)
 * - `F` Tuesday, April 20, 2021 at 16:20
 * - `s` 20/04/2021, 16:20
 * - `S` 20/04/2021, 16:20:30
 * - `R` 4 years ago
 *
 * @see {@link https://docs.discord.com/developers/reference#message-formatting-timestamp-styles | Timestamp styles}
 */
export type TimestampStyle = 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 's' | 'S' | 'R';

const STYLES: readonly unknown[] = ['t', 'T', 'd', 'D', 'f', 'F', 's', 'S', 'R'] satisfies TimestampStyle[];
/** What a `Date` can hold. */
const MOST_MS = 8.64e15;

/** `<t:1618953630:R>`: see `mention.timestamp`. */
export function timestamp(when: Date | number, style?: TimestampStyle): string {
  const atMs = Number(when);
  if (!(Math.abs(atMs) <= MOST_MS))
    throw invalid(`A time stamp of ${when instanceof Date ? 'an invalid date' : shown(when)} cannot be shown.`);
  if (style !== undefined && !STYLES.includes(style)) throw invalid(`There is no style ${shown(style)} of time stamps.`);
  const seconds = String(Math.floor(atMs / 1_000));
  return style === undefined ? `<t:${seconds}>` : `<t:${seconds}:${style}>`;
}

function invalid(what: string): OptionsError {
  return new OptionsError('INVALID_OPTION', { what, cure: `Give a Date or milliseconds since 1970, and one of ${STYLES.join(', ')}.` });
}
