import type { Faults } from './Faults.js';
import type { RestFaults } from './RestFaults.js';

/**
 * Everything that can go wrong with a {@link FakeDiscord}: the gateway's {@link Faults} and REST's {@link RestFaults} in one hand.
 *
 * @example
 * ```ts
 * import { FakeDiscord } from '@aplomb/fake-discord';
 *
 * await using discord = await FakeDiscord.start();
 * discord.faults.rateLimit('POST /channels/:id/messages'); // the next message is refused with 429
 * discord.faults.failRequests('*', 502, { count: 3 }); // the three requests after that fail
 * discord.faults.clear(); // or not after all
 * ```
 */
export type DiscordFaults = Faults & RestFaults;

/** Joins the two; `clear` takes back what is planned of both. */
export function joinFaults(gateway: Faults, rest: RestFaults & { clear(): void }): DiscordFaults {
  const clearGateway = gateway.clear.bind(gateway);
  const clear = (): void => {
    clearGateway();
    rest.clear();
  };
  return Object.assign(gateway, rest, { clear });
}
