import { AplombError } from '@aplomb/base';
import { RefusedError } from '@aplomb/fake-discord';
import type { CallError } from '../protocol.js';
import { refusalText } from './refusalText.js';

/** An error as the page is told of it. */
export function callError(error: unknown): CallError {
  if (error instanceof RefusedError)
    return { name: error.name, message: refusalText(error.refusal), code: error.code, discordCode: error.refusal.discordCode };
  if (AplombError.is(error)) return { ...told(error), code: error.code };
  // Nothing of ours: a fault of this program, which must not stop the page.
  return { name: 'Error', message: error instanceof Error ? error.message : String(error), code: 'PLAYGROUND_FAILED' };
}

function told({ message, name }: Error): Pick<CallError, 'message' | 'name'> {
  return { message, name };
}
