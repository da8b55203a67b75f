import { nearest } from './nearest.js';
import { OptionsError } from './OptionsError.js';

/**
 * Throws when `given` has a key that is not among `known`, naming the nearest known one: a misspelt option is otherwise a default in disguise.
 *
 * @throws {@link OptionsError} `UNKNOWN_OPTION`
 */
export function refuseUnknownOptions(owner: string, given: object, known: readonly string[]): void {
  for (const key of Object.keys(given)) {
    if (known.includes(key)) continue;
    const guess = nearest(key, known);
    throw new OptionsError('UNKNOWN_OPTION', {
      what: `${owner} has no option \`${key}\`.`,
      cure: `${guess === undefined ? '' : `Did you mean \`${guess}\`? `}The options are: ${known.join(', ')}.`,
    });
  }
}
