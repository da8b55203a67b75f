import { OptionsError, shown } from '@aplomb/base';

/** Whose handlers run one event after the other. */
export type SerialPlace = 'channel' | 'guild';

/** How many handlers may run, in what order, and how many events may wait for theirs. */
export interface HandlerLimitOptions {
  /**
   * How many handlers may run at once; further events wait until there is room for all handlers of the next one. An event that has more handlers than this runs
   * alone. A handler that waits for an event with a collector does not count, until the event has come.
   *
   * @defaultValue `Infinity`
   */
  readonly maxConcurrentHandlers?: number;
  /**
   * How much the events of one shard may hold that wait for their handlers, in bytes, roughly. Above it events are dropped, as with `maxQueuedEvents`.
   *
   * @defaultValue `67_108_864` (64 MiB)
   */
  readonly maxQueuedBytes?: number;
  /**
   * How many events of one shard may wait for their handlers. Above it the least important are dropped, typing and presences first; interactions and whatever
   * tells the state of guilds, channels, roles and members never are.
   *
   * @defaultValue `10_000`
   */
  readonly maxQueuedEvents?: number;
  /**
   * Has the events of one guild, or of one channel, handled one after the other: the next begins when all handlers of the one before have settled. Different
   * places run side by side.
   *
   * @defaultValue none: handlers begin in order and then overlap
   */
  readonly serialHandlers?: SerialPlace;
}

/** The names of all {@link HandlerLimitOptions}. */
export const HANDLER_LIMIT_OPTION_NAMES: readonly (keyof HandlerLimitOptions)[] = [
  'maxConcurrentHandlers',
  'maxQueuedBytes',
  'maxQueuedEvents',
  'serialHandlers',
];

/** {@link HandlerLimitOptions}, validated, filled and frozen. */
export interface HandlerLimits {
  readonly maxConcurrentHandlers: number;
  readonly maxQueuedBytes: number;
  readonly maxQueuedEvents: number;
  readonly serialHandlers: SerialPlace | undefined;
}

/**
 * Validates, fills and freezes. `null` when nothing is limited: then no event ever waits.
 *
 * @throws {@link OptionsError} `INVALID_OPTION`
 */
export function resolveHandlerLimits(options: HandlerLimitOptions): HandlerLimits | null {
  const { maxConcurrentHandlers = Infinity, maxQueuedBytes = 67_108_864, maxQueuedEvents = 10_000, serialHandlers } = options;
  checkPlace(serialHandlers);
  const counts = { maxConcurrentHandlers, maxQueuedBytes, maxQueuedEvents };
  for (const [name, value] of Object.entries(counts)) checkCount(name, value);
  if (serialHandlers === undefined && maxConcurrentHandlers === Infinity) return null;
  return Object.freeze({ ...counts, serialHandlers });
}

function checkCount(name: string, value: unknown): void {
  if (value === Infinity || (Number.isSafeInteger(value) && (value as number) >= 1)) return;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`${name}\` is ${shown(value)}.`,
    cure: 'Give a whole number from 1, `Infinity`, or leave it out.',
  });
}

function checkPlace(value: unknown): void {
  if (value === undefined || value === 'guild' || value === 'channel') return;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`serialHandlers\` is ${shown(value)}.`,
    cure: "Give 'guild' or 'channel', or leave it out.",
  });
}
