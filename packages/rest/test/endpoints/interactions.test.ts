import { describe, expect, it } from '@jest/globals';
import type { RESTPostAPIInteractionCallbackJSONBody } from 'discord-api-types/v10';
import { interactionEndpoints } from '../../src/endpoints/interactions.js';
import { RecordingRequester } from './RecordingRequester.js';

const allowed_mentions = { parse: ['users'], replied_user: true };
const token = 'aW50ZXJhY3Rpb246MTI';

function given(...answers: readonly unknown[]) {
  const rest = new RecordingRequester(...answers);
  return { rest, interactions: interactionEndpoints(rest) };
}

describe('the interaction endpoints', () => {
  it('answer on the interaction’s own route, and say that they are an interaction’s', async () => {
    const { rest, interactions } = given();
    const files = [Buffer.from('x')];
    await interactions.createResponse('1', token, { type: 4, data: { content: 'Pong!' } }, { files });
    expect(rest.calls).toEqual([
      [
        `POST /interactions/1/${token}/callback`,
        { body: { type: 4, data: { content: 'Pong!', allowed_mentions } }, files, isInteraction: true },
      ],
    ]);
  });

  it('resolve with what became of the answer where that is asked for', async () => {
    const outcome = { interaction: { id: '1', type: 2 } };
    const { rest, interactions } = given(outcome);
    const response = await interactions.createResponse('1', token, { type: 5 }, { query: { with_response: true } });
    expect(response.interaction.id).toBe('1');
    expect(rest.calls).toEqual([
      [`POST /interactions/1/${token}/callback`, { body: { type: 5 }, isInteraction: true, query: { with_response: true } }],
    ]);
  });

  const answers: readonly RESTPostAPIInteractionCallbackJSONBody[] = [
    { type: 1 },
    { type: 5, data: { flags: 64 } },
    { type: 6 },
    { type: 7 },
    { type: 8, data: { choices: [] } },
    { type: 9, data: { custom_id: 'a', title: 'b', components: [] } },
    { type: 12 },
  ];
  it.each(answers)('put no mentions into an answer without a message: %j', async (body) => {
    const { rest, interactions } = given();
    await interactions.createResponse('1', token, body);
    expect(rest.calls[0]?.[1]?.body).toEqual(body);
  });

  it('reach what they said by the webhook of the application', async () => {
    const { rest, interactions } = given();
    const files = [Buffer.from('x')];
    const body = { content: 'Later' };
    await interactions.originalResponse('7', token);
    await interactions.editOriginalResponse('7', token, body, { files });
    await interactions.deleteOriginalResponse('7', token);
    await interactions.createFollowup('7', token, body, { files });
    await interactions.followup('7', token, '2');
    await interactions.editFollowup('7', token, '2', body, { files });
    await interactions.deleteFollowup('7', token, '2', { timeoutMs: 500 });
    const sent = { body: { ...body, allowed_mentions }, files, isInteraction: true };
    expect(rest.calls).toEqual([
      [`GET /webhooks/7/${token}/messages/@original`, { isInteraction: true }],
      [`PATCH /webhooks/7/${token}/messages/@original`, sent],
      [`DELETE /webhooks/7/${token}/messages/@original`, { isInteraction: true }],
      [`POST /webhooks/7/${token}`, sent],
      [`GET /webhooks/7/${token}/messages/2`, { isInteraction: true }],
      [`PATCH /webhooks/7/${token}/messages/2`, sent],
      [`DELETE /webhooks/7/${token}/messages/2`, { isInteraction: true, timeoutMs: 500 }],
    ]);
  });

  it.each(['..', 'a/b', 'a?b', 'a#b', ''])('refuse %j as a token before anything is sent (Y-03)', async (bad) => {
    const { rest, interactions } = given();
    await expect(interactions.createResponse('1', bad, { type: 6 })).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(interactions.createFollowup('1', bad, { content: 'Hi' })).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(interactions.followup('1', token, bad)).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(rest.calls).toEqual([]);
  });
});
