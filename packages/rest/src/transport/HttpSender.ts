import type { Dispatcher, Pool } from 'undici';
import { restClosed } from '../restClosed.js';
import type { ResolvedRestOptions } from '../RestOptions.js';
import { Exchange, type ExchangeListener } from './Exchange.js';
import { connectionFailed } from './failures.js';
import type { HttpRequest } from './HttpRequest.js';
import { Upload } from './Upload.js';

/** Where requests go: connections that are kept, and one new connection for each request. */
interface Dispatchers {
  readonly usual: Dispatcher;
  readonly fresh: Dispatcher;
}

/**
 * Servers close connections that idle, most after 5 s or more, and a request that meets the closing is lost. So we close first, whatever the
 * server's `Keep-Alive` hints at.
 */
const IDLE_MS = 4_000;

/** Sends requests to one host, and holds the connections to it. The token goes nowhere else: nothing here follows a redirect. */
export class HttpSender {
  private readonly options: ResolvedRestOptions;
  private readonly origin: string;
  private readonly prefix: string;
  /** Headers that are the same for every call, with and without token, with and without JSON. `#` hides the token from inspection. */
  readonly #headers: readonly (readonly string[])[];
  /** `null` until undici is loaded. */
  private dispatchers: Dispatchers | null;
  private loading: Promise<Dispatchers> | null = null;
  private isClosing = false;

  constructor(options: ResolvedRestOptions) {
    const url = new URL(options.baseUrl);
    this.options = options;
    this.origin = url.origin;
    this.prefix = url.pathname.replace(/\/+$/, '');
    const common = ['user-agent', options.userAgent];
    const json = ['content-type', 'application/json'];
    this.dispatchers = options.dispatcher === undefined ? null : { usual: options.dispatcher, fresh: options.dispatcher };
    const token = options.authorization === null ? [] : ['authorization', options.authorization.reveal()];
    this.#headers = [common, [...common, ...json], [...common, ...token], [...common, ...token, ...json]];
  }

  /**
   * Begins an attempt. `isFresh` asks for a connection that was not used before.
   *
   * undici is loaded with the first one, which takes 65 ms: a bot that fails on its options, or has a dispatcher of its own, never pays for it.
   */
  send(request: HttpRequest, listener: ExchangeListener, isFresh: boolean): Exchange {
    const { body } = request;
    const { clock } = this.options;
    const upload = body === null || typeof body === 'string' ? null : new Upload(body, clock);
    const exchange = new Exchange(request, listener, clock, upload, this.options.authorization);
    if (this.dispatchers !== null) this.dispatch(this.dispatchers, request, exchange, isFresh);
    else void this.dispatchLater(request, exchange, isFresh);
    return exchange;
  }

  /** Calls `then` as soon as a request can leave without delay, at once when undici is loaded. What fails is told by the sending. */
  whenReady(then: () => void): void {
    if (this.dispatchers !== null) then();
    else (this.loading ??= this.load()).then(then, then);
  }

  /** Begins no attempt any more. When `idle` resolves, it drops the connections of its own. */
  async close(idle: Promise<void>): Promise<void> {
    this.isClosing = true;
    await idle;
    if (this.options.dispatcher === undefined) await Promise.all([this.dispatchers?.usual.destroy(), this.dispatchers?.fresh.destroy()]);
  }

  private async dispatchLater(request: HttpRequest, exchange: Exchange, isFresh: boolean): Promise<void> {
    try {
      this.dispatchers = await (this.loading ??= this.load());
    } catch (cause) {
      exchange.refuse(connectionFailed(request.call, cause));
      return;
    }
    if (this.isClosing) exchange.refuse(restClosed(request.call));
    else if (!exchange.isOver) this.dispatch(this.dispatchers, request, exchange, isFresh);
  }

  private async load(): Promise<Dispatchers> {
    const { Pool } = await import('undici');
    const options: Pool.Options = {
      connect: { timeout: this.options.timeoutMs },
      keepAliveTimeout: IDLE_MS,
      keepAliveMaxTimeout: IDLE_MS,
    };
    return { usual: new Pool(this.origin, options), fresh: new Pool(this.origin, { ...options, pipelining: 0 }) };
  }

  private dispatch(dispatchers: Dispatchers, request: HttpRequest, exchange: Exchange, isFresh: boolean): void {
    const options: Dispatcher.DispatchOptions = {
      origin: this.origin,
      path: this.prefix + request.path,
      method: request.method,
      headers: this.headersOf(request) as string[],
      // An upload is an iterable of bytes, which undici takes, though its types do not say so.
      body: (exchange.upload ?? request.body) as string | null,
      // The exchange has one deadline of its own over all of it.
      headersTimeout: 0,
      bodyTimeout: 0,
    };
    try {
      (isFresh ? dispatchers.fresh : dispatchers.usual).dispatch(options, exchange);
    } catch (error) {
      // undici tells its handler; a dispatcher of somebody else's may throw instead.
      exchange.onResponseError(null, error as Error);
    }
  }

  private headersOf({ body, isAuthorized, reason }: HttpRequest): readonly string[] {
    const isJson = typeof body === 'string';
    const common = this.#headers[(isAuthorized ? 2 : 0) + (isJson ? 1 : 0)] ?? [];
    if (reason === null && (isJson || body === null)) return common;
    const headers = [...common];
    if (reason !== null) headers.push('x-audit-log-reason', reason);
    if (body !== null && !isJson) {
      headers.push('content-type', body.contentType);
      if (body.lengthBytes !== null) headers.push('content-length', String(body.lengthBytes));
    }
    return headers;
  }
}
