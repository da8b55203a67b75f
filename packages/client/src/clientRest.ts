import type { AplombError } from '@aplomb/base';
import { Rest, type DiscordApiError, type InvalidRequestsEvent, type RestRateLimitedEvent } from '@aplomb/rest';
import type { ResolvedClientOptions } from './ClientOptions.js';
import { ClientError } from './errors.js';

/** Who hears what a client's REST tells. */
export interface RestHearers {
  readonly rateLimited: (event: RestRateLimitedEvent) => void;
  /** The bot's token was answered with 401. */
  readonly tokenRejected: (error: DiscordApiError) => void;
  readonly warn: (error: AplombError) => void;
}

/** The REST of a client, with its token. */
export function clientRest(options: ResolvedClientOptions<unknown>, hearers: RestHearers): Rest {
  const { clock, random, rest: given, token } = options;
  const rest = new Rest({ ...given, clock, random, token: token.reveal() });
  rest.on('rateLimited', hearers.rateLimited);
  rest.on('tokenRejected', hearers.tokenRejected);
  rest.on('invalidRequests', warnsOfMore(hearers.warn));
  return rest;
}

type Band = InvalidRequestsEvent['band'];

/** From far to near. */
const BANDS: readonly Band[] = ['calm', 'warned', 'slowed', 'stopped'];
const MEANING: Readonly<Record<Band, string>> = {
  calm: 'Nothing changes.',
  warned: 'Nothing changes yet.',
  slowed: 'Calls are paced now.',
  stopped: 'Only answers to interactions are sent now.',
};

/** Warns when things get worse, and says nothing when they get better. */
function warnsOfMore(warn: (error: AplombError) => void): (event: InvalidRequestsEvent) => void {
  let last: Band = 'calm';
  return ({ band, count }) => {
    const isWorse = BANDS.indexOf(band) > BANDS.indexOf(last);
    last = band;
    if (isWorse) warn(manyInvalid(band, count));
  };
}

function manyInvalid(band: Band, count: number): ClientError {
  return new ClientError('MANY_INVALID_REQUESTS', {
    what: `Discord has refused ${String(count)} calls of this host with 401, 403 or 429 within ten minutes, and bans a host at 10,000. ${MEANING[band]}`,
    cure: 'Find the calls, which `client.rest.on("response", …)` tells, and make them no more.',
  });
}
