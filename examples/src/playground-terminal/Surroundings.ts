import type { Readable, Writable } from 'node:stream';

/** Where a run reads and prints, and what calls it off. */
export interface Surroundings {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean };
  /** Asks for a clean end. */
  readonly signal: AbortSignal;
}
