import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from '@jest/globals';
import { emptyRoom } from '../../src/state/PersonState.js';
import { addMessage, countReaction, countVote, mergeHistory, removeEmoji } from '../../src/state/reduceMessages.js';
import { message } from '../fixtures.js';

const messages = (...ids: string[]): APIMessage[] => ids.map((id) => message({ id }));
const idsOf = (list: readonly APIMessage[]): string[] => list.map(({ id }) => id);

describe('a message more', () => {
  it.each([
    ['comes last', '9', ['5', '7', '9']],
    ['is put where it belongs when it is late', '6', ['5', '6', '7']],
    ['replaces itself', '7', ['5', '7']],
  ])('%s', (_, id, expected) => {
    const list = messages('5', '7');
    addMessage(list, message({ id }));
    expect(idsOf(list)).toEqual(expected);
  });
});

describe('messages that were fetched', () => {
  it('are merged with what came meanwhile', () => {
    const room = mergeHistory({ ...emptyRoom, messages: messages('8', '9') }, messages('6', '7', '8'), true, true);
    expect(idsOf(room.messages)).toEqual(['6', '7', '8', '9']);
    expect(room).toMatchObject({ hasMore: true, isLoaded: true });
  });

  it('drop what is gone from among them after a lost connection', () => {
    const room = mergeHistory({ ...emptyRoom, messages: messages('1', '6', '7', '9') }, messages('6', '8'), false, true);
    expect(idsOf(room.messages)).toEqual(['6', '8', '9']);
  });

  it('that are older come before', () => {
    const room = mergeHistory({ hasMore: true, isLoaded: true, messages: messages('8') }, messages('6', '7'), false, false);
    expect(idsOf(room.messages)).toEqual(['6', '7', '8']);
    expect(room.hasMore).toBe(false);
  });
});

describe('reactions', () => {
  const tea = { emoji: { id: null, name: '🍵' }, user_id: '100' };
  const countOf = (given: APIMessage): unknown => given.reactions?.map(({ count, emoji, me }) => [emoji.name, count, me]);

  it('are counted, and remember whether they are one’s own', () => {
    const once = countReaction(message({ id: '1' }), { ...tea, user_id: '101' }, 1, '100');
    const twice = countReaction(once, tea, 1, '100');
    expect([countOf(once), countOf(twice)]).toEqual([[['🍵', 1, false]], [['🍵', 2, true]]]);
    expect(countOf(countReaction(twice, tea, -1, '100'))).toEqual([['🍵', 1, false]]);
  });

  it('go with the last one', () => {
    const once = countReaction(message({ id: '1' }), tea, 1, '100');
    expect(countOf(countReaction(once, tea, -1, '100'))).toEqual([]);
    expect(countOf(removeEmoji(once, tea.emoji))).toEqual([]);
  });

  it('tell custom emoji by their ids', () => {
    const once = countReaction(message({ id: '1' }), { emoji: { id: '900', name: 'wave' }, user_id: '1' }, 1, '100');
    const other = countReaction(once, { emoji: { id: '901', name: 'wave' }, user_id: '1' }, 1, '100');
    expect(other.reactions).toHaveLength(2);
  });

  it('that nobody knows of cannot be taken away', () => {
    const given = message({ id: '1' });
    expect(countReaction(given, tea, -1, '100')).toBe(given);
  });
});

describe('votes', () => {
  const poll = { allow_multiselect: false, answers: [], expiry: null, layout_type: 1, question: { text: '?' } } as unknown as NonNullable<
    APIMessage['poll']
  >;

  it('are counted in both directions, and remember one’s own', () => {
    const voted = countVote(message({ id: '1', poll }), { answer_id: 2, user_id: '100' }, 1, '100');
    expect(voted.poll?.results?.answer_counts).toEqual([{ count: 1, id: 2, me_voted: true }]);
    const back = countVote(voted, { answer_id: 2, user_id: '100' }, -1, '100');
    expect(back.poll?.results?.answer_counts).toEqual([{ count: 0, id: 2, me_voted: false }]);
  });

  it('in a message without a poll change nothing', () => {
    const given = message({ id: '1' });
    expect(countVote(given, { answer_id: 1, user_id: '100' }, 1, '100')).toBe(given);
  });
});
