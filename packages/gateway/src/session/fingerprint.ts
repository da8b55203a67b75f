import { createHash } from 'node:crypto';

/** What a session depends on besides its id: change one and Discord's answer to a RESUME would be for another bot than this. */
export interface FingerprintParts {
  readonly capabilities: number;
  readonly intents: number;
  /** The user id in the token, see {@link ownerIdOf}. */
  readonly ownerId: string;
  /** How many shards there are. */
  readonly total: number;
}

/** A digest of what a session depends on. A stored session of another fingerprint is not resumed. */
export function fingerprintOf({ capabilities, intents, ownerId, total }: FingerprintParts): string {
  return createHash('sha256')
    .update(JSON.stringify([capabilities, intents, ownerId, total]))
    .digest('hex')
    .slice(0, 32);
}

/**
 * The id of the bot user that a token belongs to. It is the first of the token's three parts, in base64, and no secret. From a token of another shape,
 * a digest of that part: enough to tell two owners apart.
 */
export function ownerIdOf(token: string): string {
  const [head = ''] = token.replace(/^Bot /, '').split('.');
  const id = Buffer.from(head, 'base64').toString('latin1');
  return /^\d{15,20}$/.test(id) ? id : createHash('sha256').update(head).digest('hex').slice(0, 20);
}
