import type { ManualClock } from '@aplomb/base';
import type { Dispatcher } from 'undici';
import { FakeDispatcher } from './transport/FakeDispatcher.js';

/** One request as it would have gone over the wire. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** One answer: a status, a body (JSON unless it is a string) and headers; or an error that the network makes. */
export type FakeAnswer =
  { readonly status: number; readonly body?: unknown; readonly headers?: Record<string, string> } | { readonly error: Error };

export const BASE_URL = 'http://discord.test/api/v10';
export const TOKEN = 'MTE4NjU0MzIxMDk4NzY1NDMyMQ.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB';

/** A dispatcher without sockets that gives prepared answers in order, the last one for ever, and keeps what it was asked. */
export function fakeApi(...answers: readonly FakeAnswer[]): { readonly dispatcher: Dispatcher; readonly seen: SeenRequest[] } {
  const air = new FakeDispatcher();
  const seen: SeenRequest[] = [];
  air.onFlight = (flight) => {
    const { body, headers, method, path } = flight;
    seen.push({ method, path, headers, body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined });
    const answer = answers[Math.min(seen.length, answers.length) - 1] ?? { status: 204 };
    queueMicrotask(() => {
      if ('error' in answer) flight.start().fail(answer.error);
      else flight.answer(answer.status, answer.body ?? (answer.status === 204 ? undefined : {}), answer.headers);
    });
  };
  return { dispatcher: air.asDispatcher, seen };
}

/** Lets promises run and winds the clock to its next timer, until `promise` settles. Timers that belong to attempts under way are left alone. */
export async function settle<T>(promise: Promise<T>, clock: ManualClock, maxStepMs = 70_000): Promise<T> {
  const state = { isDone: false };
  const done = (): void => {
    state.isDone = true;
  };
  promise.then(done, done);
  for (;;) {
    for (let turn = 0; turn < 20 && !state.isDone; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    if (state.isDone) return promise;
    const nextMs = clock.nextTimerMs;
    if (nextMs === null || nextMs - clock.nowMs() > maxStepMs) return promise;
    clock.advance(nextMs - clock.nowMs());
  }
}
