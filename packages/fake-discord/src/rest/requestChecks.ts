import { RefusedError, FakeDiscordError } from '../errors.js';
import { badRequest, forbidden, invalidForm } from '../world/refusals.js';
import { Form, isObject } from '../world/forms/Form.js';
import type { RestRequest } from './RestRequest.js';

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

/** @throws {@link RefusedError} 401 unless the request carries `Bot <token>` */
export function checkToken({ headers }: RestRequest, token: string): void {
  if (headers['authorization'] !== `Bot ${token}`)
    throw new RefusedError({ status: 401, discordCode: 0, discordMessage: '401: Unauthorized' });
}

/** @throws {@link RefusedError} 50035 when a parameter that should be an id is none */
export function checkIds(params: Readonly<Record<string, string>>): void {
  const form = new Form(Object.fromEntries(Object.entries(params).map(([name, value]) => [wireName(name), value])));
  for (const name of Object.keys(params)) if (name.endsWith('Id')) form.snowflake(wireName(name));
  form.check();
}

/**
 * Reads a JSON body. A request without a body gets an empty form.
 *
 * @throws {@link RefusedError} 50035 for a wrong Content-Type or a body that is no object, 50109 for broken JSON
 * @throws {@link FakeDiscordError} `FAKE_NOT_SIMULATED` for forms and files
 */
export function readForm({ body, headers, method }: RestRequest): Form {
  if (method === 'GET' || body.length === 0) return new Form({});
  checkContentType(headers['content-type'] ?? '');
  const value = parse(body);
  if (!isObject(value))
    throw invalidForm({ _errors: [{ code: 'DICT_TYPE_CONVERT', message: 'Only dictionaries may be used in a DictType' }] });
  return new Form(value);
}

function checkContentType(header: string): void {
  const type = header.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/json') return;
  if (type === 'multipart/form-data' || type === 'application/x-www-form-urlencoded') {
    throw new FakeDiscordError('FAKE_NOT_SIMULATED', {
      what: `FakeDiscord does not read bodies of the type ${type} yet.`,
      cure: 'Send application/json without files, or test this part against Discord.',
    });
  }
  const message = 'Expected "Content-Type" header to be one of {application/json, application/x-www-form-urlencoded, multipart/form-data}.';
  throw invalidForm({ _errors: [{ code: 'CONTENT_TYPE_INVALID', message }] });
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw badRequest(50109, 'The request body contains invalid JSON.');
  }
}

/** `channelId` is `channel_id` on the wire. */
function wireName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
