import { describe, expect, it } from '@jest/globals';
import type { Collector } from '../../../src/collectors/Collector.js';
import { home } from '../home.js';
import { ALICE, BOB, MESSAGE } from '../samples.js';

/** A home whose events reach the collectors, as a client brings them. */
function waitingHome() {
  const world = home();
  const hear = (event: string, view: { readonly data: unknown }): void => {
    world.collectors.hear(event, view.data, () => [view, {}, undefined]);
  };
  return { ...world, hear, at: world.views.messageHandle({ channelId: '2', id: '30' }) };
}

const says = (author: object, fields: object = {}) => ({
  ...MESSAGE,
  id: '40',
  guild_id: '1',
  author,
  message_reference: undefined,
  ...fields,
});
const replies = (author: object) => says(author, { message_reference: { message_id: '30', channel_id: '2' } });

describe('a message that is waited at', () => {
  it('gets the first reply, and no message beside it', async () => {
    const { at, hear, views } = waitingHome();
    const awaited = at.awaitReply({ filter: (message) => message.author.id === BOB.id });
    for (const data of [says(BOB), replies(ALICE), replies(BOB)]) hear('messageCreate', views.message(data as never));
    expect((await awaited)?.author.id).toBe(BOB.id);
  });

  it.each([
    [
      'awaitComponent',
      'interactionCreate',
      { id: '5', type: 3, data: { custom_id: 'go' }, message: { id: '30' }, channel_id: '2', guild_id: '1' },
    ],
    ['awaitReaction', 'messageReactionAdd', { message_id: '30', channel_id: '2', guild_id: '1', user_id: '9', emoji: { name: '👍' } }],
  ] as const)('%s resolves with the event of its own', async (wait, event, data) => {
    const { at, hear } = waitingHome();
    const awaited = (at[wait] as () => Promise<{ readonly data: object } | undefined>)();
    hear(event, { data: { ...data, message: { id: '31' }, message_id: '31' } });
    hear(event, { data });
    expect((await awaited)?.data).toBe(data);
  });

  it.each([
    [
      'collectComponents',
      'interactionCreate',
      { id: '5', type: 3, data: { custom_id: 'go' }, message: { id: '30' }, channel_id: '2', guild_id: '1' },
    ],
    ['collectReactions', 'messageReactionAdd', { message_id: '30', channel_id: '2', guild_id: '1', user_id: '9', emoji: { name: '👍' } }],
    ['collectPollVotes', 'messagePollVoteAdd', { message_id: '30', channel_id: '2', guild_id: '1', user_id: '9', answer_id: 1 }],
  ] as const)('%s collects until it is stopped', (collect, event, data) => {
    const { at, collectors, hear } = waitingHome();
    const collector = (at[collect] as () => Collector<unknown>)();
    hear(event, { data });
    expect(collector.collected).toHaveLength(1);
    collector.stop();
    expect(collectors.size).toBe(0);
  });
});

describe('a channel that is waited in', () => {
  it('gets what is said there', async () => {
    const { hear, views } = waitingHome();
    const awaited = views.channelHandle('2').awaitMessage({ userId: '10' });
    const collector = views.channelHandle('2').collectMessages({ max: 1 });
    for (const data of [says(BOB, { channel_id: '15' }), says(BOB)]) hear('messageCreate', views.message(data as never));
    expect([(await awaited)?.channelId, collector.collected.length, collector.reason]).toEqual(['2', 1, 'max']);
  });
});
