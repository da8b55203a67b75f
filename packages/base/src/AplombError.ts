import { printable, printableLines } from './printable.js';

const BRAND = Symbol.for('aplomb.error');

/** What an {@link AplombError} is made of. */
export interface AplombErrorOptions {
  /** The first half of the message: what happened, with the values. */
  readonly what: string;
  /** The second half: what to do about it. */
  readonly cure: string;
  /** What led to it. */
  readonly cause?: unknown;
  /** Text with lines of its own that belongs beneath the message, such as a conversation. */
  readonly lines?: string;
}

/**
 * Every error that aplomb throws or reports. `code` is the contract: it is stable, has a page under `docs/errors/`, and is what to compare with.
 * The message says first what happened, then what to do.
 *
 * @example
 * ```ts
 * import { AplombError } from '@aplomb/base';
 *
 * function explain(error: unknown): string {
 *   return AplombError.is(error) ? `${error.code}: see ${error.docsUrl}` : String(error);
 * }
 * ```
 */
export class AplombError<Code extends string = string> extends Error {
  /** Tells this error apart from all others, for ever. */
  readonly code: Code;
  /** The page that explains this code. */
  readonly docsUrl: string;

  constructor(code: Code, options: AplombErrorOptions) {
    // What Discord or a user said may stand in it: it must not forge a line of the log, or speak to the terminal.
    const beneath = options.lines === undefined ? '' : `\n\n${printableLines(options.lines)}`;
    super(printable(`${options.what} ${options.cure}`) + beneath, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.docsUrl = `https://github.com/aplomb-discord/aplomb/blob/main/docs/errors/${code}.md`;
    Object.defineProperty(this, BRAND, { value: true });
  }

  /** True for an aplomb error of any copy or version of this package in the process, where `instanceof` would miss one. */
  static is(value: unknown): value is AplombError {
    return typeof value === 'object' && value !== null && BRAND in value;
  }
}
