import type { APIPollAnswerCount, APIPollResults } from 'discord-api-types/v10';
import { integerOf, isPayload } from '../records/payload.js';
import { inChannel } from './channels.js';
import { changed, IGNORED, type Reducer, type Reducers } from './Reducer.js';

export const pollReducers: Reducers = {
  MESSAGE_POLL_VOTE_ADD: vote(1),
  MESSAGE_POLL_VOTE_REMOVE: vote(-1),
};

/** Counts on a message that is kept. Its final results come with a MESSAGE_UPDATE, and are exact then. */
function vote(by: 1 | -1): Reducer {
  return inChannel((world, { channelId, shelf }, payload) => {
    const message = shelf.channelTable('messages', channelId)?.get(payload['message_id'] as string);
    const answerId = integerOf(payload['answer_id']);
    if (!isPayload(message?.own?.['poll']) || answerId === undefined || !world.policy.reactions) return IGNORED;
    const { poll_results: results } = message.pulse;
    if (results?.is_finalized === true) return IGNORED;
    message.pulse.poll_results = counted(results, answerId, by, payload['user_id'] === world.selfId);
    return changed(undefined, message);
  });
}

function counted(results: APIPollResults | undefined, answerId: number, by: 1 | -1, isOwn: boolean): APIPollResults {
  const known: readonly unknown[] = Array.isArray(results?.answer_counts) ? results.answer_counts : [];
  const counts = known.filter(isPayload) as unknown as readonly APIPollAnswerCount[];
  const before = counts.find(({ id }) => id === answerId) ?? { id: answerId, count: 0, me_voted: false };
  // What the bot itself did is known, so doing it twice changes nothing.
  const isRepeated = isOwn && before.me_voted === (by === 1);
  const count = Math.max(0, (integerOf(before.count) ?? 0) + (isRepeated ? 0 : by));
  const after = { ...before, count, me_voted: isOwn ? by === 1 : before.me_voted };
  return { is_finalized: false, ...results, answer_counts: [...counts.filter(({ id }) => id !== answerId), after] };
}
