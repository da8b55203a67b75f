import { RefusedError } from '../errors.js';
import { badRequest, forbidden, missingScope } from '../world/refusals.js';
import { Form } from '../world/forms/Form.js';
import type { Grant, Grants } from '../world/Grants.js';
import type { RestRequest } from './RestRequest.js';
import { decodeSegment } from './Router.js';
import type { Route } from './Router.js';

const VERSIONS = ['9', '10'];
const USER_AGENT = /^DiscordBot \(\S+, \S[^)]*\)/;

/**
 * Splits `/api/v10/users/@me` into its version check and the rest.
 *
 * @throws {@link RefusedError} 50041 for a version that is gone, deprecated or not named
 */
export function pathWithoutVersion(pathname: string): string {
  const [, version, path] = /^\/api(?:\/v(\d+))?(\/.*)?$/.exec(pathname) ?? [];
  if (version === undefined || !VERSIONS.includes(version)) throw badRequest(50041, 'Invalid API version provided');
  return path ?? '/';
}

/**
 * Discord's front asks every client to name itself as `DiscordBot ($url, $version)`. Its answer does not say so; ours adds why, for whom it puzzles.
 *
 * @throws {@link RefusedError} 40333
 * @see {@link https://docs.discord.com/developers/reference#user-agent | User agent}
 */
export function checkUserAgent({ headers }: RestRequest): void {
  const given = headers['user-agent'];
  if (given !== undefined && USER_AGENT.test(given)) return;
  const found = given === undefined ? 'is missing' : `is ${JSON.stringify(given)}`;
  throw forbidden(40333, `internal network error (FakeDiscord: the User-Agent ${found}; Discord wants "DiscordBot ($url, $version)")`);
}

/** What tells who asks. */
export interface Tokens {
  readonly grants: Grants;
  readonly token: string;
}

/**
 * Lets in who asks with a token that the route takes. Returns in whose name it is asked; `null` for the bot, or for nobody.
 *
 * @throws {@link RefusedError} 401 without a token that is known, 20001 for the bot where only people may ask, 50026 when the person did not agree to this
 */
export function admit(
  request: RestRequest,
  { bearer, needsToken }: Pick<Route, 'bearer' | 'needsToken'>,
  { grants, token }: Tokens,
): Grant | null {
  const [, given] = /^Bearer (\S+)$/.exec(request.headers['authorization'] ?? '') ?? [];
  if (bearer === undefined || given === undefined) {
    if (needsToken) checkToken(request, token);
    if (bearer !== undefined && bearer.alsoBot !== true) throw forbidden(20001, 'Bots cannot use this endpoint');
    return null;
  }
  const grant = grants.find(given);
  if (grant === undefined) throw unauthorized();
  if (bearer.scope !== undefined && !grant.scopes.includes(bearer.scope)) throw missingScope();
  return grant;
}

function checkToken({ headers }: RestRequest, token: string): void {
  if (headers['authorization'] !== `Bot ${token}`) throw unauthorized();
}

function unauthorized(): RefusedError {
  return new RefusedError({ status: 401, discordCode: 0, discordMessage: '401: Unauthorized' });
}

/** @throws {@link RefusedError} 50035 when a parameter that should be an id is none */
export function checkIds(params: Readonly<Record<string, string>>): void {
  const form = new Form(Object.fromEntries(Object.entries(params).map(([name, value]) => [wireName(name), value])));
  for (const name of Object.keys(params)) if (name.endsWith('Id')) form.snowflake(wireName(name));
  form.check();
}

/** `channelId` is `channel_id` on the wire. */
function wireName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const OWN_LOCALE = 'en-US';

/**
 * The language that a request asks for, else that of the bot's account.
 *
 * @see {@link https://docs.discord.com/developers/interactions/application-commands#retrieving-localized-commands | Retrieving localized commands}
 */
export function readLocale({ headers }: RestRequest): string {
  const accepted = headers['accept-language']?.split(/[,;]/)[0]?.trim();
  // Node's `fetch` says that any language will do.
  return headers['x-discord-locale'] ?? (accepted === '*' ? OWN_LOCALE : (accepted ?? OWN_LOCALE));
}

const REASON_MAX = 512;

/**
 * The reason for the audit log, which comes URL-encoded because headers hold no other letters; `null` where none is given.
 *
 * @throws {@link RefusedError} 50035 for one that is too long
 * @see {@link https://docs.discord.com/developers/resources/audit-log | Audit log}
 */
export function readReason({ headers }: RestRequest): string | null {
  const given = headers['x-audit-log-reason'];
  if (given === undefined || given === '') return null;
  const form = new Form({ 'x-audit-log-reason': decodeSegment(given) });
  const reason = form.string('x-audit-log-reason', { max: REASON_MAX });
  form.check();
  return reason ?? null;
}
