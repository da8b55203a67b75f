import type { RestReply, RestRequest } from './RestRequest.js';

/** Libraries wait a little longer than they are told. */
const SLACK_MS = 100;

/** Requests that were told to come again later: with them, a bot that does nothing at the moment is not yet done. */
export class Repetitions {
  private readonly dueAtMs = new Map<string, number>();

  /** Takes note of a request: what was to come again may have come. */
  came(request: Pick<RestRequest, 'method' | 'path'>): void {
    this.dueAtMs.delete(keyOf(request));
  }

  /** Takes note of how a request was answered. */
  answered(request: Pick<RestRequest, 'method' | 'path'>, { headers, status }: RestReply, nowMs: number): void {
    const waitS = Number(headers?.['retry-after']);
    if (status === 429 && waitS >= 0) this.dueAtMs.set(keyOf(request), nowMs + waitS * 1_000 + SLACK_MS);
  }

  /** In how many milliseconds the next of them will have come, if it comes at all; 0 when none is awaited. */
  nextMs(nowMs: number): number {
    for (const [key, dueAtMs] of this.dueAtMs) if (dueAtMs <= nowMs) this.dueAtMs.delete(key);
    return this.dueAtMs.size === 0 ? 0 : Math.min(...this.dueAtMs.values()) - nowMs;
  }
}

function keyOf({ method, path }: Pick<RestRequest, 'method' | 'path'>): string {
  return `${method} ${path}`;
}
