import { describe, expect, it } from '@jest/globals';
import { isGrouped, isReply, isWritten, startsDay } from '../../src/messages/kinds.js';
import { alice, message } from '../fixtures.js';

const first = message({ id: '1' });
const soon = '2026-11-21T12:06:00.000Z';

describe('a message under another one', () => {
  it('is grouped when the same hand wrote it soon after', () => {
    expect(isGrouped(message({ id: '2', timestamp: soon }), first)).toBe(true);
  });

  it.each([
    ['somebody else wrote it', { author: alice }],
    ['it came late', { timestamp: '2026-11-21T12:07:01.000Z' }],
    ['it is a reply', { message_reference: { message_id: '1' }, type: 19 }],
    ['it answers a command', { interaction_metadata: {} }],
    ['only one person sees it', { flags: 64 }],
    ['nobody wrote it', { type: 7 }],
  ])('stands for itself when %s', (_, parts) => {
    expect(isGrouped(message({ id: '2', timestamp: soon, ...(parts as object) }), first)).toBe(false);
  });

  it('begins a day when the one before is of another', () => {
    expect([startsDay(first, undefined), startsDay(message({ id: '2', timestamp: soon }), first)]).toEqual([true, false]);
    expect(startsDay(message({ id: '2', timestamp: '2026-11-23T12:00:00.000Z' }), first)).toBe(true);
  });
});

describe('the kind of a message', () => {
  it('tells what was written from what is told', () => {
    expect([0, 19, 20, 23, 6, 7].map((type) => isWritten(message({ id: '1', type: type })))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('is a reply only with a message that it answers', () => {
    expect([
      isReply(message({ id: '1', type: 19 })),
      isReply(message({ id: '1', message_reference: { message_id: '1' } as never, type: 19 })),
    ]).toEqual([false, true]);
  });
});
