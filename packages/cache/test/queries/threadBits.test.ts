import { describe, expect, it } from '@jest/globals';
import type { PermissionName } from '../../src/queries/index.js';
import { threadBits } from '../../src/queries/threadBits.js';
import { digits, thread } from './scene.js';

const visitor = { userId: '2', isInThread: undefined };
const bits = (...names: readonly PermissionName[]): bigint => BigInt(digits(...names));

describe('the bits of a thread', () => {
  const open = thread('publicThread', undefined);

  it('let send whoever has SEND_MESSAGES_IN_THREADS, whatever SEND_MESSAGES says in the parent', () => {
    expect(threadBits(bits('VIEW_CHANNEL', 'SEND_MESSAGES_IN_THREADS'), open, visitor)).toBe(
      bits('VIEW_CHANNEL', 'SEND_MESSAGES_IN_THREADS', 'SEND_MESSAGES'),
    );
    expect(threadBits(bits('VIEW_CHANNEL', 'SEND_MESSAGES'), open, visitor)).toBe(bits('VIEW_CHANNEL'));
  });

  it('are none for who does not see the parent, not even in a private thread that was joined', () => {
    expect(threadBits(bits('SEND_MESSAGES_IN_THREADS'), open, visitor)).toBe(0n);
    expect(threadBits(bits('SEND_MESSAGES_IN_THREADS'), thread('privateThread', undefined), { userId: '2', isInThread: true })).toBe(0n);
  });
});

describe('the bits of a private thread', () => {
  const hidden = thread('privateThread', undefined);
  const seeing = bits('VIEW_CHANNEL', 'ADD_REACTIONS');

  it('are for those who joined and for moderators', () => {
    expect(threadBits(seeing, hidden, { userId: '2', isInThread: true })).toBe(seeing);
    expect(threadBits(seeing, hidden, { userId: '2', isInThread: false })).toBe(0n);
    expect(threadBits(seeing | bits('MANAGE_THREADS'), hidden, visitor)).toBe(seeing | bits('MANAGE_THREADS'));
  });

  it('are not guessed when it is not known who joined', () => {
    expect(() => threadBits(seeing, hidden, visitor)).toThrow(
      expect.objectContaining({ code: 'CACHE_LACKS_DATA', lacks: { kind: 'threadMember', threadId: '700', userId: '2' } }),
    );
  });

  it('need not be known where the parent is not seen anyway', () => {
    expect(threadBits(0n, hidden, visitor)).toBe(0n);
  });
});

describe('the bits of a locked thread', () => {
  const writing = bits('VIEW_CHANNEL', 'SEND_MESSAGES_IN_THREADS', 'ADD_REACTIONS');

  it('let nobody write but moderators', () => {
    const locked = thread('publicThread', undefined, { isLocked: true });
    expect(threadBits(writing, locked, visitor)).toBe(bits('VIEW_CHANNEL', 'ADD_REACTIONS'));
    expect(threadBits(writing | bits('MANAGE_THREADS'), locked, visitor)).toBe(writing | bits('MANAGE_THREADS', 'SEND_MESSAGES'));
  });

  it('let nobody react either once it is archived', () => {
    expect(threadBits(writing, thread('publicThread', undefined, { isLocked: true, isArchived: true }), visitor)).toBe(
      bits('VIEW_CHANNEL'),
    );
  });

  it('are as ever when it is only archived: who sends brings it back', () => {
    expect(threadBits(writing, thread('publicThread', undefined, { isArchived: true }), visitor)).toBe(writing | bits('SEND_MESSAGES'));
  });
});
