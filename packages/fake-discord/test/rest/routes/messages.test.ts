import { describe, expect, it } from '@jest/globals';
import { makeApi } from '../makeApi.js';

describe('the routes of messages', () => {
  it('create a message, and tell it', () => {
    const { ask, bot, general, told } = makeApi();
    const reply = ask(`POST /channels/${general.id}/messages`, { content: 'hi', nonce: 7 });
    expect(reply).toMatchObject({ status: 200, body: { content: 'hi', author: bot, nonce: 7, channel_id: general.id } });
    expect(told()).toEqual(['MESSAGE_CREATE']);
  });

  it('answer a wrong form with every wrong field', () => {
    const { ask, general } = makeApi();
    expect(ask(`POST /channels/${general.id}/messages`, { content: 5, tts: 'x' })).toEqual({
      status: 400,
      body: {
        message: 'Invalid Form Body',
        code: 50035,
        errors: {
          content: { _errors: [{ code: 'STRING_TYPE_CONVERT', message: 'Could not interpret "5" as string.' }] },
          tts: { _errors: [{ code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' }] },
        },
      },
    });
  });

  it('answer what is not simulated with 501 and its name', () => {
    const { api, ask, bot, general, say } = makeApi();
    const own = say(bot, 'x');
    const poll = { question: { text: 'a' }, answers: [{ poll_media: { text: 'a' } }] };
    const reply = ask(`PATCH /channels/${general.id}/messages/${own}`, { poll });
    expect(reply).toMatchObject({ status: 501, body: { message: expect.stringContaining('`poll`') } });
    expect(api.unsupported).toHaveLength(1);
  });

  it('list, show, edit and delete', () => {
    const { alice, ask, bot, general, say } = makeApi();
    const [theirs, ours] = [say(alice, 'theirs'), say(bot, 'ours')];
    const at = `/channels/${general.id}/messages`;
    expect(ask(`GET ${at}?limit=1`).body).toMatchObject([{ id: ours }]);
    expect(ask(`GET ${at}?before=${ours}`).body).toMatchObject([{ id: theirs }]);
    expect(ask(`GET ${at}/${theirs}`).body).toMatchObject({ content: 'theirs' });
    expect(ask(`PATCH ${at}/${ours}`, { content: 'new' }).body).toMatchObject({ id: ours, content: 'new' });
    expect([ask(`DELETE ${at}/${ours}`), ask(`DELETE ${at}/${ours}`).body]).toEqual([
      { status: 204 },
      { message: 'Unknown Message', code: 10008 },
    ]);
  });

  it.each(['limit=0', 'limit=101', 'before=1&after=2', 'around=x'])('refuse to list with %s', (query) => {
    const { ask, general } = makeApi();
    expect(ask(`GET /channels/${general.id}/messages?${query}`)).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it('hide what an application without the message content intent may not read', () => {
    const { alice, ask, bot, general, say } = makeApi({}, { privilegedIntents: [] });
    for (const content of ['secret', `hey <@${bot.id}>`]) say(alice, content);
    say(bot, 'my own');
    const listed = ask(`GET /channels/${general.id}/messages`).body as { content: string }[];
    expect(listed.map(({ content }) => content)).toEqual(['my own', `hey <@${bot.id}>`, '']);
  });
});

describe('the route that deletes many messages', () => {
  it('deletes them', () => {
    const { ask, bot, general, say } = makeApi({ botPermissions: ['ManageMessages'] });
    const messages = [say(bot, 'a'), say(bot, 'b')];
    expect(ask(`POST /channels/${general.id}/messages/bulk-delete`, { messages })).toEqual({ status: 204 });
    expect(general.messages.size).toBe(0);
  });

  it.each([[{}], [{ messages: 'x' }], [{ messages: ['x', 'y'] }], [{ messages: ['1', '1'] }]])(
    'wants a list of ids, each of them once: not %j',
    (body) => {
      const { ask, general } = makeApi({ botPermissions: ['ManageMessages'] });
      expect(ask(`POST /channels/${general.id}/messages/bulk-delete`, body)).toMatchObject({ status: 400, body: { code: 50035 } });
    },
  );
});
