import { calls } from '../calls/calls.js';
import { badCall } from '../calls/readers.js';
import { nearest } from '@aplomb/base';
import type { CallName } from '../protocol.js';

/** A frame of the page, before its arguments are read. */
export interface ReadFrame {
  readonly args: Readonly<Record<string, unknown>>;
  readonly call: CallName;
  readonly id: number;
}

/** The number of a frame, so that also an answer to nonsense finds its call; `null` without one. */
export function frameId(frame: unknown): number | null {
  return typeof frame === 'object' && frame !== null && 'id' in frame && typeof frame.id === 'number' ? frame.id : null;
}

/** Parses a frame. What is no JSON is `undefined`. */
export function parseFrame(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads whose call it is.
 *
 * @throws {@link PlaygroundError} `PLAYGROUND_BAD_CALL`
 */
export function readFrame(frame: unknown): ReadFrame {
  const id = frameId(frame);
  if (typeof frame !== 'object' || frame === null || id === null)
    throw badCall('A frame has no `id`.', 'Send an object with a number `id`, a `call` and its arguments, as JSON.');
  const { call, id: _, ...args } = frame as Readonly<Record<string, unknown>>;
  if (typeof call === 'string' && isCall(call)) return { args, call, id };
  const guess = typeof call === 'string' ? nearest(call, Object.keys(calls)) : undefined;
  throw badCall(
    call === undefined ? 'A frame names no call.' : `There is no call ${JSON.stringify(call)}.`,
    `${guess === undefined ? '' : `Did you mean \`${guess}\`? `}There are ${Object.keys(calls).join(', ')}.`,
  );
}

function isCall(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}
