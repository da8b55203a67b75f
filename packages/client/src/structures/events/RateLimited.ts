import type { GatewayRateLimitedDispatchData } from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import { View } from '../View.js';

/**
 * The gateway was asked for something too often. REST's limits are told by `restRateLimited`.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#rate-limited | Rate limited}
 */
export class RateLimited extends View<GatewayRateLimitedDispatchData> {
  /** What was asked for: 8 for members. */
  get opcode(): number {
    return this.data.opcode;
  }

  /** When it may be asked for again, in milliseconds. */
  get retryAfterMs(): number {
    return this.data.retry_after * 1_000;
  }

  /** Which request it was. */
  get meta(): Camel<GatewayRateLimitedDispatchData['meta']> {
    return camel(this.data.meta);
  }
}
