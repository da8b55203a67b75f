import { OptionsError, refuseUnknownOptions, shown } from '@aplomb/base';
import { encodeBody } from '../body/encodeBody.js';
import { jsonText } from '../body/jsonText.js';
import type { RequestBody } from '../body/RequestBody.js';
import type { RestCall } from '../errors.js';
import type { LimitRoute } from '../ratelimit/LimitRoute.js';
import { limitRouteOf } from '../ratelimit/limitRouteOf.js';
import { subKeyOf } from '../ratelimit/subKeyOf.js';
import { redactedPath } from '../redactedPath.js';
import { atLeast, type ResolvedRestOptions } from '../RestOptions.js';
import { REQUEST_OPTION_NAMES, type HttpMethod, type RequestOptions } from '../RestRequest.js';
import { checkedPath } from '../Route.js';
import { encodedReason } from '../transport/encodedReason.js';
import type { AnswerForm } from '../transport/HttpAnswer.js';
import type { HttpRequest } from '../transport/HttpRequest.js';
import { queryText } from '../transport/queryText.js';
import { checkBody, checkQuery } from '../validation/checkBody.js';

/** What one call is to do, read from its arguments once: the same for all of its attempts. */
export class CallPlan implements HttpRequest {
  readonly method: HttpMethod;
  /** The path without its query. */
  readonly barePath: string;
  readonly path: string;
  readonly route: LimitRoute;
  readonly subKey: string;
  readonly isAuthorized: boolean;
  readonly isRepeatable: boolean;
  readonly answerAs: AnswerForm;
  readonly reason: string | null;
  readonly maxWaitMs: number;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  body: RequestBody | string | null = null;
  /** The body, while the size of a file has still to be found out. */
  preparing: Promise<void> | null = null;

  /** @throws {@link OptionsError} or {@link FileError} for what cannot be sent. */
  constructor(method: HttpMethod, path: string, options: RequestOptions, defaults: ResolvedRestOptions) {
    refuseUnknownOptions('The call', options, REQUEST_OPTION_NAMES);
    this.method = checkedMethod(method);
    this.barePath = checkedPath(path);
    this.path = options.query === undefined ? path : path + queryText(options.query);
    this.route = routeOf(method, path, options.isInteraction);
    const wallMs = defaults.clock.wallMs();
    if (defaults.validatesBodies) checkArguments(this.route.routeKey, options, wallMs);
    this.subKey = subKeyOf(this.route.routeKey, path, options.body, wallMs);
    this.isAuthorized = options.authorized ?? !this.route.hasOwnToken;
    this.isRepeatable = options.isRepeatable ?? (method === 'GET' || method === 'PUT' || method === 'DELETE');
    this.answerAs = options.answerAs ?? 'json';
    this.reason = options.reason === undefined ? null : encodedReason(options.reason);
    this.maxWaitMs = options.maxWaitMs === undefined ? this.usualWaitMs(defaults) : atLeast('maxWaitMs', options.maxWaitMs, 0);
    this.timeoutMs = options.timeoutMs === undefined ? defaults.timeoutMs : atLeast('timeoutMs', options.timeoutMs, 1);
    this.signal = checkedSignal(options.signal);
    this.takeBody(options, defaults);
  }

  /** How errors and events name it: its path shows no token. */
  get call(): RestCall {
    return { method: this.method, path: redactedPath(this.barePath) };
  }

  private usualWaitMs({ maxWaitMs }: ResolvedRestOptions): number {
    return this.route.routeKey === CALLBACK ? Math.min(maxWaitMs, FIRST_ANSWER_MS) : maxWaitMs;
  }

  /** The JSON is written now: what the caller changes afterwards is not sent. */
  private takeBody(options: RequestOptions, { random, validatesBodies }: ResolvedRestOptions): void {
    const { body, files, form } = options;
    if (form === undefined && (files === undefined || files.length === 0)) {
      if (body !== undefined) this.body = jsonText(body);
      return;
    }
    const encoded = encodeBody(options, {
      random,
      maxFileBytes: options.maxFileBytes === undefined ? undefined : atLeast('maxFileBytes', options.maxFileBytes, 0),
      ...(validatesBodies ? {} : { maxRequestBytes: Infinity }),
    });
    if (!(encoded instanceof Promise)) {
      this.body = encoded;
      return;
    }
    this.preparing = encoded.then((ready) => {
      this.body = ready;
      this.preparing = null;
    });
    // The call may end before anybody asks.
    this.preparing.catch(() => undefined);
  }
}

/**
 * Discord waits three seconds for the first answer to an interaction. One that would come later is refused at once, while the bot can still do something else.
 *
 * @see {@link https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction | Responding to an interaction}
 */
const CALLBACK = 'POST /interactions/:id/:token/callback';
const FIRST_ANSWER_MS = 3_000;

/** Only what carries a token of its own can belong to an interaction: nothing else may pass by the global limit. */
function routeOf(method: string, path: string, isInteraction: boolean | undefined): LimitRoute {
  const route = limitRouteOf(method, path);
  if (isInteraction === undefined || isInteraction === route.isInteraction || !route.hasOwnToken) return route;
  return { ...route, isInteraction };
}

/** `null` is what `fetch` takes for none. */
function checkedSignal(signal: AbortSignal | null | undefined): AbortSignal | undefined {
  if (signal === undefined || signal === null) return undefined;
  if (signal instanceof AbortSignal) return signal;
  throw new OptionsError('INVALID_OPTION', {
    what: `The \`signal\` is ${shown(signal)}.`,
    cure: 'Give an AbortSignal: the `signal` of an AbortController, or `AbortSignal.timeout(…)`.',
  });
}

const METHODS: ReadonlySet<string> = new Set(['DELETE', 'GET', 'PATCH', 'POST', 'PUT']);

function checkedMethod(method: HttpMethod): HttpMethod {
  if (METHODS.has(method)) return method;
  throw new OptionsError('INVALID_OPTION', {
    what: `The method is ${shown(method)}.`,
    cure: `Give one of ${[...METHODS].join(', ')}.`,
  });
}

function checkArguments(routeKey: string, { body, files, form, query }: RequestOptions, wallMs: number): void {
  checkBody(routeKey, body ?? form, files?.length ?? 0, wallMs);
  if (query !== undefined) checkQuery(routeKey, query);
}
