import type { Form } from './Form.js';

/** What a link may be. */
export interface UrlRules {
  /** @defaultValue `2_048` characters */
  readonly max?: number;
  /** @defaultValue `['http', 'https']` */
  readonly schemes?: readonly string[];
}

/** The schemes of what a message shows, of which one names a file that comes with it. */
export const SHOWN_SCHEMES: readonly string[] = ['http', 'https', 'attachment'];
const WEB_SCHEMES: readonly string[] = ['http', 'https'];
const URL_MAX = 2048;
const WELL_FORMED = /^(?:https?:\/\/[^\s/?#]+\S*|(?!https?:)[^:]+:\/\/.+)$/i;

/** Reads a link. An empty text is none. */
export function readUrl(form: Form, name: string, { max = URL_MAX, schemes = WEB_SCHEMES }: UrlRules = {}): string | undefined {
  const url = form.string(name, { max });
  if (url === undefined || url === '') return url;
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined && !schemes.includes(scheme)) {
    const allowed = schemes.map((each) => `'${each}'`).join(', ');
    form.refuse(name, 'URL_TYPE_INVALID_SCHEME', `Scheme "${scheme}" is not supported. Scheme must be one of (${allowed}).`);
  } else if (!WELL_FORMED.test(url)) form.refuse(name, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  return url;
}
