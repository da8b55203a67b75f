/** What a check may ask besides the value. */
export interface Walk {
  /** How many objects and lists are being looked into. */
  depth: number;
  /** How many files go along. */
  readonly files: number;
  /** The wall clock, or `null` where limits of time are not checked. */
  readonly nowMs: number | null;
}

/** What is wrong with a value, and where in it. */
export interface Problem {
  /** Names and indexes, from the value that was checked inwards. */
  readonly path: (number | string)[];
  /** The rest of the sentence that begins with the field: `has 300 characters; at most 256 are allowed`. */
  readonly says: string;
  readonly cure: string;
}

/**
 * Looks for what Discord is documented to refuse. `null` means that nothing is known against the value: what has another type, or is not known here,
 * is left to Discord.
 */
export type Check = (value: unknown, walk: Walk) => Problem | null;

/** A problem of the checked value itself. */
export function problem(says: string, cure: string): Problem {
  return { path: [], says, cure };
}

/** A problem of what stands at `path` in the checked value. */
export function problemAt(path: readonly (number | string)[], says: string, cure: string): Problem {
  return { path: [...path], says, cure };
}
