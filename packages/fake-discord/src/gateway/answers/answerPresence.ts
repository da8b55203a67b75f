import { isRecord } from '../readPayload.js';
import { NO_ANSWER, malformed, type Answer, type Asker } from './Answer.js';

const STATUSES: ReadonlySet<unknown> = new Set(['online', 'dnd', 'idle', 'invisible', 'offline']);

/**
 * Op 3. The session keeps the presence; nobody is told, as bots do not see each other here.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#update-presence | Update presence}
 */
export function answerPresence(d: unknown, { session }: Asker): Answer {
  const fault = presenceFault(d);
  if (fault !== null) return malformed(`op 3 ${fault}`);
  session.presence = d;
  return NO_ANSWER;
}

/** What is wrong with a presence, or `null`. */
export function presenceFault(d: unknown): string | null {
  if (!isRecord(d)) return 'without a presence';
  if (d['since'] !== null && typeof d['since'] !== 'number') return 'whose `since` is neither a number nor null';
  // The documents say that it is an array. Discord takes null for an empty one, which is what eris identifies with.
  if (d['activities'] !== null && !Array.isArray(d['activities'])) return 'without activities';
  if (!STATUSES.has(d['status'])) return 'with an unknown status';
  return typeof d['afk'] === 'boolean' ? null : 'without afk';
}
