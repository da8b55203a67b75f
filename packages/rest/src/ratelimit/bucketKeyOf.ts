import type { RateTicket } from './RateTicket.js';

/**
 * The key of a call's bucket: Discord's hash and the major parameter, or the route and the major parameter while the hash is unknown. No hash holds a space,
 * so the two never meet. It can hold a webhook's token: a store that writes it down digests it first.
 */
export function bucketKeyOf(hash: string | null, { majorKey, routeKey }: Pick<RateTicket, 'majorKey' | 'routeKey'>): string {
  return hash === null ? ` ${routeKey} ${majorKey}` : `${hash} ${majorKey}`;
}
