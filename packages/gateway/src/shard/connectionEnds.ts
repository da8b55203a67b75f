import type { ConnectionEnd } from '../transport/GatewayTransport.js';
import { closeRuleOf, type CloseRule } from './closeCodes.js';
import type { ShardStageCause } from './stageCauses.js';

/** What a connection that ended without a close frame is said to have closed with. */
const NO_CLOSE_FRAME = 1006;

/** Without a close frame the session lives: Discord did not say otherwise. */
const KEEPS_SESSION: CloseRule = { name: 'no close frame', then: 'resume' };

export function ruleOf(end: ConnectionEnd): CloseRule {
  return end.type === 'close-frame' ? closeRuleOf(end.code) : KEEPS_SESSION;
}

/** The close code that came, or `null`. */
export function receivedCodeOf(end: ConnectionEnd): number | null {
  return end.type === 'close-frame' ? end.code : null;
}

/** The close code to tell users: theirs is a world in which every end has one. */
export function toldCodeOf(end: ConnectionEnd): number {
  return receivedCodeOf(end) ?? NO_CLOSE_FRAME;
}

export function causeOf(end: ConnectionEnd): ShardStageCause {
  if (end.type === 'close-frame') return 'close frame';
  return end.type === 'protocol-error' ? 'unreadable' : 'socket dropped';
}

export function describeEnd(end: ConnectionEnd): string {
  if (end.type === 'close-frame') return end.reason === '' ? `close code ${end.code}` : `close code ${end.code}: ${end.reason}`;
  return end.type === 'connect-failed' ? `${end.reason}: ${end.message}` : end.message;
}
