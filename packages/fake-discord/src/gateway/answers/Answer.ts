import type { GatewayState } from '../GatewayState.js';
import type { GatewaySession } from '../GatewaySession.js';
import type { WorldEvent } from '../GatewayWorld.js';
import { CloseCode } from '../opcodes.js';

/** An event that has no number yet. */
export interface EventDraft {
  readonly t: string;
  readonly d: unknown;
}

/** What Discord does about a request. */
export interface Answer {
  /** Events for every session that may hear of them. */
  readonly published: readonly WorldEvent[];
  /** Events for the session that asked. */
  readonly own: readonly EventDraft[];
  /** What was wrong with the request, and the close code that punishes it (`null`: nothing does). */
  readonly offence: { readonly text: string; readonly code: number | null } | null;
}

/** Who asks, and when. */
export interface Asker {
  readonly state: GatewayState;
  readonly session: GatewaySession;
  readonly nowMs: number;
}

export const NO_ANSWER: Answer = { published: [], own: [], offence: null };

export function answer(...own: readonly EventDraft[]): Answer {
  return { ...NO_ANSWER, own };
}

/** "A payload that is wrong for its op" is closed with 4001. */
export function malformed(text: string): Answer {
  return { ...NO_ANSWER, offence: { text, code: CloseCode.UnknownOpcode } };
}

/** Discord is silent about it; the journal is not. */
export function ignored(text: string): Answer {
  return { ...NO_ANSWER, offence: { text, code: null } };
}
