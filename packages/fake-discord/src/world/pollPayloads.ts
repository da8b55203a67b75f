import type { APIPoll } from 'discord-api-types/v10';
import type { PollDraft } from './forms/pollForm.js';
import type { MessageRecord } from './MessageLog.js';
import { isoTime } from './time.js';

const HOUR_MS = 3_600_000;

/** A poll as it begins. Its results are added when it is read. */
export function newPoll(draft: PollDraft, wallMs: number): APIPoll {
  return {
    question: { text: draft.question },
    answers: draft.answers.map((media, index) => ({ answer_id: index + 1, poll_media: media })),
    expiry: isoTime(wallMs + draft.durationHours * HOUR_MS),
    allow_multiselect: draft.allowsMany,
    layout_type: 1,
  };
}

/** The poll of a message with the votes so far, as `viewerId` sees it. */
export function pollPayload(record: MessageRecord, viewerId: string, wallMs: number): APIPoll | undefined {
  const { poll } = record.payload;
  if (poll === undefined) return undefined;
  const counts = poll.answers.map(({ answer_id: id }) => {
    const votes = votesFor(record, id);
    return { id, count: votes.size, me_voted: votes.has(viewerId) };
  });
  return { ...poll, results: { is_finalized: isPollOver(poll, wallMs), answer_counts: counts.filter(({ count }) => count > 0) } };
}

/** Whether nobody can vote any more. */
export function isPollOver(poll: APIPoll | undefined, wallMs: number): boolean {
  return poll?.expiry !== null && Date.parse(poll?.expiry ?? '') <= wallMs;
}

/** Who has chosen an answer. */
export function votesFor({ votes }: MessageRecord, answerId: number): ReadonlySet<string> {
  return votes?.get(answerId) ?? new Set();
}
