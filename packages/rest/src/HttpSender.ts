import { OptionsError } from '@aplomb/base';
import type { Agent } from 'undici';
import { TransportError, type RestCall } from './errors.js';
import type { HttpMethod, QueryValue, RequestOptions } from './RestRequest.js';
import { restClosed } from './restClosed.js';
import type { ResolvedRestOptions } from './RestOptions.js';

/** What came back, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  /** One header by its name in small letters; the first, where it came twice. */
  readonly header: (name: string) => string | undefined;
  /** The JSON of the body; `undefined` where there was none, or where an error status came with something else (a proxy's HTML page). */
  readonly body: unknown;
}

/** Discord's own limit; what is longer would be refused with 50035. */
const MAX_REASON_LENGTH = 512;

/** Sends one HTTP request and reads its answer, within one deadline over connect, headers and body. */
export class HttpSender {
  private readonly options: ResolvedRestOptions;
  private ownAgent: Agent | null = null;
  private closing: Promise<void> | null = null;

  constructor(options: ResolvedRestOptions) {
    this.options = options;
  }

  /**
   * @throws {@link TransportError} when no whole answer came; {@link OptionsError} `CLIENT_CLOSED` after `close()`; the signal's reason when
   * `signal` aborts.
   */
  async send(method: HttpMethod, path: string, request: RequestOptions): Promise<HttpAnswer> {
    const deadline = new AbortController();
    const cancel = this.options.clock.after(this.options.timeoutMs, () => {
      deadline.abort();
    });
    const signal = request.signal === undefined ? deadline.signal : AbortSignal.any([deadline.signal, request.signal]);
    try {
      return await this.exchange(method, path, request, signal);
    } catch (error) {
      if (error instanceof TransportError || error instanceof OptionsError) throw error;
      request.signal?.throwIfAborted();
      throw deadline.signal.aborted ? timedOut({ method, path }, this.options.timeoutMs) : connectionFailed({ method, path }, error);
    } finally {
      cancel();
    }
  }

  /** Sends nothing any more, and closes the connections once the requests under way are through, which their deadlines see to. */
  async close(): Promise<void> {
    this.closing ??= this.ownAgent?.close() ?? Promise.resolve();
    await this.closing;
  }

  private async exchange(method: HttpMethod, path: string, request: RequestOptions, signal: AbortSignal): Promise<HttpAnswer> {
    const headers = this.headersOf(request);
    // Loading undici takes 65 ms: a shard that stands alone, or a bot that fails on its options, never pays for it.
    const undici = await import('undici');
    // From here to the sending nothing is awaited: a `close()` comes before and is seen, or after and finds the request under way.
    if (this.closing !== null) throw restClosed({ method, path });
    const response = await undici.request(`${this.options.baseUrl}${path}${queryText(request.query)}`, {
      method,
      headers,
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      dispatcher: this.options.dispatcher ?? (this.ownAgent ??= new undici.Agent()),
      signal,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    const text = await response.body.text();
    return {
      status: response.statusCode,
      header: (name) => firstOf(response.headers[name]),
      body: parsed({ method, path }, response.statusCode, text),
    };
  }

  /** The token is revealed here, for one request, and kept nowhere. */
  private headersOf({ authorized, body, reason }: RequestOptions): Record<string, string> {
    return {
      'user-agent': this.options.userAgent,
      ...(authorized === false ? {} : { authorization: `Bot ${this.options.token.reveal()}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(reason === undefined ? {} : { 'x-audit-log-reason': encodedReason(reason) }),
    };
  }
}

function encodedReason(reason: string): string {
  // The way through UTF-8 replaces lone surrogates, on which encodeURIComponent throws.
  const encoded = encodeURIComponent(Buffer.from(reason, 'utf8').toString('utf8'));
  if (reason.length > 0 && reason.length <= MAX_REASON_LENGTH) return encoded;
  throw new OptionsError('INVALID_OPTION', {
    what: `The \`reason\` has ${String(reason.length)} characters.`,
    cure: `Give 1 to ${String(MAX_REASON_LENGTH)}, or leave it out.`,
  });
}

function queryText(query: Readonly<Record<string, QueryValue>> | undefined): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [String(value)]) parameters.append(name, one);
  }
  return parameters.size === 0 ? '' : `?${parameters.toString()}`;
}

function parsed(call: RestCall, status: number, text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // An error status speaks for itself, also when a proxy dressed it in HTML.
    if (status >= 300) return undefined;
  }
  throw new TransportError('REST_ANSWER_UNREADABLE', {
    ...call,
    what: `The answer to ${call.method} ${call.path} was no JSON.`,
    cure: 'Look whether `baseUrl` leads to Discord, and whether a proxy answers in its place.',
  });
}

function timedOut(call: RestCall, timeoutMs: number): TransportError {
  return new TransportError('REST_TIMED_OUT', {
    ...call,
    what: `${call.method} ${call.path} was not answered in full within ${String(timeoutMs)} ms.`,
    cure: 'Try again later, or raise `timeoutMs` on a slow network.',
  });
}

function connectionFailed(call: RestCall, cause: unknown): TransportError {
  const code = (cause as { readonly code?: unknown } | null)?.code;
  return new TransportError('REST_CONNECTION_FAILED', {
    ...call,
    what: `${call.method} ${call.path} met a network failure${typeof code === 'string' ? ` (${code})` : ''}.`,
    cure: 'Look at the network, the proxy and `baseUrl`, then try again.',
    cause,
  });
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
