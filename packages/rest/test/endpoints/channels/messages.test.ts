import { describe, expect, it } from '@jest/globals';
import { messageMethods } from '../../../src/endpoints/channels/messages.js';
import { RecordingRequester } from '../RecordingRequester.js';

const allowed = { parse: ['users'], replied_user: true };

function given(...answers: readonly unknown[]) {
  const rest = new RecordingRequester(...answers);
  return { rest, channels: messageMethods(rest) };
}

describe('a message that is sent', () => {
  it('gets a nonce that Discord enforces, so that it may be sent again', async () => {
    const { rest, channels } = given();
    await channels.createMessage('1', { content: 'Hi' }, { files: [Buffer.from('x')] });
    await channels.createMessage('1', { content: 'Hi' });
    expect(rest.calls).toEqual([
      [
        'POST /channels/1/messages',
        {
          body: { content: 'Hi', allowed_mentions: allowed, nonce: 'nonce-1', enforce_nonce: true },
          files: [Buffer.from('x')],
          isRepeatable: true,
        },
      ],
      [
        'POST /channels/1/messages',
        { body: { content: 'Hi', allowed_mentions: allowed, nonce: 'nonce-2', enforce_nonce: true }, isRepeatable: true },
      ],
    ]);
  });

  it.each([
    ['a nonce of its own', { nonce: 7 }, { nonce: 7 }, undefined],
    ['a nonce of its own, enforced', { nonce: 'a', enforce_nonce: true }, { nonce: 'a', enforce_nonce: true }, true],
    ['the wish for one', { enforce_nonce: true }, { nonce: 'nonce-1', enforce_nonce: true }, true],
    ['an undefined nonce', { nonce: undefined }, { nonce: 'nonce-1', enforce_nonce: true }, true],
    ['null for a nonce', { nonce: null as never }, { nonce: 'nonce-1', enforce_nonce: true }, true],
    ['an empty nonce', { nonce: '' }, { nonce: 'nonce-1', enforce_nonce: true }, true],
    ['no wish for one', { enforce_nonce: false }, { enforce_nonce: false }, undefined],
  ])('with %s may be sent again only if Discord enforces the nonce', async (_, body, sent, isRepeatable) => {
    const { rest, channels } = given();
    await channels.createMessage('1', { content: 'Hi', ...body });
    expect(rest.calls[0]?.[1]?.body).toEqual({ content: 'Hi', allowed_mentions: allowed, ...sent });
    expect(rest.calls[0]?.[1]?.isRepeatable).toBe(isRepeatable);
  });
});

describe('Y-05 mention injection: a message', () => {
  it('pings nobody but users unless it says otherwise, also when edited', async () => {
    const { rest, channels } = given();
    await channels.createMessage('1', { content: '@everyone', nonce: 1 });
    await channels.editMessage('1', '2', { content: '@everyone' });
    expect(rest.calls).toEqual([
      ['POST /channels/1/messages', { body: { content: '@everyone', nonce: 1, allowed_mentions: allowed } }],
      ['PATCH /channels/1/messages/2', { body: { content: '@everyone', allowed_mentions: allowed } }],
    ]);
  });

  it('leaves the mentions as they are when its flags alone are edited, which others may do as well', async () => {
    const { rest, channels } = given();
    await channels.editMessage('1', '2', { flags: 4, content: undefined });
    await channels.editMessage('1', '2', { flags: 4 }, { files: [Buffer.from('x')] });
    await channels.editMessage('1', '2', { flags: 4, content: '@everyone' });
    await channels.editMessage('1', '2', {});
    expect(rest.calls.map(([, options]) => options?.body)).toEqual([
      { flags: 4 },
      { flags: 4, allowed_mentions: allowed },
      { flags: 4, content: '@everyone', allowed_mentions: allowed },
      { allowed_mentions: allowed },
    ]);
  });
});

