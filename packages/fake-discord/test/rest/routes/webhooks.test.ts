import { describe, expect, it } from '@jest/globals';
import type { APIWebhook } from 'discord-api-types/v10';
import { addChannel } from '../../../src/world/arrange.js';
import { makeApi, type ApiHome } from '../makeApi.js';

/** An API with a webhook in #general. */
function start(): ApiHome & { readonly at: string; readonly webhook: APIWebhook } {
  const home = makeApi({ botPermissions: ['ManageWebhooks'] });
  const webhook = home.ask(`POST /channels/${home.general.id}/webhooks`, { name: 'news' }).body as APIWebhook;
  return { ...home, webhook, at: `/webhooks/${webhook.id}/${String(webhook.token)}` };
}

describe('the routes of webhooks', () => {
  it('make, list, show and delete them', () => {
    const { ask, general, guild, webhook } = start();
    expect(ask(`GET /channels/${general.id}/webhooks`).body).toEqual([webhook]);
    expect(ask(`GET /guilds/${guild.id}/webhooks`).body).toEqual([webhook]);
    expect(ask(`GET /webhooks/${webhook.id}`)).toEqual({ status: 200, body: webhook });
    expect([ask(`DELETE /webhooks/${webhook.id}`), ask(`GET /webhooks/${webhook.id}`)]).toMatchObject([
      { status: 204 },
      { status: 404, body: { code: 10015 } },
    ]);
  });

  it.each([
    [{}, 'BASE_TYPE_REQUIRED'],
    [{ name: '' }, 'BASE_TYPE_MIN_LENGTH'],
    [{ name: 'x'.repeat(81) }, 'BASE_TYPE_MAX_LENGTH'],
    [{ name: 'Discord news' }, 'USERNAME_INVALID_CONTAINS'],
  ])('refuse the name of %j', (body, code) => {
    const { ask, general } = start();
    const reply = ask(`POST /channels/${general.id}/webhooks`, body);
    expect(reply).toMatchObject({ status: 400, body: { code: 50035, errors: { name: { _errors: [{ code }] } } } });
  });

  it('need no token of a bot where they have their own', () => {
    const { askAs, at, webhook } = start();
    const shown = askAs(undefined, `GET ${at}`);
    expect([shown.status, (shown.body as APIWebhook).id, shown.body]).toEqual([
      200,
      webhook.id,
      expect.not.objectContaining({ user: expect.anything() }),
    ]);
    expect([askAs(undefined, `DELETE ${at}`).status, askAs(undefined, `POST ${at}`, { content: 'x' })]).toMatchObject([
      204,
      { status: 404, body: { code: 10015 } },
    ]);
  });

  it('refuse another token', () => {
    const { ask, webhook } = start();
    expect(ask(`POST /webhooks/${webhook.id}/wrong`, { content: 'x' })).toMatchObject({ status: 401, body: { code: 50027 } });
  });

  it('post, and tell of the message only if asked to wait', () => {
    const { ask, at, general } = start();
    const [silent, told] = [ask(`POST ${at}`, { content: 'one' }), ask(`POST ${at}?wait=true`, { content: 'two', username: 'herald' })];
    expect([silent, told]).toMatchObject([{ status: 204 }, { status: 200, body: { content: 'two', author: { username: 'herald' } } }]);
    expect([silent.body, general.messages.size]).toEqual([undefined, 2]);
  });

  it('show, change and delete what was posted', () => {
    const { ask, at } = start();
    const { id } = ask(`POST ${at}?wait=1`, { content: 'one' }).body as { id: string };
    expect(ask(`PATCH ${at}/messages/${id}`, { content: 'two' })).toMatchObject({ status: 200, body: { content: 'two' } });
    expect(ask(`GET ${at}/messages/${id}`).body).toMatchObject({ content: 'two' });
    expect([ask(`DELETE ${at}/messages/${id}`).status, ask(`GET ${at}/messages/${id}`).status]).toEqual([204, 404]);
  });

  it('change name, picture and, for the bot, the channel', () => {
    const { ask, askAs, at, guild, webhook, world } = start();
    const second = addChannel(world, guild, { kind: 'text', name: 'second' });
    const avatar = 'data:image/png;base64,AAAA';
    expect(ask(`PATCH /webhooks/${webhook.id}`, { name: 'herald', avatar, channel_id: second.id })).toMatchObject({
      status: 200,
      body: { name: 'herald', avatar: expect.stringMatching(/^[0-9a-f]{32}$/), channel_id: second.id },
    });
    expect(askAs(undefined, `PATCH ${at}`, { name: 'crier', avatar: null, channel_id: '1' }).body).toMatchObject({
      name: 'crier',
      avatar: null,
      channel_id: second.id,
    });
    expect(ask(`POST ${at}?wait=true`, { content: 'x' }).body).toMatchObject({ channel_id: second.id, author: { username: 'crier' } });
  });

  it('post, show and delete in a thread of the channel', () => {
    const { ask, at, general } = start();
    const { id: thread } = ask(`POST /channels/${general.id}/threads`, { name: 'talk', type: 11 }).body as { id: string };
    const { id } = ask(`POST ${at}?wait=true&thread_id=${thread}`, { content: 'x' }).body as { id: string };
    expect(ask(`GET ${at}/messages/${id}?thread_id=${thread}`).body).toMatchObject({ channel_id: thread });
    expect([ask(`GET ${at}/messages/${id}`).status, ask(`DELETE ${at}/messages/${id}?thread_id=${thread}`).status]).toEqual([404, 204]);
    expect(ask(`POST ${at}?thread_id=1`, { content: 'x' })).toMatchObject({ status: 404, body: { code: 10003 } });
  });

  it('say by name what is not simulated', () => {
    const { api, ask, at } = start();
    const asked: [string, unknown][] = [[`POST ${at}`, { content: 'x', thread_name: 'y' }]];
    expect(asked.map(([signature, body]) => ask(signature, body).status)).toEqual([501]);
    expect(api.unsupported).toHaveLength(1);
  });
});
