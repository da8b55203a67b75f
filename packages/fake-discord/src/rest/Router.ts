import type { Deeds } from '../world/Deeds.js';
import type { UploadedFile } from '../world/forms/attachmentsForm.js';
import type { Form } from '../world/forms/Form.js';
import type { Grant, OAuthScope } from '../world/Grants.js';
import type { World } from '../world/World.js';
import type { RestReply } from './RestRequest.js';

/** What a route works on. */
export interface RouteContext extends Deeds {
  /** The files of the body, by the number in `files[n]`. */
  readonly files: ReadonlyMap<number, UploadedFile>;
  /** The fields of the body; an empty form where there is none. */
  readonly form: Form;
  /** In whose name it is asked, where that is not the bot. */
  readonly grant: Grant | null;
  /** The language that the bot asks for, else that of its own account. */
  readonly locale: string;
  /** The values of the path's parameters by name, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** What is to stand in the audit log, out of the header. */
  readonly reason: string | null;
  readonly world: World;
}

/** Which tokens of people a route takes, and whether it takes the bot's as well. */
export interface BearerTrait {
  readonly alsoBot?: boolean;
  /** What the person must have agreed to. */
  readonly scope?: OAuthScope;
}

/** One operation. */
export interface Route {
  readonly bearer: BearerTrait | undefined;
  readonly fileField: string | undefined;
  readonly method: string;
  readonly needsToken: boolean;
  readonly path: string;
  readonly run: (context: RouteContext) => RestReply;
  /** Whether its body is a list, not an object. */
  readonly takesList: boolean;
}

/** What is unusual about a route. */
export interface RouteTraits {
  /** @defaultValue none: it is not asked in the name of people */
  readonly bearer?: BearerTrait;
  /**
   * The name of the part of a multipart body that is its one file.
   *
   * @defaultValue none: files are `files[n]`
   */
  readonly fileField?: string;
  /** @defaultValue `true` */
  readonly needsToken?: boolean;
  /** @defaultValue `false` */
  readonly takesList?: boolean;
}

/** A route that fits a request, with what its parameters stand for. */
export interface RouteMatch {
  readonly params: Readonly<Record<string, string>>;
  readonly route: Route;
}

/** Writes a route as `'GET /channels/:channelId'`. */
export function route(signature: string, run: Route['run'], traits: RouteTraits = {}): Route {
  const [method = '', path = ''] = signature.split(' ');
  const { bearer, fileField, needsToken = true, takesList = false } = traits;
  return { bearer, fileField, method, path, needsToken, run, takesList };
}

/** Finds the route of a path. Where two fit, the one that was given first wins, so `/users/@me` goes before `/users/:userId`. */
export class Router {
  /** In the order in which they are tried. */
  readonly routes: readonly Route[];

  private readonly patterns: readonly { readonly segments: readonly string[]; readonly route: Route }[];

  constructor(routes: readonly Route[]) {
    this.routes = routes;
    this.patterns = routes.map((each) => ({ route: each, segments: segmentsOf(each.path) }));
  }

  find(method: string, path: string): RouteMatch | undefined {
    const wanted = segmentsOf(path);
    for (const { route: candidate, segments } of this.patterns) {
      const params = candidate.method === method ? match(segments, wanted) : undefined;
      if (params !== undefined) return { route: candidate, params };
    }
    return undefined;
  }
}

/** The parts of a path between its slashes. */
export function segmentsOf(path: string): readonly string[] {
  return path.split('/').slice(1);
}

function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const actual = segments[index] ?? '';
    if (expected.startsWith(':')) params[expected.slice(1)] = decodeSegment(actual);
    else if (expected !== actual && expected !== decodeSegment(actual)) return undefined;
  }
  return params;
}

/** A part of a path without its escapes. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A broken escape names nothing: the route's own "unknown" answer is the right one.
    return segment;
  }
}
