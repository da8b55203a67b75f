import { OptionsError } from '@aplomb/base';
import { wellFormed } from '../body/wellFormed.js';

/** Discord's own limit; what is longer would be refused with 50035. */
const MAX_CHARACTERS = 512;

/**
 * A reason as a header carries it: any string survives, lone surrogates as U+FFFD.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for one that is empty or longer than Discord takes.
 * @see {@link https://docs.discord.com/developers/resources/audit-log | Audit log}
 */
export function encodedReason(reason: string): string {
  const fault = faultOf(reason);
  if (fault === null) return encodeURIComponent(wellFormed(reason));
  throw new OptionsError('INVALID_OPTION', {
    what: `The \`reason\` ${fault}.`,
    cure: `Give 1 to ${String(MAX_CHARACTERS)} characters for the audit log, or leave it out.`,
  });
}

function faultOf(reason: unknown): string | null {
  if (typeof reason !== 'string') return `is of type ${typeof reason}`;
  if (reason === '') return 'is empty';
  // An emoji is one character, though a string counts it as two.
  const characters = reason.length <= MAX_CHARACTERS ? reason.length : Array.from(reason).length;
  return characters > MAX_CHARACTERS ? `has ${String(characters)} characters` : null;
}
