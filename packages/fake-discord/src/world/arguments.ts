import { nearest, OptionsError, shown } from '@aplomb/base';

/** Wrong arguments are told apart here from what Discord refuses: they are mistakes of a test, which TypeScript finds and JavaScript does not. */

/**
 * Checks that a value is one of a few. `what` begins the sentence about one that is not: `The kind of a channel`.
 *
 * @throws {@link OptionsError} `INVALID_OPTION`
 */
export function requireOneOf(what: string, value: unknown, allowed: readonly string[]): void {
  if (typeof value === 'string' && allowed.includes(value)) return;
  const guess = typeof value === 'string' ? nearest(value, allowed) : undefined;
  throw new OptionsError('INVALID_OPTION', {
    what: `${what} is ${shown(value)}.`,
    cure: `${guess === undefined ? '' : `Did you mean ${guess}? `}There are ${allowed.join(', ')}.`,
  });
}

/** @throws {@link OptionsError} `INVALID_OPTION` for a name that is none */
export function requireName(what: string, name: unknown): void {
  if (typeof name === 'string' && name.trim() !== '') return;
  throw new OptionsError('INVALID_OPTION', { what: `The name of ${what} is ${shown(name)}.`, cure: 'Give a text that is not empty.' });
}
