import type { APIUser } from 'discord-api-types/v10';
import { opaqueHash } from '../../opaqueHash.js';
import type { Grant } from '../../world/Grants.js';
import { unknown } from '../../world/refusals.js';
import { isoTime } from '../../world/time.js';
import type { World } from '../../world/World.js';
import { route } from '../Router.js';
import type { Route, RouteContext } from '../Router.js';
import type { RestReply } from '../RestRequest.js';
import { show as showApplication } from './applications.js';
import { askerOf } from './params.js';

/** What a person's token tells, of the person and of what they agreed to. */
export const oauthRoutes: readonly Route[] = [
  route('GET /oauth2/applications/@me', showApplication),
  route('GET /oauth2/@me', authorization, { bearer: {} }),
  route('GET /oauth2/userinfo', userInfo, { bearer: { scope: 'openid' } }),
  route('GET /oauth2/keys', () => ({ status: 200, body: { keys: [KEY] } }), { needsToken: false }),
  route('GET /users/@me/connections', connections, { bearer: { scope: 'connections' } }),
];

/** A key in the shape of Discord's. Nothing is signed with it: this fake gives out no id tokens. */
const KEY = {
  kty: 'RSA',
  use: 'sig',
  kid: 'fake',
  n: Buffer.from(opaqueHash('key').repeat(8)).toString('base64url'),
  e: 'AQAB',
  alg: 'RS256',
};

function authorization({ grant, world }: RouteContext): RestReply {
  if (grant === null) throw unknown('User');
  const { bot: _, ...application } = world.application;
  const isKnown = grant.scopes.includes('identify');
  const body = { application, scopes: grant.scopes, expires: isoTime(grant.expiresAtMs), ...(isKnown && { user: personOf(world, grant) }) };
  return { status: 200, body };
}

function userInfo({ grant, world }: RouteContext): RestReply {
  if (grant === null) throw unknown('User');
  const { global_name: nickname, id: sub, username } = personOf(world, grant);
  const { email, verified } = ownFields(world, grant);
  return {
    status: 200,
    body: {
      sub,
      preferred_username: username,
      nickname,
      picture: null,
      locale: 'en-US',
      ...(email !== undefined && { email, email_verified: verified }),
    },
  };
}

function connections(context: RouteContext): RestReply {
  return { status: 200, body: context.grants.connectionsOf(askerOf(context)) };
}

/** Who agreed. */
export function personOf(world: World, { userId }: Grant): APIUser {
  const user = world.users.get(userId);
  if (user === undefined) throw unknown('User');
  return user;
}

/** What only the person's own token shows. Addresses are made up, and not told without the scope `email`. */
export function ownFields(world: World, grant: Grant): Partial<APIUser> {
  const { username } = personOf(world, grant);
  const mail = grant.scopes.includes('email') && { email: `${username}@example.org`, verified: true };
  return {
    mfa_enabled: false,
    locale: 'en-US',
    premium_type: 0,
    flags: 0 as NonNullable<APIUser['flags']>,
    ...mail,
  };
}
