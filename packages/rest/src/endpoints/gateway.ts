import type { RESTGetAPIGatewayBotResult, RESTGetAPIGatewayResult } from 'discord-api-types/v10';
import type { CallOptions, Requester } from '../RestRequest.js';

/** Where the gateway is. */
export interface GatewayEndpoints {
  /**
   * The gateway's URL. Needs no token.
   *
   * @see {@link https://docs.discord.com/developers/events/gateway#get-gateway | Get gateway}
   */
  get(options?: CallOptions): Promise<RESTGetAPIGatewayResult>;
  /**
   * The gateway's URL, the recommended number of shards, and how many IDENTIFYs are left today.
   *
   * @see {@link https://docs.discord.com/developers/events/gateway#get-gateway-bot | Get gateway bot}
   */
  getBot(options?: CallOptions): Promise<RESTGetAPIGatewayBotResult>;
}

export function gatewayEndpoints(rest: Requester): GatewayEndpoints {
  return {
    get: async (options) => rest.request('GET', '/gateway', { ...options, authorized: false }),
    getBot: async (options) => rest.request('GET', '/gateway/bot', options),
  };
}
