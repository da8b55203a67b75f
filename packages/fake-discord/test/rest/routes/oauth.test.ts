import { describe, expect, it } from '@jest/globals';
import type { OAuthScope } from '../../../src/world/Grants.js';
import { makeApi } from '../makeApi.js';

/** An API, and how alice's token asks there. */
function arrange(...scopes: readonly OAuthScope[]) {
  const home = makeApi();
  const { token } = home.grants.authorize(home.alice.id, scopes);
  return { ...home, askAlice: (signature: string, json?: unknown) => home.askAs(`Bearer ${token}`, signature, json) };
}

const NEEDED = [
  ['GET /users/@me', 'identify'],
  ['GET /users/@me/guilds', 'guilds'],
  ['GET /users/@me/guilds/:guild/member', 'guilds.members.read'],
  ['GET /users/@me/connections', 'connections'],
  ['GET /users/@me/applications/:app/role-connection', 'role_connections.write'],
  ['GET /users/@me/applications/:app/entitlements', 'applications.entitlements'],
  ['GET /oauth2/userinfo', 'openid'],
] as const;

describe("a person's token", () => {
  it.each(NEEDED)('may ask %s with %s, and not without', (signature, scope) => {
    const outcomes = [[scope], []].map((scopes) => {
      const { askAlice, guild, world } = arrange(...scopes);
      return askAlice(signature.replace(':guild', guild.id).replace(':app', world.application.id)).status;
    });
    expect(outcomes).toEqual([200, 403]);
  });

  it('is not known after it was made up', () => {
    expect(makeApi().askAs('Bearer nonsense', 'GET /oauth2/@me')).toMatchObject({ status: 401, body: { code: 0 } });
  });

  it('opens nothing that is for the bot', () => {
    const { askAlice, general } = arrange('identify');
    expect(askAlice(`GET /channels/${general.id}`).status).toBe(401);
  });

  it('tells what was agreed to, by whom only if that was', () => {
    const { alice, askAlice } = arrange('identify', 'email');
    expect(askAlice('GET /oauth2/@me').body).toMatchObject({
      scopes: ['identify', 'email'],
      user: { id: alice.id },
      application: { name: 'robot' },
    });
    expect(arrange('guilds').askAlice('GET /oauth2/@me').body).not.toHaveProperty('user');
  });

  it('tells who it is, and the address only with the scope for it', () => {
    const { alice, askAlice } = arrange('identify', 'email', 'openid');
    expect(askAlice('GET /users/@me').body).toMatchObject({ id: alice.id, email: 'alice@example.org' });
    expect(askAlice('GET /oauth2/userinfo').body).toMatchObject({ sub: alice.id, email: 'alice@example.org', email_verified: true });
    expect(arrange('identify').askAlice('GET /users/@me').body).not.toHaveProperty('email');
  });

  it('lists what the person bought, and not what others did', () => {
    const { alice, askAlice, bob, entitlements, world } = arrange('applications.entitlements');
    const sku = entitlements.addSku({ name: 'Gems', type: 3 }).id;
    const [first] = [alice, alice, bob].map(({ id }) => entitlements.grant(sku, id, 2).id);
    entitlements.consume(first ?? '');
    const count = (query: string): unknown =>
      (askAlice(`GET /users/@me/applications/${world.application.id}/entitlements${query}`).body as unknown[]).length;
    expect([count(''), count('?exclude_consumed=false')]).toEqual([1, 2]);
  });

  it('lists the guilds of the person with what they may do there', () => {
    const { askAlice, guild } = arrange('guilds');
    expect(askAlice('GET /users/@me/guilds').body).toMatchObject([{ id: guild.id, owner: false }]);
  });
});

describe("the bot's token", () => {
  it.each(['GET /oauth2/@me', 'GET /oauth2/userinfo', 'GET /users/@me/connections'])('is no person: %s', (signature) => {
    expect(makeApi().ask(signature)).toMatchObject({ status: 403, body: { code: 20001 } });
  });

  it('shows its application, and anybody the keys', () => {
    expect(makeApi().ask('GET /oauth2/applications/@me').body).toMatchObject({ name: 'robot' });
    expect(makeApi().askAs(undefined, 'GET /oauth2/keys').body).toMatchObject({ keys: [{ kty: 'RSA' }] });
  });
});
