import { OptionsError } from '@aplomb/base';
import { fieldsOf } from '../validation/checks.js';
import { objectFault } from '../validation/objectFault.js';

/**
 * The fields of a body that something is added to: of a text, its letters would be. Nothing at all is a body without fields, since files may go along.
 *
 * @throws {@link OptionsError} `INVALID_BODY` for what is no object; `example` shows what is.
 */
export function plainFields<Body extends object>(body: Body | null | undefined, example: string): Body {
  const given = body ?? {};
  const fault = objectFault(given);
  if (fault === null) return fieldsOf(given) as Body;
  throw new OptionsError('INVALID_BODY', {
    what: `What was given as the body ${fault}; it has to be an object.`,
    cure: `Give one with its fields: \`${example}\`.`,
  });
}

/** What every message can be written as. */
export const MESSAGE_EXAMPLE = '{ content: "…" }';
