import { OptionsError } from '@aplomb/base';

/**
 * Checks a number that a fault was given, so that a slip in a test is told at once.
 *
 * @throws {@link OptionsError} `INVALID_OPTION`
 */
export function requireNumber(name: string, value: number, least: number): void {
  if (typeof value === 'number' && value >= least) return;
  throw new OptionsError('INVALID_OPTION', { what: `\`${name}\` is ${String(value)}.`, cure: `Give a number from ${least} on.` });
}
