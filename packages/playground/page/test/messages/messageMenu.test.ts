import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from '@jest/globals';
import { messageItems, startThread } from '../../src/messages/messageMenu.js';
import { personFromView } from '../../src/state/personFromView.js';
import type { Seat } from '../../src/state/Seat.js';
import { alice, aliceSeat, channel, guild, message, view } from '../fixtures.js';

const labels = (given: APIMessage, seat: Seat = aliceSeat()): string[] =>
  messageItems(seat, given, {} as MouseEvent).flatMap((item) => (item.type === 'item' ? [item.label] : []));

const withoutRights = personFromView({ ...view, guilds: [guild({ channels: [channel('20', 'general', { permissions: '0' })] })] });

describe('the menu of a message', () => {
  it('offers everything to its author', () => {
    const offered = labels(message({ author: alice, id: '1' }));
    expect(offered).toEqual(
      expect.arrayContaining([
        'Add reaction',
        'Reply',
        'Edit message',
        'Start a thread',
        'Pin message',
        'Delete message',
        'Copy message id',
      ]),
    );
  });

  it('offers nobody to edit what somebody else wrote, or to moderate without the right', () => {
    const offered = labels(message({ id: '1' }), aliceSeat(withoutRights));
    expect(offered).toEqual(['Add reaction', 'Reply', 'Copy text', 'Copy message id']);
  });

  it('offers to unpin what is pinned', () => {
    expect(labels(message({ id: '1', pinned: true }))).toContain('Unpin message');
  });

  it('that only one person sees offers to send it away', () => {
    expect(labels(message({ flags: 64, id: '1' }))).toEqual(['Dismiss message']);
  });

  it('ends with the bot’s commands for messages', () => {
    const seat = aliceSeat();
    seat.commands.value = [
      { name: 'Count words', type: 3 },
      { name: 'tea', type: 1 },
    ] as never[];
    expect(labels(message({ id: '1' }), seat).at(-1)).toBe('Count words');
  });
});

describe('a thread on a message', () => {
  it.each([
    ['Tea?\nYes', 'Tea?'],
    ['', 'New thread'],
  ])('that says %j is called %s', (content, name) => {
    const seat = aliceSeat();
    const calls: unknown[] = [];
    seat.playground.connection.call = (_, args) => {
      calls.push(args);
      return Promise.resolve(undefined as never);
    };
    startThread(seat, message({ content, id: '1' }));
    expect(calls).toEqual([{ as: '100', channelId: '20', messageId: '1', name }]);
  });
});
