import { describe, expect, it } from '@jest/globals';
import { reactionMethods } from '../../../src/endpoints/channels/reactions.js';
import { RecordingRequester } from '../RecordingRequester.js';

function given(...answers: readonly unknown[]) {
  const rest = new RecordingRequester(...answers);
  return { rest, channels: reactionMethods(rest) };
}

describe('the methods of reactions', () => {
  it('lead to their routes, with the emoji encoded', async () => {
    const { rest, channels } = given();
    await channels.createReaction('1', '2', '👍');
    await channels.deleteOwnReaction('1', '2', '<:blob:3>');
    await channels.deleteUserReaction('1', '2', 'blob:3', '4');
    await channels.deleteAllReactions('1', '2');
    await channels.deleteAllReactionsForEmoji('1', '2', '👍');
    await channels.reactionUsers('1', '2', 'blob:3', { type: 1, limit: 5 });
    expect(rest.calls).toEqual([
      ['PUT /channels/1/messages/2/reactions/%F0%9F%91%8D/@me'],
      ['DELETE /channels/1/messages/2/reactions/blob%3A3/@me'],
      ['DELETE /channels/1/messages/2/reactions/blob%3A3/4'],
      ['DELETE /channels/1/messages/2/reactions'],
      ['DELETE /channels/1/messages/2/reactions/%F0%9F%91%8D'],
      ['GET /channels/1/messages/2/reactions/blob%3A3', { query: { type: 1, limit: 5 } }],
    ]);
  });

  it.each([
    ['1', '2', '..', '4'],
    ['1', '2', 'thumbs', '4'],
    ['1', '..', '👍', '4'],
    ['1', '2', '👍', '@me/../..'],
  ])('refuse %s, %s, %s, %s before anything is sent (Y-03)', async (channelId, messageId, emoji, userId) => {
    const { rest, channels } = given();
    await expect(channels.deleteUserReaction(channelId, messageId, emoji, userId)).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(rest.calls).toEqual([]);
  });
});

describe('the users who reacted', () => {
  it('are paged through by `after`', async () => {
    const full = Array.from({ length: 100 }, (_, index) => ({ id: String(100 + index) }));
    const { rest, channels } = given(full, [{ id: '200' }]);
    const ids: string[] = [];
    for await (const { id } of channels.reactionUsers('1', '2', '👍')) ids.push(id);
    expect([ids.length, ids.at(-1)]).toEqual([101, '200']);
    expect(rest.calls.map(([, options]) => options?.query)).toEqual([
      { after: '0', limit: 100 },
      { after: '199', limit: 100 },
    ]);
  });
});
