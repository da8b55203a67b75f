import { DiscordApiError, type RestCall } from '../errors.js';

/** Discord's largest page of a search. */
export const MAX_SEARCH_PAGE = 25;

/** How far into the matches of a search Discord goes. */
export const MAX_SEARCH_OFFSET = 9_975;

/** What Discord answers with (status 202) while it has no index to search in. */
interface IndexNotReady {
  readonly code: number;
  readonly retry_after: number;
}

/**
 * The page that a search answered with. Whoever awaits a search sees Discord's answer as it is; a loop would take "not indexed yet" for "nothing found",
 * so there it throws.
 *
 * @throws {@link DiscordApiError} `DISCORD_UNAVAILABLE` while the index is being built.
 * @see {@link https://docs.discord.com/developers/resources/message#search-guild-messages | Search guild messages}
 */
export function indexed<Page extends object>(page: IndexNotReady | Page, call: RestCall): Page {
  if (!('retry_after' in page)) return page;
  const { code, retry_after: retryAfterSeconds } = page;
  throw new DiscordApiError('DISCORD_UNAVAILABLE', {
    ...call,
    status: 202,
    discordCode: code,
    errors: [],
    what: `Discord answered ${call.method} ${call.path} with 202 (code ${String(code)}): it has no index to search in yet.`,
    cure: `Search again in ${String(retryAfterSeconds)} s.`,
  });
}
