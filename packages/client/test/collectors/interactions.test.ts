import { describe, expect, it } from '@jest/globals';
import { awaitComponent, awaitModal, collectComponents } from '../../src/collectors/interactions.js';
import { hubWorld } from './hubWorld.js';

const target = { messageId: '10', channelId: '20', guildId: '30' };
const press = {
  type: 3,
  channel_id: '20',
  guild_id: '30',
  member: { user: { id: '40' } },
  message: { id: '10' },
  data: { custom_id: 'yes' },
};
const form = { ...press, type: 5, message: undefined, data: { custom_id: 'form' } };

describe('waiting for the components of a message', () => {
  it('resolves with the first use of one that is meant, by the one who is meant', async () => {
    const { hub, tell } = hubWorld();
    const answer = awaitComponent(hub, target, { customIds: ['yes', 'no'], userId: '40' });
    tell('interactionCreate', { ...press, data: { custom_id: 'maybe' } });
    tell('interactionCreate', { ...press, member: { user: { id: '41' } } });
    tell('interactionCreate', { ...press, message: { id: '11' } });
    tell('interactionCreate', press);
    expect(await answer).toEqual({ data: press });
  });

  it('collects the uses of all of them, and no modal that was opened from the message', () => {
    const { hub, tell } = hubWorld();
    const collector = collectComponents(hub, target, { filter: ({ data }) => data.data.custom_id !== 'maybe' });
    tell('interactionCreate', press);
    tell('interactionCreate', { ...form, message: { id: '10' } });
    for (const custom_id of ['maybe', 'no']) tell('interactionCreate', { ...press, data: { custom_id } });
    expect(collector.collected).toHaveLength(2);
  });

  it('ends with the message', async () => {
    const { hub, isEmpty, tell } = hubWorld();
    const [answer, collector] = [awaitComponent(hub, target), collectComponents(hub, target)];
    tell('messageDelete', { id: '10', channel_id: '20' });
    expect([await answer, collector.reason, isEmpty()]).toEqual([undefined, 'messageDelete', true]);
  });
});

describe('waiting for a modal', () => {
  it('resolves with the one of that custom id, from the one whom it was shown to', async () => {
    const { hub, tell } = hubWorld();
    const answer = awaitModal(hub, { customId: 'form', userId: '40' });
    tell('interactionCreate', { ...form, member: { user: { id: '41' } } });
    tell('interactionCreate', { ...form, type: 3 });
    tell('interactionCreate', { ...form, data: { custom_id: 'other' } });
    tell('interactionCreate', form);
    expect(await answer).toEqual({ data: form });
  });

  it('resolves with nothing when it was closed instead', async () => {
    const { clock, hub } = hubWorld();
    const answer = awaitModal(hub, { customId: 'form' }, { timeoutMs: 60_000, filter: () => true });
    clock.advance(60_000);
    expect(await answer).toBeUndefined();
  });
});
