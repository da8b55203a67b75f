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

  it('make none in a thread', () => {
    const home = makeApi({ botPermissions: ['Administrator'] });
    const { id } = home.ask(`POST /channels/${home.general.id}/threads`, { name: 'x', type: 11 }).body as { id: string };
    expect(home.ask(`POST /channels/${id}/webhooks`, { name: 'x' })).toMatchObject({ status: 400, body: { code: 50024 } });
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
});

/** The same in a forum. */
function startInForum(): ReturnType<typeof start> & { readonly forum: string } {
  const home = start();
  const forum = addChannel(home.world, home.guild, { kind: 'forum', name: 'ideas' });
  const webhook = home.ask(`POST /channels/${forum.id}/webhooks`, { name: 'news' }).body as APIWebhook;
  return { ...home, forum: forum.id, webhook, at: `/webhooks/${webhook.id}/${String(webhook.token)}` };
}

describe('webhooks in forums', () => {
  it('begin posts, which belong to the webhook', () => {
    const { ask, at, events, guild, webhook } = startInForum();
    const message = ask(`POST ${at}?wait=true`, { content: 'x', thread_name: 'An idea' }).body as { channel_id: string; id: string };
    expect(message.channel_id).toBe(message.id);
    expect(guild.threads.get(message.id)).toMatchObject({ name: 'An idea', thread: { ownerId: webhook.id, members: new Map() } });
    expect(events.slice(-2)).toMatchObject([
      { t: 'THREAD_CREATE', d: { name: 'An idea', newly_created: true } },
      { t: 'MESSAGE_CREATE', d: { webhook_id: webhook.id } },
    ]);
  });

  it('need a name or a thread, and not both', () => {
    const { ask, at } = startInForum();
    const { id } = ask(`POST ${at}?wait=true`, { content: 'x', thread_name: 'y' }).body as { id: string };
    expect([
      ask(`POST ${at}`, { content: 'x' }).body,
      ask(`POST ${at}?thread_id=${id}`, { content: 'x', thread_name: 'y' }).body,
      ask(`POST ${at}/slack`, { text: 'x' }).body,
      ask(`POST ${at}?thread_id=${id}`, { content: 'x' }).status,
    ]).toMatchObject([{ code: 220001 }, { code: 220002 }, { code: 220004 }, 204]);
  });

  it('are named nowhere else', () => {
    const { ask, at } = start();
    expect(ask(`POST ${at}`, { content: 'x', thread_name: 'y' })).toMatchObject({ status: 400, body: { code: 220003 } });
  });
});

describe('webhooks of other services', () => {
  it("post Slack's messages", () => {
    const { ask, at, general } = start();
    const attachments = [
      { title: 'T', title_link: 'https://example.org', text: 'D', color: '#0f0', fields: [{ title: 'a', value: 'b', short: true }] },
    ];
    expect(ask(`POST ${at}/slack`, { text: 'Hello', username: 'Slack', attachments })).toMatchObject({ status: 200, rawBody: 'ok' });
    expect(general.messages.all()[0]?.payload).toMatchObject({
      content: 'Hello',
      author: { username: 'Slack' },
      embeds: [
        { title: 'T', url: 'https://example.org', description: 'D', color: 0x00ff00, fields: [{ name: 'a', value: 'b', inline: true }] },
      ],
    });
  });

  it("post GitHub's news, and not its pings", () => {
    const { ask, at, general } = start();
    const sender = { login: 'octo', html_url: 'https://github.com/octo', avatar_url: 'https://github.com/octo.png' };
    const body = { sender, repository: { full_name: 'octo/cat' } };
    expect(ask(`POST ${at}/github`, { ...body, zen: 'Keep it simple' }).status).toBe(204);
    expect(ask(`POST ${at}/github`, { ...body, commits: [{}, {}], compare: 'https://github.com/c' }).status).toBe(204);
    ask(`POST ${at}/github`, { ...body, action: 'opened', issue: { title: 'Broken', html_url: 'https://github.com/i' } });
    expect(general.messages.all().map(({ payload }) => payload.embeds[0]?.title)).toEqual([
      '[octo/cat] 2 new commits',
      '[octo/cat] issue opened: Broken',
    ]);
    expect(ask(`POST ${at}/github`, {})).toMatchObject({ status: 400, body: { errors: { sender: {} } } });
  });

  it.each([{ attachments: [{ color: 'green' }] }, { text: 'x'.repeat(2001) }, { attachments: 'all' }])('are refused as %j', (body) => {
    const { ask, at } = start();
    expect(ask(`POST ${at}/slack`, body)).toMatchObject({ status: 400, body: { code: 50035 } });
  });
});
