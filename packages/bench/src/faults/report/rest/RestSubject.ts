import { Rest, type RestOptions } from '@aplomb/rest';
import { ScriptedApi, type Script } from './ScriptedApi.js';

export const TOKEN = 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.GrEpRt.aplomb-report-0123456789abcdef';
export const CHANNEL = '1100000000000000002';

/** How a call ended. */
export type Ending = { readonly type: 'resolved'; readonly value: unknown } | { readonly type: 'rejected'; readonly error: unknown };

/** A Rest that has only its token and the address of a scripted server, and the server. */
export class RestSubject {
  readonly api: ScriptedApi;
  readonly rest: Rest;

  private constructor(api: ScriptedApi, rest: Rest) {
    this.api = api;
    this.rest = rest;
  }

  static async start(script: Script, options: Partial<RestOptions> = {}): Promise<RestSubject> {
    const api = await ScriptedApi.start(script);
    return new RestSubject(api, new Rest({ token: TOKEN, baseUrl: api.url, ...options }));
  }

  /** Sends a message to the channel with this number. */
  say(channel = 0, signal?: AbortSignal): Promise<unknown> {
    const id = String(BigInt(CHANNEL) + BigInt(channel));
    return this.rest.channels.createMessage(id, { content: 'hello' }, signal === undefined ? {} : { signal });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.rest.close();
    await this.api[Symbol.asyncDispose]();
  }
}

/** How a call ends, whichever way. */
export async function endingOf(call: Promise<unknown>): Promise<Ending> {
  try {
    return { type: 'resolved', value: await call };
  } catch (error) {
    return { type: 'rejected', error };
  }
}

/** The code of what a call was rejected with; `resolved` when it was not. */
export function codeOf(ending: Ending): string {
  if (ending.type === 'resolved') return 'resolved';
  return String((ending.error as { readonly code?: unknown } | null)?.code ?? ending.error);
}
