import { ManualClock } from '@aplomb/base';
import { Cache, type CachePolicy } from '@aplomb/cache';
import type { Rest } from '@aplomb/rest';
import { CollectorHub } from '../../src/collectors/CollectorHub.js';
import { Views } from '../../src/structures/Views.js';

/** A call that a view made: the method's name, then its arguments. */
export type RestCall = readonly [method: string, ...args: readonly unknown[]];

/** A REST that answers every call with `answer`, and keeps what was asked: `calls` has `['channels.createMessage', '2', { content: 'hi' }]`. */
export function recordingRest(answer: (method: string) => unknown = () => ({})): { readonly rest: Rest; readonly calls: RestCall[] } {
  const calls: RestCall[] = [];
  const group = (name: string): object =>
    new Proxy(
      {},
      {
        get:
          (_, method) =>
          (...args: readonly unknown[]) =>
            recorded(`${name}.${String(method)}`, args),
      },
    );
  const recorded = (method: string, args: readonly unknown[]): Promise<unknown> => {
    calls.push([method, ...args.filter((arg, at) => arg !== undefined || at < args.length - 1)]);
    return Promise.resolve(answer(method));
  };
  return { calls, rest: new Proxy({}, { get: (_, name) => group(String(name)) }) as unknown as Rest };
}

/** Views over a cache that events fill, and a REST that only notes what it is asked. */
export function viewWorld(options: { readonly answer?: (method: string) => unknown; readonly policy?: CachePolicy } = {}) {
  const clock = new ManualClock();
  const cache = new Cache({ clock, policy: options.policy ?? {} });
  const collectors = new CollectorHub({ clock, listened: () => undefined });
  const { calls, rest } = recordingRest(options.answer);
  const views = new Views({ applicationId: () => '8', cache, clock, collectors, messengerFor: () => undefined, rest });
  const apply = (t: string, d: unknown) => cache.apply({ t, d }, { shardId: 0 });
  return { apply, cache, calls, clock, collectors, rest, views };
}
