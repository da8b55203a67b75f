import { ManualClock } from '@aplomb/base';
import type { Dispatcher } from 'undici';
import { Rest, type RestOptions } from '../../src/index.js';
import { BASE_URL, TOKEN } from '../FakeApi.js';
import { Flight } from '../transport/FakeDispatcher.js';

/** One request, when it reached the server. */
export interface VirtualRequest {
  readonly atMs: number;
  readonly method: string;
  /** Below the base URL, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON, parsed. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the server does with one request. */
export type VirtualAnswer =
  | {
      readonly status: number;
      /** Text as it is, anything else as JSON. */
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      /** How long the server thinks about it, in milliseconds. */
      readonly afterMs?: number;
      /** Whether the body comes one byte a second. */
      readonly drips?: boolean;
    }
  | 'never'
  | 'reset';

export type Script = (request: VirtualRequest, index: number) => VirtualAnswer;

/** How long a request or an answer is on its way. */
const HALF_TRIP_MS = 10;
const WALL_MS = Date.UTC(2026, 10, 20, 12);

/**
 * A server, the network to it and a real {@link Rest}, all in time that a test winds: what takes hours on Discord takes none here. Only sockets are
 * missing.
 */
export class VirtualApi implements AsyncDisposable {
  readonly clock = new ManualClock({ wallMs: WALL_MS });
  readonly requests: VirtualRequest[] = [];
  readonly rest: Rest;
  private readonly script: Script;

  constructor(script: Script, options: RestOptions = {}) {
    this.script = script;
    const dispatcher = {
      dispatch: (request: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler) => this.send(new Flight(request, handler)),
    };
    this.rest = new Rest({
      token: TOKEN,
      baseUrl: BASE_URL,
      clock: this.clock,
      dispatcher: dispatcher as unknown as Dispatcher,
      random: () => 1,
      validatesBodies: false,
      ...options,
    });
  }

  /** When requests reached the server, from the first. */
  get arrivals(): readonly number[] {
    return this.requests.map(({ atMs }) => atMs);
  }

  /** Lets so much time pass, and everything happen in it. */
  async wind(ms: number): Promise<void> {
    const untilMs = this.clock.nowMs() + ms;
    await settled();
    for (let nextMs = this.clock.nextTimerMs; nextMs !== null && nextMs <= untilMs; nextMs = this.clock.nextTimerMs) {
      this.clock.advance(Math.max(0, nextMs - this.clock.nowMs()));
      await settled();
    }
    this.clock.advance(Math.max(0, untilMs - this.clock.nowMs()));
    await settled();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = this.rest.close();
    await this.wind(60_000);
    await closed;
  }

  private send(flight: Flight): boolean {
    flight.start();
    this.clock.after(HALF_TRIP_MS, () => {
      const prefix = new URL(BASE_URL).pathname;
      const body = typeof flight.body === 'string' ? (JSON.parse(flight.body) as VirtualRequest['body']) : {};
      const { headers, method, path } = flight;
      const request = { atMs: this.clock.nowMs(), method, path: path.slice(prefix.length), headers, body };
      const index = this.requests.push(request) - 1;
      this.answer(flight, this.script(request, index));
    });
    return true;
  }

  private answer(flight: Flight, answer: VirtualAnswer): void {
    if (answer === 'never') return;
    if (answer === 'reset') {
      this.clock.after(HALF_TRIP_MS, () => {
        flight.fail();
      });
      return;
    }
    const { afterMs = 0, body, drips = false, headers = {}, status } = answer;
    const text = body === undefined || typeof body === 'string' ? (body ?? '') : JSON.stringify(body);
    this.clock.after(afterMs + HALF_TRIP_MS, () => {
      const type = typeof body === 'string' ? {} : { 'content-type': 'application/json' };
      flight.head(status, { ...type, ...headers });
      if (drips) return this.drip(flight, Buffer.from(text));
      if (text !== '') flight.data(text);
      flight.end();
    });
  }

  private drip(flight: Flight, bytes: Buffer): void {
    if (flight.abortedWith !== null) return;
    if (bytes.length === 0) return flight.end();
    flight.data(bytes.subarray(0, 1));
    this.clock.after(1_000, () => {
      this.drip(flight, bytes.subarray(1));
    });
  }
}

/** Promises run, however long their chains are. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/** How each call ended: its value, or its error. */
export function endings(calls: readonly Promise<unknown>[]): Promise<readonly unknown[]> {
  return Promise.all(
    calls.map((call) =>
      call.then(
        (value) => value,
        (error: unknown) => error,
      ),
    ),
  );
}

/** The most requests in any span of that length. */
export function mostWithin(spanMs: number, arrivals: readonly number[]): number {
  const sorted = [...arrivals].sort((one, other) => one - other);
  let from = 0;
  return sorted.reduce((most, atMs, index) => {
    while (atMs - (sorted[from] ?? 0) >= spanMs) from += 1;
    return Math.max(most, index - from + 1);
  }, 0);
}

/** A bucket as the server keeps it: so many requests in a window that begins with the first of them. */
export class TrueBucket {
  /** How often somebody came too early. */
  refused = 0;
  private beganMs = -Infinity;
  private used = 0;
  private readonly limit: number;
  private readonly perMs: number;

  constructor(limit: number, perMs: number) {
    this.limit = limit;
    this.perMs = perMs;
  }

  take(nowMs: number, hash: string): VirtualAnswer {
    if (nowMs >= this.beganMs + this.perMs) {
      this.beganMs = nowMs;
      this.used = 0;
    }
    const resetAfter = ((this.beganMs + this.perMs - nowMs) / 1_000).toFixed(3);
    const isFull = this.used >= this.limit;
    if (isFull) this.refused += 1;
    else this.used += 1;
    const headers = {
      'x-ratelimit-limit': String(this.limit),
      'x-ratelimit-remaining': String(this.limit - this.used),
      'x-ratelimit-reset-after': resetAfter,
      'x-ratelimit-bucket': hash,
    };
    if (!isFull) return { status: 200, body: { id: '1' }, headers };
    const limited = { 'retry-after': String(Math.ceil(Number(resetAfter))), 'x-ratelimit-scope': 'user' };
    return { status: 429, body: { message: 'x', retry_after: Number(resetAfter), global: false }, headers: { ...headers, ...limited } };
  }
}
