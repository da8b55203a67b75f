import { describe, expect, it } from '@jest/globals';
import { awaitMessage, collectMessages } from '../../src/collectors/messages.js';
import { hubWorld } from './hubWorld.js';

const target = { channelId: '20', guildId: undefined };
const message = { id: '10', channel_id: '20', author: { id: '40' } };

describe('waiting for messages in a channel', () => {
  it('resolves with the first of the one who is meant', async () => {
    const { hub, tell } = hubWorld();
    const answer = awaitMessage(hub, target, { userId: '41' });
    tell('messageCreate', message);
    tell('messageCreate', { ...message, author: { id: '41' } });
    expect(await answer).toEqual({ data: { ...message, author: { id: '41' } } });
  });

  it('collects those of everybody, in this channel only', () => {
    const { hub, tell } = hubWorld();
    const collector = collectMessages(hub, target, { max: 2 });
    for (const channel_id of ['20', '21', '20']) tell('messageCreate', { ...message, channel_id });
    expect([collector.collected.length, collector.reason]).toEqual([2, 'max']);
  });

  it('needs no options', async () => {
    const { hub, tell } = hubWorld();
    const [answer, collector] = [awaitMessage(hub, target), collectMessages(hub, target)];
    tell('messageCreate', message);
    expect([await answer, collector.collected]).toEqual([{ data: message }, [{ data: message }]]);
  });
});
