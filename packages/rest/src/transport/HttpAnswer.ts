import { redact } from '@aplomb/base';
import { redactedPath } from '../redactedPath.js';

/** Headers by their names in small letters; a list where one came more than once. */
export type AnswerHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What the answer's body is wanted as. */
export type AnswerForm = 'bytes' | 'json' | 'text';

/** A whole answer, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: AnswerHeaders;
  /** The body as it was wanted; where Discord says no, its JSON, or `undefined` where a proxy answered in HTML. */
  readonly body: unknown;
  /** The beginning of a body that was to be JSON and is none, fit to be shown; `null` when all is well. */
  readonly unreadable: string | null;
}

/** One header by its name in small letters. The values of one that came twice are joined, as HTTP has it. */
export function headerOf(headers: AnswerHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'object' ? value.join(', ') : value;
}

const NO_CONTENT: ReadonlySet<number> = new Set([204, 205]);
const SHOWN_CHARACTERS = 120;

/** What reading an answer takes besides the answer. */
export interface Wanted {
  readonly form: AnswerForm;
  /** Takes what nobody may read out of a text that ends up in an error. */
  readonly conceal: (text: string) => string;
}

/** Reads a body that came in full. It is parsed here, once. */
export function readAnswer(status: number, headers: AnswerHeaders, bytes: Buffer, { conceal, form }: Wanted): HttpAnswer {
  const isWanted = status < 300;
  if (isWanted && form === 'bytes') return { status, headers, body: bytes, unreadable: null };
  const text = bytes.toString('utf8');
  if (isWanted && form === 'text') return { status, headers, body: text, unreadable: null };
  if (text === '') return { status, headers, body: undefined, unreadable: isWanted && !NO_CONTENT.has(status) ? '' : null };
  try {
    return { status, headers, body: JSON.parse(isWanted ? text : conceal(text)) as unknown, unreadable: null };
  } catch {
    // A status of 300 or above speaks for itself, also when somebody before Discord dressed it in HTML.
    return { status, headers, body: undefined, unreadable: isWanted ? shownHead(conceal(text)) : null };
  }
}

/** One line of a text that somebody unknown has written: no tokens, no control characters. */
function shownHead(text: string): string {
  const head = text.slice(0, SHOWN_CHARACTERS * 4).replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ');
  return redactedPath(redact(head)).slice(0, SHOWN_CHARACTERS).trim();
}
