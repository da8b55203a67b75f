import { OptionsError } from '@aplomb/base';

/**
 * Checks a number that a fault was given, so that a slip in a test is told at once.
 *
 * @throws {@link OptionsError} `INVALID_OPTION`
 */
export function requireNumber(name: string, value: number, least: number): void {
  if (typeof value === 'number' && value >= least) return;
  throw new OptionsError('INVALID_OPTION', { what: `\`${name}\` is ${String(value)}.`, cure: `Give a number from ${least} on.` });
}

/** Codes that RFC 6455 keeps for what happened without a close frame. */
const NEVER_SENT: ReadonlySet<number> = new Set([1_004, 1_005, 1_006]);

/**
 * Checks a close code: 1000 to 1014 without those that are never sent, or 3000 to 4999.
 *
 * @throws {@link OptionsError} `INVALID_OPTION`
 */
export function requireCloseCode(code: number): void {
  const isStandard = code >= 1_000 && code <= 1_014 && !NEVER_SENT.has(code);
  if (Number.isInteger(code) && (isStandard || (code >= 3_000 && code <= 4_999))) return;
  throw new OptionsError('INVALID_OPTION', {
    what: `The close code is ${String(code)}.`,
    cure: 'Give one that a server may send, such as 1000 or 4000; to end without a code, use `dropSocket`.',
  });
}

/**
 * Checks the status of an answer.
 *
 * @throws {@link OptionsError} `INVALID_OPTION`
 */
export function requireStatus(status: number): void {
  if (Number.isInteger(status) && status >= 200 && status <= 599) return;
  throw new OptionsError('INVALID_OPTION', { what: `The status is ${status}.`, cure: 'Give a whole number from 200 to 599, such as 502.' });
}
