import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { CallName } from '../../src/state/protocol.js';
import type { Seat } from '../../src/state/Seat.js';
import { aliceSeat, channel, guild, message, view } from '../fixtures.js';

/** A column whose calls are written down and answered with what is given. */
function answered(answers: Partial<Record<CallName, unknown>> = {}): { readonly calls: unknown[]; readonly seat: Seat } {
  const calls: unknown[] = [];
  const seat = aliceSeat();
  seat.playground.connection.call = (name, args) => {
    calls.push([name, args]);
    return Promise.resolve(answers[name] as never);
  };
  return { calls, seat };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const idsIn = (seat: Seat): string[] => seat.room.value.messages.map(({ id }) => id);

afterEach(() => {
  jest.useRealTimers();
});

describe('a column that looks into a channel', () => {
  it('fetches its newest messages and its commands, as its person', async () => {
    const { calls, seat } = answered({
      commands: { commands: [{ name: 'tea' }] },
      history: { hasMore: true, messages: [message({ id: '1' })] },
    });
    seat.open('20');
    await settled();
    expect(calls).toEqual([
      ['history', { as: '100', channelId: '20', limit: 50 }],
      ['commands', { as: '100', channelId: '20' }],
    ]);
    expect([idsIn(seat), seat.room.value.hasMore, seat.commands.value]).toEqual([['1'], true, [{ name: 'tea' }]]);
  });

  it('fetches what is older than its oldest message', async () => {
    const { calls, seat } = answered({ commands: { commands: [] }, history: { hasMore: true, messages: [message({ id: '5' })] } });
    seat.open('20');
    await settled();
    await seat.fetchHistory();
    expect(calls.at(-1)).toEqual(['history', { as: '100', before: '5', channelId: '20', limit: 50 }]);
  });

  it('has read it', () => {
    const { seat } = answered();
    seat.takeEvents([
      { d: message({ channel_id: '21', id: '1' }), t: 'MESSAGE_CREATE' },
      { d: message({ id: '2' }), t: 'MESSAGE_CREATE' },
    ] as never[]);
    expect([...(seat.person.value?.unread ?? [])]).toEqual(['21']);
    seat.open('21');
    expect([...(seat.person.value?.unread ?? [])]).toEqual([]);
  });

  it('looks elsewhere when the channel goes out of sight', () => {
    const { seat } = answered();
    seat.takeEvents([{ d: { id: '20' }, t: 'CHANNEL_DELETE' }] as never[]);
    expect(seat.place.value).toEqual({ channelId: '21', guildId: '10' });
  });
});

describe('a column that gets everything anew', () => {
  it('stays in its channel, and fetches its messages again', async () => {
    const { calls, seat } = answered({ commands: { commands: [] }, history: { hasMore: false, messages: [] } });
    seat.takeView(view);
    await settled();
    expect(seat.place.value.channelId).toBe('20');
    expect(calls).toContainEqual(['history', { as: '100', channelId: '20', limit: 50 }]);
  });

  it('looks into the first channel when its own is gone', () => {
    const { seat } = answered();
    seat.takeView({ ...view, guilds: [guild({ channels: [channel('30', 'new')] })] });
    expect(seat.place.value.channelId).toBe('30');
  });
});

describe('a use of the bot', () => {
  const opened = { channelId: '20', id: '7', kind: 2, messageId: null, name: 'tea', replyId: null, state: 'opened', userId: '100' };

  it('is taken when the interaction begins, long before the bot has answered', async () => {
    const { seat } = answered();
    seat.playground.connection.call = () => new Promise(() => undefined);
    const taken = seat.use('useCommand', { channelId: '20', name: 'tea' });
    seat.takeEvents([{ d: opened, t: 'INTERACTION_STATE' }] as never[]);
    expect(await taken).toBe(true);
  });

  it('is taken when it is answered at once', async () => {
    const { seat } = answered({ useCommand: { answerType: 4, interactionId: '7' } });
    expect(await seat.use('useCommand', { channelId: '20', name: 'tea' })).toBe(true);
  });

  it('is not taken when it is refused, and the reader is told', async () => {
    jest.useFakeTimers();
    const { seat } = answered();
    seat.playground.connection.call = () => Promise.reject(new RangeError('No.'));
    expect(await seat.use('useCommand', { channelId: '20', name: 'tea' })).toBe(false);
    expect(seat.playground.notices.list.value).toMatchObject([{ kind: 'failed', text: 'No.' }]);
  });
});

describe('what a person sends away', () => {
  it('is a message that only they see', () => {
    const { seat } = answered();
    seat.dismiss('1');
    expect([...seat.dismissed.value]).toEqual(['1']);
  });

  it('is a modal, and what failed', () => {
    const { seat } = answered();
    const news = { channelId: '20', id: '7', kind: 2, messageId: null, name: 'tea', replyId: null, userId: '100' };
    const modal = { components: [], custom_id: 'm', title: 'T' };
    seat.takeEvents([
      { d: { ...news, modal, state: 'modal' }, t: 'INTERACTION_STATE' },
      { d: { ...news, id: '8', state: 'failed' }, t: 'INTERACTION_STATE' },
    ] as never[]);
    seat.closeModal();
    seat.forget('8');
    expect([seat.person.value?.modal, seat.person.value?.interactions.size]).toEqual([null, 0]);
  });
});
