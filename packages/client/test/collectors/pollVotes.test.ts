import { describe, expect, it } from '@jest/globals';
import { collectPollVotes } from '../../src/collectors/pollVotes.js';
import { hubWorld } from './hubWorld.js';

const target = { messageId: '10', channelId: '20', guildId: '30' };
const vote = { message_id: '10', channel_id: '20', guild_id: '30', user_id: '40', answer_id: 1 };

describe('collecting the votes of a poll', () => {
  it('collects what is given, and what is taken back when that is asked for', () => {
    const { hub, tell } = hubWorld();
    const [given, changes] = [
      collectPollVotes(hub, target),
      collectPollVotes(hub, target, { removals: true, filter: ({ event }) => event.data.answer_id === 1 }),
    ];
    tell('messagePollVoteAdd', vote);
    tell('messagePollVoteRemove', vote);
    tell('messagePollVoteAdd', { ...vote, answer_id: 2 });
    expect(given.collected).toHaveLength(2);
    expect(changes.collected.map(({ type }) => type)).toEqual(['added', 'removed']);
  });
});
