import type { Reader } from '../../cache/Reader.js';
import type { Held } from '../BotWorld.js';

/** What each library is told, in its own words. */
export interface BotOptions {
  readonly origin: string;
  readonly onReady: () => void;
  /** The one handler of `messageCreate` calls this with what it has read. */
  readonly onMessage: (content: string, authorName: string) => void;
}

/** A library that has connected: what it holds is counted when all is over. */
export interface Bot {
  /** Where what it keeps can be compared with what was sent. */
  readonly reader?: Reader;
  held(): Held;
}

export type OpenBot = (options: BotOptions) => Promise<Bot>;

/** Adds up over many of something. */
export function sumOf<T>(values: Iterable<T>, count: (value: T) => number): number {
  let sum = 0;
  for (const value of values) sum += count(value);
  return sum;
}
