import { OptionsError } from '@aplomb/base';
import { ClientError } from '../errors.js';

/**
 * Asks a user's filter.
 *
 * @throws {@link ClientError} `COLLECTOR_FILTER_FAILED` when the filter throws
 * @throws {@link OptionsError} `INVALID_OPTION` when it returns a promise, which is always true
 */
export function passes(event: string, filter: ((...args: never[]) => unknown) | undefined, args: readonly unknown[]): boolean {
  if (filter === undefined) return true;
  const answer = ask(event, filter, args);
  if (!isThenable(answer)) return Boolean(answer);
  // It is refused as it is; what becomes of it must not end the process.
  answer.then(undefined, () => undefined);
  throw asyncFilter(event);
}

function ask(event: string, filter: (...args: never[]) => unknown, args: readonly unknown[]): unknown {
  try {
    return filter(...(args as never[]));
  } catch (cause) {
    throw new ClientError('COLLECTOR_FILTER_FAILED', {
      what: `The filter of a collector of \`${event}\` threw${cause instanceof Error ? `: ${cause.message}` : ''}.`,
      cure: 'Mend the filter, which must be ready for every event of that name. The collector has ended.',
      cause,
    });
  }
}

function asyncFilter(event: string): OptionsError {
  return new OptionsError('INVALID_OPTION', {
    what: `The \`filter\` of a collector of \`${event}\` returned a promise.`,
    cure: 'A filter answers at once. Filter by what the event says, and `await` in the loop: `for await (const event of collector) …`.',
  });
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { readonly then?: unknown }).then === 'function';
}
