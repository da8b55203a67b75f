import { OptionsError } from '@aplomb/base';

/**
 * The JSON of a body.
 *
 * @throws {@link OptionsError} `INVALID_BODY` for what JSON cannot say: a BigInt, an object that contains itself, or one too deep.
 */
export function jsonText(body: unknown): string {
  try {
    // Of a function or a symbol there is no JSON at all.
    const text = JSON.stringify(body) as string | undefined;
    if (text !== undefined) return text;
  } catch (cause) {
    throw notJson(cause instanceof Error ? cause.message.split('\n')[0] : undefined, cause);
  }
  throw notJson(`it is of type ${typeof body}`);
}

function notJson(why: string | undefined, cause?: unknown): OptionsError {
  return new OptionsError('INVALID_BODY', {
    what: `The body cannot be written as JSON${why === undefined ? '' : ` (${why})`}.`,
    cure: 'Give plain objects, arrays, strings, finite numbers and booleans; a BigInt as a string.',
    ...(cause === undefined ? {} : { cause }),
  });
}
