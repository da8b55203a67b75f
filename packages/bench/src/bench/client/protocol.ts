import type { Compression } from '../wire/frameWriters.js';
import type { Held, WorldSize } from './BotWorld.js';

/** What the processes of the benchmarks of a whole client say to each other. */

export type BotKind = 'aplomb' | 'discord.js 14' | 'eris' | 'oceanic.js';

/** What a server is told to record, as JSON in its arguments. */
export interface Plan {
  readonly world: WorldSize;
  /** How many events each part has: first the warm-up, which nobody measures. The last message of each is {@link END}. */
  readonly parts: readonly number[];
}

/** The order to play a part: as fast as it goes, or so many events a second. */
export interface PlayOrder {
  readonly type: 'play';
  readonly part: number;
  readonly perSecond?: number;
}

/** What the handlers of a part must have seen together. */
export interface Heard {
  readonly messages: number;
  /** Letters of all contents and of all names of authors. */
  readonly letters: number;
}

export type BotServerReport =
  | {
      readonly type: 'listening';
      readonly port: number;
      readonly parts: readonly Heard[];
      /** What must be held after the last part. */
      readonly held: Held;
      readonly meanBytes: number;
    }
  /** A paced part was played: when each message was written, in microseconds of the machine's monotonic clock. */
  | { readonly type: 'played'; readonly sentUs: readonly number[] }
  /** A client identified itself, with this compression in its URL. */
  | { readonly type: 'identified'; readonly compression: Compression; readonly intents: number };

export type BotOrder =
  /** Measure from now on until the message {@link END}; `isStamped`: and note when each handler runs. */
  { readonly type: 'measure'; readonly isStamped: boolean } | { readonly type: 'tell' };

export type BotReport =
  /** The library says that all guilds are there. */
  | { readonly type: 'ready' }
  /** The clock runs. */
  | { readonly type: 'measuring' }
  | {
      readonly type: 'done';
      /** User and system time of the whole process. */
      readonly cpuMs: number;
      readonly peakRssMiB: number;
      readonly heard: Heard;
      /** When each handler ran, in microseconds of the machine's monotonic clock. */
      readonly handledUs: readonly number[];
    }
  | { readonly type: 'held'; readonly held: Held };

/** The content of the message after which a part is over. */
export const END = 'this is the end';
export const TOKEN = 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.GbEnCh.aplomb-benchmark-0123456789abc';

/** Guilds, members, voice states, presences, messages, reactions, typing and message content: the same for every library. */
export const INTENTS = (1 << 0) | (1 << 1) | (1 << 7) | (1 << 8) | (1 << 9) | (1 << 10) | (1 << 11) | (1 << 15);

export function monotonicUs(): number {
  return Number(process.hrtime.bigint() / 10n) / 100;
}
