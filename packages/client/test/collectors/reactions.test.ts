import { describe, expect, it } from '@jest/globals';
import { awaitReaction, collectReactions } from '../../src/collectors/reactions.js';
import { hubWorld } from './hubWorld.js';

const target = { messageId: '10', channelId: '20', guildId: '30' };
const place = { message_id: '10', channel_id: '20', guild_id: '30' };

describe('waiting for reactions to a message', () => {
  it('resolves with the first that is meant', async () => {
    const { hub, tell } = hubWorld();
    const answer = awaitReaction(hub, target, { userId: '40', filter: ({ data }) => data.emoji.name === '👍' });
    for (const [user_id, name] of [
      ['41', '👍'],
      ['40', '👎'],
      ['40', '👍'],
    ]) {
      tell('messageReactionAdd', { ...place, user_id, emoji: { name } });
    }
    expect(await answer).toEqual({ data: { ...place, user_id: '40', emoji: { name: '👍' } } });
  });

  it('collects four kinds of changes, each with its mark', () => {
    const { hub, tell } = hubWorld();
    const collector = collectReactions(hub, target, { removals: true });
    for (const event of ['messageReactionAdd', 'messageReactionRemove', 'messageReactionRemoveEmoji', 'messageReactionRemoveAll'])
      tell(event, place);
    expect(collector.collected.map(({ type }) => type)).toEqual(['added', 'removed', 'emojiCleared', 'cleared']);
  });

  it('needs no options', async () => {
    const { hub, tell } = hubWorld();
    const [answer, collector] = [awaitReaction(hub, target), collectReactions(hub, target)];
    tell('messageReactionAdd', place);
    tell('messageReactionRemove', place);
    expect([await answer, collector.collected]).toEqual([{ data: place }, [{ data: place }]]);
  });
});
