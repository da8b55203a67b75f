import { OptionsError, shown } from '@aplomb/base';
import { BODY_RULES, LIST_ROUTES, type BodyRule } from './bodies.js';
import { problem, type Problem, type Walk } from './Check.js';
import { objectFault } from './objectFault.js';
import { QUERY_RULES } from './queries.js';

const DOCS = 'https://docs.discord.com/developers';

/**
 * Refuses a body that Discord's documented limits do not allow, so that the mistake is named here and costs no request. What is not documented is
 * left to Discord: unknown fields, other types, routes that are newer than this. No route takes a text, a number or bytes as its body.
 *
 * `files` is how many go along (they make a message of an empty body); `nowMs` is the wall clock, without which limits of time are not checked.
 *
 * @throws {@link OptionsError} `INVALID_BODY` with the field, the value and the limit
 */
export function checkBody(routeKey: string, body: unknown, files: number | readonly unknown[] = 0, nowMs: number | null = null): void {
  const rule = BODY_RULES.get(routeKey);
  const walk: Walk = { depth: 0, files: typeof files === 'number' ? files : files.length, nowMs };
  const found = wrongKind(routeKey, body, rule) ?? rule?.check(body ?? {}, walk) ?? null;
  if (found !== null) throw invalid(routeKey, 'body', found, rule === undefined ? '' : ` See ${DOCS}/${rule.page}`);
}

/** A body that is no object, where one is wanted, or no list. Of a route that is not known, a list may be right. */
function wrongKind(routeKey: string, body: unknown, rule: BodyRule | undefined): Problem | null {
  if (body === undefined || body === null) return null;
  const isList = Array.isArray(body);
  if (LIST_ROUTES.has(routeKey))
    return isList ? null : problem(`${objectFault(body) ?? 'is an object'}; it has to be a list`, 'Give a list.');
  if (isList && rule === undefined) return null;
  const fault = objectFault(body);
  if (fault === null) return null;
  return problem(
    `${fault}; it has to be an object`,
    `Give one with its fields${rule?.example === undefined ? '' : `: \`${rule.example}\``}.`,
  );
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
