import type { IdentifyLimits } from '../identify/IdentifyQueue.js';

/**
 * What `GET /gateway/bot` says, in the names of this house.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#get-gateway-bot | Get gateway bot}
 */
export interface GatewayInfo {
  /** How many shards Discord recommends. */
  readonly shards: number;
  readonly sessionStartLimit: IdentifyLimits;
  /** Where to connect, without a query. */
  readonly url: string;
}

/**
 * Asks Discord. An error with a `status` of 400 to 499 (but 408 and 429), and an `OptionsError`, is taken for an answer; after any other the call is made
 * again.
 */
export type FetchGatewayInfo = (options: { readonly signal: AbortSignal }) => Promise<GatewayInfo>;
