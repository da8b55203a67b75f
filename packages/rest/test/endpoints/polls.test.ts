import { describe, expect, it } from '@jest/globals';
import { pollEndpoints } from '../../src/endpoints/polls.js';
import { RecordingRequester } from './RecordingRequester.js';

describe('the poll endpoints', () => {
  it('lead to their routes', async () => {
    const rest = new RecordingRequester();
    await pollEndpoints(rest).answerVoters('1', '2', 3, { limit: 5 });
    await pollEndpoints(rest).end('1', '2');
    expect(rest.calls).toEqual([['GET /channels/1/polls/2/answers/3', { query: { limit: 5 } }], ['POST /channels/1/polls/2/expire']]);
  });

  it('page through the voters by `after`', async () => {
    const full = Array.from({ length: 100 }, (_, index) => ({ id: String(100 + index) }));
    const rest = new RecordingRequester({ users: full }, { users: [{ id: '200' }] });
    const ids: string[] = [];
    for await (const { id } of pollEndpoints(rest).answerVoters('1', '2', 3)) ids.push(id);
    expect([ids.length, ids.at(-1)]).toEqual([101, '200']);
    expect(rest.calls.map(([, options]) => options?.query)).toEqual([
      { after: '0', limit: 100 },
      { after: '199', limit: 100 },
    ]);
  });

  it.each([1.5, -1, Number.NaN])('refuse %p as an answer before anything is sent (Y-03)', async (answerId) => {
    const rest = new RecordingRequester();
    await expect(pollEndpoints(rest).answerVoters('1', '2', answerId)).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    await expect(pollEndpoints(rest).end('1', '..')).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(rest.calls).toEqual([]);
  });
});
