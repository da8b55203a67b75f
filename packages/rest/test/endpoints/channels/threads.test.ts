import { describe, expect, it } from '@jest/globals';
import { threadMethods } from '../../../src/endpoints/channels/threads.js';
import { RecordingRequester } from '../RecordingRequester.js';

function given(...answers: readonly unknown[]) {
  const rest = new RecordingRequester(...answers);
  return { rest, channels: threadMethods(rest) };
}

const thread = (id: string, archivedAt: string) => ({ id, type: 11, thread_metadata: { archive_timestamp: archivedAt } });

describe('the methods of threads', () => {
  it('lead to their routes', async () => {
    const { rest, channels } = given();
    await channels.createThreadFromMessage('1', '2', { name: 'Chess' }, { reason: 'off topic' });
    await channels.createThread('1', { name: 'Chess', type: 12 }, { reason: 'secret' });
    await channels.publicArchivedThreads('1', { limit: 2 });
    await channels.privateArchivedThreads('1', { before: '2026-01-01T00:00:00Z' });
    await channels.joinedPrivateArchivedThreads('1', { before: '5' });
    await channels.searchThreads('1', { name: 'chess', tag: ['3', '4'] });
    expect(rest.calls).toEqual([
      ['POST /channels/1/messages/2/threads', { body: { name: 'Chess' }, reason: 'off topic' }],
      ['POST /channels/1/threads', { body: { name: 'Chess', type: 12 }, reason: 'secret' }],
      ['GET /channels/1/threads/archived/public', { query: { limit: 2 } }],
      ['GET /channels/1/threads/archived/private', { query: { before: '2026-01-01T00:00:00Z' } }],
      ['GET /channels/1/users/@me/threads/archived/private', { query: { before: '5' } }],
      ['GET /channels/1/threads/search', { query: { name: 'chess', tag: ['3', '4'] } }],
    ]);
  });

  it('refuse what is no id before anything is sent (Y-03)', async () => {
    const { rest, channels } = given();
    await expect(channels.createThread('..', { name: 'Chess' })).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    for (const list of [channels.publicArchivedThreads, channels.privateArchivedThreads, channels.joinedPrivateArchivedThreads]) {
      await expect(list('1/2')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    }
    await expect(channels.searchThreads('1?')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(rest.calls).toEqual([]);
  });
});

describe('Y-05 mention injection: a post in a forum', () => {
  it('carries its allowed mentions in its first message', async () => {
    const { rest, channels } = given();
    const files = [Buffer.from('x')];
    await channels.createForumPost('1', { name: 'Chess', message: { content: '@everyone' } }, { files, reason: 'new' });
    const message = { content: '@everyone', allowed_mentions: { parse: ['users'], replied_user: true } };
    expect(rest.calls).toEqual([['POST /channels/1/threads', { body: { name: 'Chess', message }, files, reason: 'new' }]]);
  });
});

describe('the archived threads', () => {
  it('are paged through by the time of their archiving while there are more', async () => {
    const { rest, channels } = given(
      { threads: [thread('9', '2026-03-01T00:00:00+00:00'), thread('8', '2026-02-01T00:00:00+00:00')], members: [], has_more: true },
      { threads: [thread('7', '2026-01-01T00:00:00+00:00')], members: [], has_more: false },
    );
    const ids: string[] = [];
    for await (const { id } of channels.privateArchivedThreads('1')) ids.push(id);
    expect(ids).toEqual(['9', '8', '7']);
    expect(rest.calls.map(([, options]) => options?.query)).toEqual([{ limit: 100 }, { limit: 100, before: '2026-02-01T00:00:00+00:00' }]);
  });

  it('that the bot has joined are paged through by id', async () => {
    const { rest, channels } = given(
      { threads: [thread('9', '2025-01-01T00:00:00+00:00')], members: [], has_more: true },
      { threads: [thread('8', '2026-01-01T00:00:00+00:00')], members: [], has_more: false },
    );
    const ids: string[] = [];
    for await (const { id } of channels.joinedPrivateArchivedThreads('1')) ids.push(id);
    expect(ids).toEqual(['9', '8']);
    expect(rest.calls.map(([, options]) => options?.query)).toEqual([{ limit: 100 }, { limit: 100, before: '9' }]);
  });

  it('are asked for two at least, since Discord takes no smaller limit', async () => {
    const { rest, channels } = given({
      threads: [thread('9', '2026-01-01T00:00:00Z'), thread('8', '2025-01-01T00:00:00Z')],
      has_more: true,
    });
    const ids: string[] = [];
    for await (const { id } of channels.publicArchivedThreads('1', { limit: 1 })) ids.push(id);
    expect(ids).toEqual(['9']);
    expect(rest.calls).toEqual([['GET /channels/1/threads/archived/public', { query: { limit: 2 } }]]);
  });

  it('have no time when Discord sends none, and then end the list', async () => {
    const { channels } = given({ threads: [{ id: '9', type: 11 }], members: [], has_more: false });
    const ids: string[] = [];
    for await (const { id } of channels.publicArchivedThreads('1')) ids.push(id);
    expect(ids).toEqual(['9']);
  });
});

describe('the threads that a search finds', () => {
  it('are paged through by offset while there are more', async () => {
    const { rest, channels } = given(
      { threads: [thread('9', '')], members: [], has_more: true, total_results: 26 },
      { threads: [thread('8', '')], members: [], has_more: false, total_results: 26 },
    );
    const ids: string[] = [];
    for await (const { id } of channels.searchThreads('1', { archived: true })) ids.push(id);
    expect(ids).toEqual(['9', '8']);
    expect(rest.calls.map(([, options]) => options?.query)).toEqual([
      { archived: true, limit: 25 },
      { archived: true, limit: 25, offset: 25 },
    ]);
  });

  it('are not mistaken for none while there is no index yet', async () => {
    const { channels } = given({
      message: 'Index not yet available. Try again later',
      code: 110_000,
      documents_indexed: 0,
      retry_after: 2,
    });
    await expect(channels.searchThreads('1')[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: 'DISCORD_UNAVAILABLE' });
  });
});
