import type { APIPoll, APIPollAnswer } from 'discord-api-types/v10';

/** How an answer of a poll stands. */
export interface PollShare {
  readonly answer: APIPollAnswer;
  readonly count: number;
  readonly isMine: boolean;
  /** Of all votes, as a whole number. */
  readonly percent: number;
}

export function pollShares(poll: APIPoll): readonly PollShare[] {
  const counts = poll.results?.answer_counts ?? [];
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return poll.answers.map((answer) => {
    const counted = counts.find(({ id }) => id === answer.answer_id);
    const count = counted?.count ?? 0;
    return { answer, count, isMine: counted?.me_voted === true, percent: total === 0 ? 0 : Math.round((count / total) * 100) };
  });
}
