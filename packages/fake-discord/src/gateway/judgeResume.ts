import type { GatewaySession, NumberedDispatch } from './GatewaySession.js';
import type { GatewayState } from './GatewayState.js';
import { CloseCode } from './opcodes.js';
import type { Punishment } from './judgeIdentify.js';
import { isRecord } from './readPayload.js';

/** A RESUME that Discord can follow. */
export interface Resume {
  readonly session: GatewaySession;
  readonly seq: number;
  /** What the client missed. */
  readonly missed: readonly NumberedDispatch[];
}

/** A RESUME that is answered with op 9: the session is unknown, too old, or has lost some of what the client missed. */
export interface LostSession {
  readonly lost: GatewaySession | null;
  readonly sessionId: string;
  readonly seq: number;
}

/**
 * Reads a RESUME. A sequence that the session never reached is 4007; a wrong type is a malformed payload.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#resume | Resume}
 */
export function judgeResume(d: unknown, state: GatewayState, nowMs: number): Resume | LostSession | Punishment {
  if (!isRecord(d) || typeof d['token'] !== 'string' || typeof d['session_id'] !== 'string')
    return wrong('RESUME without token and session_id');
  if (!state.isToken(d['token'])) return { code: CloseCode.AuthenticationFailed, offence: 'resumed with a wrong token' };
  const { session_id: sessionId, seq } = d;
  if (seq !== null && typeof seq !== 'number') return wrong('RESUME whose seq is no number');
  const session = state.sessions.find(sessionId, nowMs);
  if (session === undefined) return { lost: null, sessionId, seq: seq ?? 0 };
  if (seq === null || !Number.isInteger(seq) || seq < 0 || seq > session.sequence) {
    state.sessions.remove(session);
    return { code: CloseCode.InvalidSequence, offence: `resumed at ${String(seq)}, while the session is at ${session.sequence}` };
  }
  const missed = session.since(seq);
  return missed === null ? { lost: session, sessionId, seq } : { session, seq, missed };
}

function wrong(offence: string): Punishment {
  return { code: CloseCode.UnknownOpcode, offence };
}