describe('the methods of messages', () => {
  it('lead to their routes', async () => {
    const { rest, channels } = given();
    await channels.message('1', '2');
    await channels.deleteMessage('1', '2', { reason: 'spam' });
    await channels.bulkDeleteMessages('1', { messages: ['2', '3'] }, { reason: 'spam' });
    await channels.crosspostMessage('1', '2');
    expect(rest.calls).toEqual([
      ['GET /channels/1/messages/2'],
      ['DELETE /channels/1/messages/2', { reason: 'spam' }],
      ['POST /channels/1/messages/bulk-delete', { body: { messages: ['2', '3'] }, reason: 'spam' }],
      ['POST /channels/1/messages/2/crosspost'],
    ]);
  });

  it('refuse what is no id before anything is sent (Y-03)', async () => {
    const { rest, channels } = given();
    await expect(channels.createMessage('../users/@me', { content: 'Hi' })).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(channels.editMessage('1', '..', { content: 'Hi' })).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(channels.messages('1?limit=1')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(channels.searchGuildMessages('1#')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(rest.calls).toEqual([]);
  });
});

describe('the messages of a channel', () => {
  const page = (...ids: readonly number[]) => ids.map((id) => ({ id: String(id) }));

  it('are one page as Discord sends it, when awaited', async () => {
    const { rest, channels } = given(page(3, 2));
    await expect(channels.messages('1', { limit: 2, around: '2' })).resolves.toEqual(page(3, 2));
    expect(rest.calls).toEqual([['GET /channels/1/messages', { query: { limit: 2, around: '2' } }]]);
  });

  it('go from the newest to the oldest by `before`, when iterated', async () => {
    const full = page(...Array.from({ length: 100 }, (_, index) => 300 - index));
    const { rest, channels } = given(full, page(200, 199));
    const ids: string[] = [];
    for await (const { id } of channels.messages('1')) ids.push(id);
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([102, '300', '199']);
    expect(rest.calls.map(([, options]) => options?.query)).toEqual([{ limit: 100 }, { limit: 100, before: '201' }]);
  });

  it('go up from `after`, although Discord turns each page around', async () => {
    const { rest, channels } = given(page(102, 101), page(103));
    const ids: string[] = [];
    for await (const { id } of channels.messages('1', { after: '100', limit: 2 })) ids.push(id);
    expect(ids).toEqual(['101', '102']);
    expect(rest.calls.map(([, options]) => options?.query)).toEqual([{ limit: 2, after: '100' }]);
  });
});

describe('the messages that a search finds', () => {
  const notReady = { message: 'Index not yet available. Try again later', code: 110_000, documents_indexed: 0, retry_after: 2 };

  it('come one by one, by offset, out of Discord’s nested arrays', async () => {
    const first = { total_results: 27, messages: [[{ id: '1' }], [{ id: '2' }]] };
    const { rest, channels } = given(first, { total_results: 27, messages: [[{ id: '3' }]] });
    const ids: string[] = [];
    for await (const { id } of channels.searchGuildMessages('9', { content: 'chess', channel_id: ['1', '2'] })) ids.push(id);
    expect(ids).toEqual(['1', '2', '3']);
    expect(rest.calls).toEqual([
      ['GET /guilds/9/messages/search', { query: { content: 'chess', channel_id: ['1', '2'], limit: 25 } }],
      ['GET /guilds/9/messages/search', { query: { content: 'chess', channel_id: ['1', '2'], limit: 25, offset: 25 } }],
    ]);
  });

  it('are Discord’s word that there is no index yet, when awaited', async () => {
    const { channels } = given(notReady);
    await expect(channels.searchGuildMessages('9')).resolves.toEqual(notReady);
  });

  it('are not mistaken for none while there is no index yet, when iterated', async () => {
    const { channels } = given(notReady);
    const search = channels.searchGuildMessages('9')[Symbol.asyncIterator]();
    await expect(search.next()).rejects.toMatchObject({
      code: 'DISCORD_UNAVAILABLE',
      discordCode: 110_000,
      path: '/guilds/9/messages/search',
    });
  });
});
