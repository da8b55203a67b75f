import { OptionsError, refuseUnknownOptions } from '@aplomb/base';
import type { ShardRange } from '@aplomb/gateway';
import type { StartOptions } from './LifeOptions.js';

/** Checks what a start was called with; JavaScript may call it with anything. */
export function checkStartOptions(options: unknown): StartOptions {
  if (typeof options !== 'object' || options === null) {
    throw new OptionsError('INVALID_OPTION', {
      what: `A start was given ${String(options)} as its options.`,
      cure: 'Give `{ signal }`, or nothing.',
    });
  }
  refuseUnknownOptions('A start', options, ['signal']);
  const { signal } = options as { readonly signal?: unknown };
  if (signal === undefined || isSignal(signal)) return options;
  throw new OptionsError('INVALID_OPTION', {
    what: 'The `signal` of a start is no AbortSignal.',
    cure: 'Give the `signal` of an AbortController.',
  });
}

/** Checks that there is a range at all; its numbers are the manager's to judge. */
export function checkRange(range: unknown): ShardRange {
  if (typeof range === 'object' && range !== null) return range as ShardRange;
  throw new OptionsError('INVALID_SHARD_RANGE', {
    what: `The shard range is ${String(range)}.`,
    cure: 'Give `{ first, last }`; both belong to the range.',
  });
}

function isSignal(value: unknown): value is AbortSignal {
  return typeof value === 'object' && value !== null && 'aborted' in value && 'addEventListener' in value;
}
