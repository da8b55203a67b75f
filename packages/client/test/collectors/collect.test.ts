import { describe, expect, it } from '@jest/globals';
import { Client } from '../../src/index.js';
import { collect, waitFor } from '../../src/collectors/collect.js';
import { hubWorld, outcomeOf } from './hubWorld.js';

const reaction = { message_id: '10', channel_id: '20', guild_id: '30', user_id: '40' };

describe('collecting an event of a client', () => {
  it('collects what meets every condition and the filter', () => {
    const { hub, tell } = hubWorld();
    const filter = ({ data }: { readonly data: { readonly user_id: string } }) => data.user_id !== '41';
    const collector = collect(hub, 'messageReactionAdd', { messageId: '10', guildId: '30', filter });
    tell('messageReactionAdd', reaction);
    tell('messageReactionAdd', { ...reaction, user_id: '41' });
    tell('messageReactionAdd', { ...reaction, guild_id: undefined });
    tell('messageReactionAdd', { ...reaction, message_id: '11' });
    tell('messageReactionRemove', reaction);
    expect(collector.collected).toEqual([{ data: reaction }]);
  });

  it.each([
    ['messageDelete', { id: '10' }, 'messageDelete'],
    ['messageDeleteBulk', { ids: ['10'] }, 'messageDelete'],
    ['channelDelete', { id: '20' }, 'channelDelete'],
    ['threadDelete', { id: '20' }, 'threadDelete'],
    ['guildDelete', { id: '30' }, 'guildDelete'],
  ])('E-09 ends with %s of what it hangs on', (event, data, reason) => {
    const { hub, isEmpty, tell } = hubWorld();
    const collector = collect(hub, 'messageReactionAdd', { messageId: '10', channelId: '20', guildId: '30' });
    tell(event, data);
    expect([collector.reason, isEmpty()]).toEqual([reason, true]);
  });

  it('refuses a wrong name and a wrong option', () => {
    const { hub } = hubWorld();
    expect(() => collect(hub, 'messageReaction' as 'messageReactionAdd')).toThrow(expect.objectContaining({ code: 'UNKNOWN_EVENT' }));
    expect(() => collect(hub, 'messageCreate', { channel: '2' } as object)).toThrow(expect.objectContaining({ code: 'UNKNOWN_OPTION' }));
    expect(hub.size).toBe(0);
  });

  it('E-10 refuses an async filter, which is always true', async () => {
    const { hub, isEmpty, tell } = hubWorld();
    const collector = collect(hub, 'messageCreate', { filter: (async () => Promise.resolve(true)) as unknown as () => boolean });
    tell('messageCreate', {});
    expect(await outcomeOf(collector.ended)).toMatchObject({
      rejected: { code: 'INVALID_OPTION', message: expect.stringContaining('returned a promise') },
    });
    expect(isEmpty()).toBe(true);
  });
});

describe('waiting for an event of a client', () => {
  it('resolves with the first that is meant', async () => {
    const { hub, isEmpty, tell } = hubWorld();
    const first = waitFor(hub, 'guildMemberAdd', { guildId: '30', userId: '40' });
    tell('guildMemberAdd', { guild_id: '30', user: { id: '41' } });
    tell('guildMemberAdd', { guild_id: '30', user: { id: '40' } });
    expect(await first).toEqual({ data: { guild_id: '30', user: { id: '40' } } });
    expect(isEmpty()).toBe(true);
  });

  it('rejects for a wrong name', async () => {
    expect(await outcomeOf(waitFor(hubWorld().hub, 'ready!' as 'ready'))).toMatchObject({ rejected: { code: 'UNKNOWN_EVENT' } });
  });
});

describe('10,000 live collectors', () => {
  it('are not asked about an event that none of them waits for', () => {
    const { clock, hub, tell } = hubWorld();
    let asked = 0;
    const filter = () => (asked += 1) > 0;
    for (let at = 0; at < 10_000; at += 1) collect(hub, 'messageCreate', { channelId: String(at), timeoutMs: 1_000 + at, filter });
    tell('messageCreate', { id: '1', channel_id: '77777' });
    tell('typingStart', { channel_id: '1' });
    expect([asked, hub.size, clock.pendingTimers]).toEqual([0, 10_000, 1]);
    tell('messageCreate', { id: '1', channel_id: '7' });
    expect(asked).toBe(1);
    clock.advance(20_000);
    expect([hub.size, clock.pendingTimers]).toEqual([0, 0]);
  });
});

describe('E-08 a client that waits 100,000 times', () => {
  it('has as many listeners as before', () => {
    const client = new Client({ token: `${'x'.repeat(24)}.${'y'.repeat(6)}.${'z'.repeat(38)}` });
    client.on('messageCreate', () => undefined);
    for (let cycle = 0; cycle < 100_000; cycle += 1) client.collect('messageCreate', { channelId: '20' }).stop();
    expect([client.eventNames(), client.listenerCount('messageCreate')]).toEqual([['messageCreate'], 1]);
  });
});
