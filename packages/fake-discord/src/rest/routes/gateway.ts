import { route } from '../Router.js';
import type { Route } from '../Router.js';

/** What `GET /gateway/bot` tells at this moment. */
export interface GatewayFacts {
  readonly sessionStartLimit: {
    readonly maxConcurrency: number;
    readonly remaining: number;
    readonly resetAfterMs: number;
    readonly total: number;
  };
  readonly shards: number;
  readonly url: string;
}

/** Where the gateway is, and how many sessions may be started. */
export function gatewayRoutes(facts: () => GatewayFacts): readonly Route[] {
  return [
    route('GET /gateway', () => ({ status: 200, body: { url: facts().url } }), { needsToken: false }),
    route('GET /gateway/bot', () => ({ status: 200, body: gatewayBot(facts()) })),
  ];
}

function gatewayBot({ url, shards, sessionStartLimit: limit }: GatewayFacts): object {
  const { maxConcurrency, remaining, resetAfterMs, total } = limit;
  return { url, shards, session_start_limit: { total, remaining, reset_after: Math.round(resetAfterMs), max_concurrency: maxConcurrency } };
}
