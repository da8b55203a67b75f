import type { Dispatcher } from 'undici';

/** One request as it was given to undici, whose end the test decides. */
export class Flight {
  readonly method: string;
  readonly path: string;
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Why it was aborted; `null` while it was not. */
  abortedWith: Error | null = null;
  private readonly handler: Dispatcher.DispatchHandler;
  private readonly controller: Dispatcher.DispatchController;

  constructor(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler) {
    const flat = options.headers as readonly string[];
    this.method = options.method;
    this.path = options.path;
    this.origin = String(options.origin);
    this.headers = Object.fromEntries(flat.flatMap((name, index) => (index % 2 === 0 ? [[name, flat[index + 1] ?? '']] : [])));
    this.body = options.body;
    this.handler = handler;
    this.controller = {
      aborted: false,
      paused: false,
      reason: null,
      abort: (reason) => {
        this.abortedWith ??= reason;
        handler.onResponseError?.(this.controller, reason);
      },
      pause: () => undefined,
      resume: () => undefined,
    };
  }

  /** A connection is there: undici begins to write. */
  start(): this {
    this.handler.onRequestStart?.(this.controller, null);
    return this;
  }

  head(status: number, headers: Record<string, string | string[]> = {}): this {
    this.handler.onResponseStart?.(this.controller, status, headers);
    return this;
  }

  data(bytes: Uint8Array | string): this {
    this.handler.onResponseData?.(this.controller, Buffer.from(bytes));
    return this;
  }

  end(): void {
    this.handler.onResponseEnd?.(this.controller, {});
  }

  fail(error: Error = Object.assign(new TypeError('reset'), { code: 'ECONNRESET' })): void {
    this.handler.onResponseError?.(this.controller, error);
  }

  /** A whole answer: JSON, unless `body` is a string. */
  answer(status: number, body?: unknown, headers?: Record<string, string>): void {
    this.start().head(status, headers);
    if (body !== undefined) this.data(typeof body === 'string' ? body : JSON.stringify(body));
    this.end();
  }
}

/** A dispatcher that keeps every request in the air until the test brings it down. */
export class FakeDispatcher {
  readonly flights: Flight[] = [];
  /** Called with each flight as it takes off, for tests that answer at once. */
  onFlight: (flight: Flight) => void = () => undefined;

  /** As undici knows it. */
  get asDispatcher(): Dispatcher {
    return this as unknown as Dispatcher;
  }

  get last(): Flight {
    return this.flights.at(-1)!;
  }

  dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    const flight = new Flight(options, handler);
    this.flights.push(flight);
    this.onFlight(flight);
    return true;
  }
}
