import type { APIPoll } from 'discord-api-types/v10';
import { describe, expect, it } from '@jest/globals';
import { pollShares } from '../../src/messages/pollShares.js';

const answers = [1, 2, 3].map((answer_id) => ({ answer_id, poll_media: { text: `answer ${answer_id}` } }));
const poll = (results?: APIPoll['results']): APIPoll =>
  ({ allow_multiselect: false, answers, question: { text: '?' }, results }) as unknown as APIPoll;

describe('the shares of a poll', () => {
  it('are none before anybody votes', () => {
    expect(pollShares(poll()).map(({ count, percent }) => [count, percent])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('are parts of all votes', () => {
    const results = {
      answer_counts: [
        { count: 1, id: 3, me_voted: true },
        { count: 2, id: 1, me_voted: false },
      ],
      is_finalized: false,
    };
    expect(pollShares(poll(results)).map(({ count, isMine, percent }) => [count, isMine, percent])).toEqual([
      [2, false, 67],
      [0, false, 0],
      [1, true, 33],
    ]);
  });
});
