import { OptionsError, shown } from '@aplomb/base';

/** The first millisecond of 2015, from which Discord counts. */
const EPOCH_MS = 1_420_070_400_000;
/** Snowflakes have 64 bits, of which 42 are time. */
const LARGEST = '18446744073709551615';
const LARGEST_MS = 2 ** 42 - 1 + EPOCH_MS;
const CANONICAL = /^(?:0|[1-9]\d{0,19})$/;

/** What an id is made of. */
export interface SnowflakeParts {
  /** When it was made, in wall-clock milliseconds since 1970. */
  readonly timestampMs: number;
  /** Which worker of Discord's made it: 0 to 31. */
  readonly workerId: number;
  /** Which process of that worker's: 0 to 31. */
  readonly processId: number;
  /** The how many-th of that process it is, modulo 4,096. */
  readonly increment: number;
}

/**
 * Reads and makes ids. They are strings everywhere, since numbers of JavaScript lose their last digits.
 *
 * @example
 * ```ts
 * import { snowflake } from 'aplomb';
 *
 * const noon = snowflake.at(Date.UTC(2026, 10, 20, 12)); // for `before` and `after` in lists
 * const ids = ['9', '80351110224678912'].sort(snowflake.compare);
 * console.log(noon, ids, new Date(snowflake.timestampOf('175928847299117063')));
 * ```
 * @see {@link https://docs.discord.com/developers/reference#snowflakes | Snowflakes}
 */
export const snowflake = Object.freeze({
  /** Whether `value` is an id: a string of digits, without zeros in front, that fits into 64 bits. */
  isValid: (value: unknown): value is string =>
    typeof value === 'string' && CANONICAL.test(value) && (value.length < LARGEST.length || value <= LARGEST),

  /**
   * When what bears this id was made, in wall-clock milliseconds since 1970: `new Date(snowflake.timestampOf(id))`.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` for what is no id
   */
  timestampOf: (id: string): number => timestampMs(bitsOf(id)),

  /**
   * The smallest id of that moment: everything made before has a smaller one. For `before` and `after`.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` for a moment before 2015 or after 2154, which no id has
   */
  at: (when: Date | number): string => {
    const atMs = Math.floor(Number(when));
    if (atMs >= EPOCH_MS && atMs <= LARGEST_MS) return String(BigInt(atMs - EPOCH_MS) << 22n);
    throw new OptionsError('INVALID_OPTION', {
      what: `There is no id for ${Number.isNaN(atMs) ? 'an invalid date' : `${String(atMs)} ms since 1970`}.`,
      cure: 'Give a Date, or milliseconds since 1970, from 2015 on.',
    });
  },

  /** The order of two ids, which is that of their making: for `sort`. Negative when `first` is older. */
  compare: (first: string, second: string): number => first.length - second.length || (first < second ? -1 : Number(first > second)),

  /**
   * An id taken apart.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` for what is no id
   */
  partsOf: (id: string): SnowflakeParts => {
    const bits = bitsOf(id);
    return {
      timestampMs: timestampMs(bits),
      workerId: Number((bits >> 17n) & 31n),
      processId: Number((bits >> 12n) & 31n),
      increment: Number(bits & 4095n),
    };
  },
});

function bitsOf(id: string): bigint {
  return BigInt(checkedId(id, 'what was asked for'));
}

function timestampMs(bits: bigint): number {
  return Number(bits >> 22n) + EPOCH_MS;
}

/**
 * `id`, if it is one.
 *
 * @throws {@link OptionsError} `INVALID_OPTION`
 */
export function checkedId(id: string, owner: string): string {
  if (snowflake.isValid(id)) return id;
  const isNumber = ['number', 'bigint'].includes(typeof id);
  throw new OptionsError('INVALID_OPTION', {
    what: `The id of ${owner} is ${shown(id)}${isNumber ? ', which is a number' : ''}.`,
    cure: isNumber ? 'Write it in quotes: a number loses its last digits.' : 'Give digits only, as Discord shows them under "Copy ID".',
  });
}
