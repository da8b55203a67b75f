import { describe, expect, it } from '@jest/globals';
import { makeApi } from '../makeApi.js';

/** A lobby with alice, who may link it, and how she and bob ask. */
function arrange() {
  const home = makeApi();
  const as = (userId: string) => (signature: string, json?: unknown) =>
    home.askAs(`Bearer ${home.grants.authorize(userId, ['identify']).token}`, signature, json);
  const members = [{ id: home.alice.id, flags: 1, metadata: { rank: 'gold' } }];
  const { id } = home.ask('POST /lobbies', { members, metadata: { map: 'cave' } }).body as { id: string };
  return { ...home, askAlice: as(home.alice.id), askBob: as(home.bob.id), at: `/lobbies/${id}`, id };
}

describe('a lobby', () => {
  it('is made, shown, changed and deleted by the bot', () => {
    const { alice, ask, at, bob, id } = arrange();
    expect(ask(`GET ${at}`).body).toMatchObject({
      id,
      metadata: { map: 'cave' },
      members: [{ id: alice.id, flags: 1, metadata: { rank: 'gold' } }],
    });
    expect(ask(`PATCH ${at}`, { members: [{ id: bob.id }], metadata: null }).body).toMatchObject({
      metadata: null,
      members: [{ id: bob.id }],
    });
    expect([ask(`DELETE ${at}`).status, ask(`GET ${at}`)]).toMatchObject([204, { status: 404, body: { code: 10031 } }]);
  });

  it('gets and loses members, one or many', () => {
    const { alice, ask, at, bob } = arrange();
    expect(ask(`PUT ${at}/members/${bob.id}`, { additional_name: 'Bobby' }).body).toEqual({
      id: bob.id,
      flags: 0,
      metadata: null,
      additional_name: 'Bobby',
    });
    const bulk = [
      { id: bob.id, metadata: { team: 'red' } },
      { id: alice.id, remove_member: true },
    ];
    expect(ask(`POST ${at}/members/bulk`, bulk).body).toMatchObject([{ id: bob.id, metadata: { team: 'red' }, additional_name: 'Bobby' }]);
    expect([ask(`DELETE ${at}/members/${bob.id}`).status, ask(`GET ${at}`).body]).toMatchObject([204, { members: [] }]);
    expect([
      ask(`PUT ${at}/members/1`, {}).status,
      ask(`POST ${at}/members/bulk`, []).status,
      ask(`POST ${at}/members/bulk`, [{}]).status,
    ]).toEqual([404, 400, 400]);
  });

  it('is made for the first who knows its secret, and entered by the others', () => {
    const { alice, askAlice, askBob, bob } = arrange();
    const first = askAlice('PUT /lobbies', { secret: 'cave', member_metadata: { rank: 'gold' } }).body as { id: string };
    expect(askBob('PUT /lobbies', { secret: 'cave' }).body).toMatchObject({ id: first.id, members: [{ id: alice.id }, { id: bob.id }] });
    expect([askBob(`DELETE /lobbies/${first.id}/members/@me`).status, askBob('PUT /lobbies', {}).status]).toEqual([204, 400]);
  });

  it('is joined to a channel by who was allowed to, and invites there', () => {
    const { alice, ask, askAlice, askBob, at, bob, general } = arrange();
    ask(`PUT ${at}/members/${bob.id}`, {});
    const link = { channel_id: general.id };
    expect(askBob(`PATCH ${at}/channel-linking`, link)).toMatchObject({ status: 403, body: { code: 50013 } });
    expect(ask(`POST ${at}/members/${alice.id}/invites`)).toMatchObject({ status: 404 });
    expect(askAlice(`PATCH ${at}/channel-linking`, link).body).toMatchObject({ linked_channel: { id: general.id } });
    const { code } = askBob(`POST ${at}/members/@me/invites`).body as { code: string };
    expect(ask(`GET /invites/${code}`).body).toMatchObject({ channel: { id: general.id } });
    expect(askAlice(`PATCH ${at}/channel-linking`, {}).body).not.toHaveProperty('linked_channel');
  });

  it('is written in by who is in it, and moderated by the bot', () => {
    const { alice, ask, askAlice, askBob, at, id } = arrange();
    const { id: messageId } = askAlice(`POST ${at}/messages`, { content: 'hello' }).body as { id: string };
    expect([askBob(`POST ${at}/messages`, { content: 'x' }).status, askBob(`GET ${at}/messages`).status]).toEqual([403, 403]);
    expect(ask(`PUT ${at}/messages/${messageId}/moderation-metadata`, { verdict: 'fine' }).status).toBe(204);
    expect(ask(`GET ${at}/messages?limit=1`).body).toMatchObject([
      { content: 'hello', lobby_id: id, author: { id: alice.id }, moderation_metadata: { verdict: 'fine' } },
    ]);
    expect(ask(`PUT ${at}/messages/1/moderation-metadata`, {}).status).toBe(404);
  });

  it.each([
    ['POST /lobbies', { idle_timeout_seconds: 4 }],
    ['POST /lobbies', { metadata: { map: 7 } }],
    ['POST /lobbies', { members: Array.from({ length: 26 }, () => ({ id: '1' })) }],
    ['POST /lobbies', { override_event_webhooks_url: 'x'.repeat(513) }],
  ])('is refused by %s with %j', (signature, body) => {
    expect(makeApi().ask(signature, body)).toMatchObject({ status: 400, body: { code: 50035 } });
  });
});
