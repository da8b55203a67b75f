import { OptionsError, refuseUnknownOptions, shown } from '@aplomb/base';
import { checkedId } from '../text/snowflake.js';
import type { CollectorBounds, CollectorOverflow } from './CollectorMachine.js';

/** How long somebody waits for one event. */
export interface WaitLimits {
  /** Ends the waiting from outside. A promise rejects with the signal's reason; a loop just ends. */
  readonly signal?: AbortSignal;
  /**
   * How long to wait at most, in milliseconds from the call on. `Infinity` must be asked for: what waits for ever is mostly forgotten.
   *
   * @defaultValue `900_000` (15 minutes)
   */
  readonly timeoutMs?: number;
}

/** How long and how much a collector collects. */
export interface CollectorLimits extends WaitLimits {
  /**
   * How much is kept that nobody has taken yet. See {@link CollectorLimits.overflow}.
   *
   * @defaultValue `1_000`
   */
  readonly bufferLimit?: number;
  /**
   * Ends the collector when nothing was collected for so long, in milliseconds.
   *
   * @defaultValue `Infinity`
   */
  readonly idleMs?: number;
  /**
   * Ends the collector when so much was collected.
   *
   * @defaultValue `Infinity`
   */
  readonly max?: number;
  /**
   * What happens when something is collected while `bufferLimit` things wait to be taken: the oldest of them is dropped, or the newcomer, or the
   * collector ends with `overflow`. What is dropped is counted.
   *
   * @defaultValue `'dropOldest'`
   */
  readonly overflow?: CollectorOverflow;
}

/**
 * Decides whether an event is collected. It is called as handlers are, and may be a type guard. It must answer at once: one that returns a promise is
 * refused, one that throws ends the collector.
 */
export type CollectorFilter<Args extends readonly unknown[], Kept extends Args[0] = Args[0]> =
  ((event: Args[0], context: Args[1], before: Args[2]) => event is Kept) | ((event: Args[0], context: Args[1], before: Args[2]) => boolean);

/** Which events are meant, by their ids. What is left out may be anything; an event that lacks the id is not meant. */
export interface CollectorConditions {
  /** Only in this channel or thread. When it is deleted, the collector ends. */
  readonly channelId?: string;
  /** Only of components or modals with one of these custom ids. */
  readonly customIds?: readonly string[];
  /** Only in this guild. When the bot leaves it, the collector ends. */
  readonly guildId?: string;
  /** Only on this message. When it is deleted, the collector ends. */
  readonly messageId?: string;
  /** Only by this user: who wrote, reacted, pressed, joined … */
  readonly userId?: string;
}

/** The names of {@link WaitLimits}. */
export const WAIT_LIMIT_NAMES = ['signal', 'timeoutMs'] as const satisfies readonly (keyof WaitLimits)[];

/** The names of {@link CollectorLimits}. */
export const LIMIT_NAMES = [
  'bufferLimit',
  'idleMs',
  'max',
  'overflow',
  ...WAIT_LIMIT_NAMES,
] as const satisfies readonly (keyof CollectorLimits)[];

/** The names of {@link CollectorConditions}. */
export const CONDITION_NAMES = [
  'channelId',
  'customIds',
  'guildId',
  'messageId',
  'userId',
] as const satisfies readonly (keyof CollectorConditions)[];

const IDS: readonly string[] = CONDITION_NAMES.filter((name) => name !== 'customIds');
const OVERFLOWS: readonly unknown[] = ['dropNewest', 'dropOldest', 'end'] satisfies readonly CollectorOverflow[];
/** Discord's limit for custom ids. */
const CUSTOM_ID_LENGTH = 100;

/** {@link CollectorLimits}, validated and filled. */
export interface ResolvedLimits extends CollectorBounds {
  readonly signal: AbortSignal | undefined;
}

/**
 * Checks everything that any collector takes, and fills the limits.
 *
 * @param owner - who was called, for the messages
 * @param names - the options that this one takes
 * @throws {@link OptionsError} `UNKNOWN_OPTION` or `INVALID_OPTION`
 */
export function resolveCollectorOptions(owner: string, options: object, names: readonly string[]): ResolvedLimits {
  if (typeof options !== 'object' || (options as object | null) === null)
    throw wrong('options', options, `Give ${owner} an object, or nothing.`);
  refuseUnknownOptions(owner, options, names);
  const {
    bufferLimit = 1_000,
    filter,
    idleMs = Infinity,
    max = Infinity,
    overflow = 'dropOldest',
    signal,
    timeoutMs = 900_000,
  } = options as CollectorLimits & { readonly filter?: unknown };
  checkConditions(options);
  if (filter !== undefined && typeof filter !== 'function') throw wrong('filter', filter, 'Give a function that returns true or false.');
  if (!isCount(bufferLimit)) throw wrong('bufferLimit', bufferLimit, 'Give a whole number from 1.');
  if (!isCount(max) && max !== Infinity) throw wrong('max', max, 'Give a whole number from 1, or Infinity.');
  if (!OVERFLOWS.includes(overflow)) throw wrong('overflow', overflow, `Give one of ${OVERFLOWS.join(', ')}.`);
  checkDuration('idleMs', idleMs);
  checkDuration('timeoutMs', timeoutMs);
  if (signal !== undefined && !isSignal(signal)) throw wrong('signal', signal, 'Give the `signal` of an AbortController.');
  return { bufferLimit, idleMs, max, overflow, signal, timeoutMs };
}

/** An id that is there and `undefined` is refused as well: the collector would hear everybody instead of the one who is meant. */
function checkConditions(options: object): void {
  for (const [name, value] of Object.entries(options)) {
    if (name === 'customIds') checkCustomIds(value);
    else if (IDS.includes(name)) checkedId(value as string, `\`${name}\``);
  }
}

function checkCustomIds(given: unknown): void {
  const isId = (id: unknown): boolean => typeof id === 'string' && id.length > 0 && id.length <= CUSTOM_ID_LENGTH;
  if (Array.isArray(given) && given.length > 0 && given.every(isId)) return;
  throw wrong('customIds', given, `Give an array with at least one custom id, of 1 to ${String(CUSTOM_ID_LENGTH)} characters each.`);
}

function checkDuration(name: string, value: unknown): void {
  if (typeof value !== 'number' || !(value > 0)) throw wrong(name, value, 'Give milliseconds above 0, or Infinity.');
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

function isSignal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'aborted' in value && 'addEventListener' in value;
}

function wrong(name: string, value: unknown, cure: string): OptionsError {
  return new OptionsError('INVALID_OPTION', { what: `\`${name}\` of a collector is ${shown(value)}.`, cure });
}
