import { OptionsError, shown } from '@aplomb/base';
import { BODY_RULES } from './bodies.js';
import type { Problem, Walk } from './Check.js';
import { QUERY_RULES } from './queries.js';

const DOCS = 'https://docs.discord.com/developers';

/**
 * Refuses a body that Discord's documented limits do not allow, so that the mistake is named here and costs no request. What is not documented is
 * left to Discord: unknown fields, other types, routes that are newer than this.
 *
 * `files` is how many go along (they make a message of an empty body); `nowMs` is the wall clock, without which limits of time are not checked.
 *
 * @throws {@link OptionsError} `INVALID_BODY` with the field, the value and the limit
 */
export function checkBody(routeKey: string, body: unknown, files: number | readonly unknown[] = 0, nowMs: number | null = null): void {
  const rule = BODY_RULES.get(routeKey);
  if (rule === undefined) return;
  const walk: Walk = { depth: 0, files: typeof files === 'number' ? files : files.length, nowMs };
  const found = rule.check(body ?? {}, walk);
  if (found !== null) throw invalid(routeKey, 'body', found, ` See ${DOCS}/${rule.page}`);
}

/**
 * Refuses a query that Discord's documented limits do not allow.
 *
 * @throws {@link OptionsError} `INVALID_BODY` with the parameter, the value and the limit
 */
export function checkQuery(routeKey: string, query: unknown): void {
  const found = QUERY_RULES.get(routeKey)?.(query, { depth: 0, files: 0, nowMs: null }) ?? null;
  if (found !== null) throw invalid(routeKey, 'query', found, '');
}

function invalid(routeKey: string, part: 'body' | 'query', { cure, path, says }: Problem, link: string): OptionsError {
  const field = pathText(path);
  const subject = field === '' ? `The ${part}` : `\`${field}\` in the ${part}`;
  return new OptionsError('INVALID_BODY', { what: `${subject} of ${routeKey} ${says}.`, cure: `${cure}${link}` });
}

/** `embeds[0].fields[3].name`; a key that is no name (it may come from a user) in quotes. */
export function pathText(path: readonly (number | string)[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${String(key)}]`;
    if (!/^[\w-]{1,60}$/.test(key)) return `${text}[${shown(key)}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}
