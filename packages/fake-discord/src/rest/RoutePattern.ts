import { OptionsError } from '@aplomb/base';
import { lookUpOperation } from './knownOperation.js';
import { decodeSegment, segmentsOf } from './Router.js';

const METHODS: readonly string[] = ['*', 'DELETE', 'GET', 'PATCH', 'POST', 'PUT'];
const CURE = "Write it as 'POST /channels/:id/messages', with ids in the place of parameters for one of them, or '*' for every request.";

/** What is known of a request when its headers have come. */
export interface RequestLine {
  readonly method: string;
  /** The path after `/api/v10`, without the query. */
  readonly path: string;
}

/**
 * Which requests a text means: `'POST /channels/:id/messages'` those of one route, `'POST /channels/81384788765712384/messages'` those with this id,
 * `'* /channels/:id'` every method, `'DELETE *'` every path, `'*'` everything. A part that begins with a colon, or is `*`, stands for any value;
 * `:user` does not mean `@me`, which is another route.
 */
export class RoutePattern {
  /** The text that it was made of. */
  readonly text: string;

  private readonly method: string;
  /** `null` stands for every path. */
  private readonly segments: readonly string[] | null;

  /** @throws {@link OptionsError} `INVALID_OPTION` when Discord has no such route: a misspelt one would never be met */
  constructor(text: string) {
    const [, method = '*', path = '*'] = /^(?:([A-Z]+|\*)(?: |$))?(\*|\/\S*)?$/.exec(text) ?? refuse(text, 'is not a route');
    if (!METHODS.includes(method)) refuse(text, `has the method ${method}, which Discord does not use`);
    this.text = text;
    this.method = method;
    this.segments = path === '*' ? null : segmentsOf(path).map(decodeSegment);
    if (path !== '*') checkRoute(text, method, path);
  }

  matches({ method, path }: RequestLine): boolean {
    if (this.method !== '*' && this.method !== method) return false;
    if (this.segments === null) return true;
    const actual = segmentsOf(path).map(decodeSegment);
    return this.segments.length === actual.length && this.segments.every((part, index) => fits(part, actual[index] ?? ''));
  }
}

function fits(pattern: string, segment: string): boolean {
  if (pattern === '*') return true;
  return pattern.startsWith(':') ? !segment.startsWith('@') : pattern === segment;
}

function checkRoute(text: string, method: string, path: string): void {
  const knowledge = lookUpOperation(method, path);
  if (knowledge === 'unknown path') refuse(text, 'is no route of Discord');
  if (knowledge === 'other methods only' && method !== '*') refuse(text, 'is no route of Discord, though its path exists');
}

function refuse(text: string, why: string): never {
  throw new OptionsError('INVALID_OPTION', { what: `"${text}" ${why}.`, cure: CURE });
}
