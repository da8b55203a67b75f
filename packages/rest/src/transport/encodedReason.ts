import { OptionsError, shown } from '@aplomb/base';
import { wellFormed } from '../body/wellFormed.js';

/** Discord's own limit; what is longer would be refused with 50035. */
const MAX_CHARACTERS = 512;

/**
 * A reason as a header carries it; `null` for an empty one, which says nothing. Any string survives: lone surrogates become U+FFFD, and what Discord has no room
 * for is cut off, since nobody wants a ban to fail for a long story.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for what is no string.
 * @see {@link https://docs.discord.com/developers/resources/audit-log | Audit log}
 */
export function encodedReason(reason: string): string | null {
  if (typeof reason !== 'string')
    throw new OptionsError('INVALID_OPTION', {
      what: `The \`reason\` is ${shown(reason)}.`,
      cure: 'Give a string for the audit log, or leave it out.',
    });
  return reason === '' ? null : encodeURIComponent(shortened(wellFormed(reason)));
}

/** An emoji is one character, though a string counts it as two. */
function shortened(reason: string): string {
  if (reason.length <= MAX_CHARACTERS) return reason;
  const characters = Array.from(reason);
  return characters.length <= MAX_CHARACTERS ? reason : `${characters.slice(0, MAX_CHARACTERS - 1).join('')}…`;
}
