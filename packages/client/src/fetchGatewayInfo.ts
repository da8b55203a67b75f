import { AplombError } from '@aplomb/base';
import type { GatewayInfo } from '@aplomb/gateway';
import type { Rest, RestErrorCode } from '@aplomb/rest';
import { ClientError } from './errors.js';

const REFUSED: RestErrorCode = 'DISCORD_REFUSED';

/**
 * `GET /gateway/bot`, in the gateway's words. Whoever asks for it asks again without end, unless the answer is that the token is no good: a bot that
 * starts during an outage, or behind a proxy that refuses for a while, comes up when that is over.
 *
 * @throws {@link DiscordApiError} `TOKEN_REJECTED`; {@link ClientError} `GATEWAY_INFO_FAILED` for any other refusal; {@link TransportError}; {@link RateLimitError};
 * the signal's reason.
 */
export async function fetchGatewayInfo(rest: Pick<Rest, 'gateway'>, signal: AbortSignal): Promise<GatewayInfo> {
  try {
    const { session_start_limit: limit, shards, url } = await rest.gateway.getBot({ signal });
    const { max_concurrency: maxConcurrency, remaining, reset_after: resetAfterMs, total } = limit;
    return { shards, url, sessionStartLimit: { maxConcurrency, remaining, resetAfterMs, total } };
  } catch (cause) {
    if (AplombError.is(cause) && cause.code === REFUSED) throw refused(cause);
    throw cause;
  }
}

/** An error without a status: with one, the gateway would take it for the last word. */
function refused(cause: AplombError): ClientError {
  return new ClientError('GATEWAY_INFO_FAILED', {
    what: `Discord did not tell where its gateway is: ${cause.message}`,
    cure: 'Look whether `rest.baseUrl` leads to Discord.',
    cause,
  });
}
