import type { HttpMethod, RequestOptions, Requester } from '../../src/RestRequest.js';

/** One call as the endpoints handed it over: `"GET /users/@me"`, and its options if there were any. */
export type RecordedCall = readonly [call: string, options?: RequestOptions];

/** Carries out nothing: keeps every call, and answers with what it was given, in order, then with nothing. */
export class RecordingRequester implements Requester {
  readonly allowedMentions = { parse: ['users'], repliedUser: true } as const;
  /** Every call so far. What is `undefined` is left out, and so is a query without parameters. */
  readonly calls: RecordedCall[] = [];
  private readonly answers: unknown[];
  private nonces = 0;

  constructor(...answers: readonly unknown[]) {
    this.answers = [...answers];
  }

  makeNonce(): string {
    this.nonces += 1;
    return `nonce-${String(this.nonces)}`;
  }

  async request<T = unknown>(method: HttpMethod, path: string, options: RequestOptions = {}): Promise<T> {
    const { query, ...others } = options;
    const parameters = defined(query ?? {});
    const given = { ...defined(others), ...(Object.keys(parameters).length === 0 ? {} : { query: parameters }) };
    this.calls.push(Object.keys(given).length === 0 ? [`${method} ${path}`] : [`${method} ${path}`, given]);
    return this.answers.shift() as T;
  }
}

function defined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}
