import { describe, expect, it } from '@jest/globals';
import { wireEmoji } from '../../src/builders/emoji.js';

describe('wireEmoji', () => {
  it.each([
    ['🎉', { name: '🎉' }],
    ['1️⃣', { name: '1️⃣' }],
    ['©', { name: '©' }],
    ['<:smile:1102>', { id: '1102', name: 'smile' }],
    ['<a:dance:1102>', { id: '1102', name: 'dance', animated: true }],
    [
      { id: '1102', name: 'smile' },
      { id: '1102', name: 'smile' },
    ],
  ])('takes %p', (emoji, wire) => {
    expect(wireEmoji(emoji)).toEqual(wire);
  });

  it.each([':smile:', 'smile', '', '<@1102>', { id: 'x', name: 'smile' }, 7 as unknown as string])('refuses %p', (emoji) => {
    expect(() => wireEmoji(emoji)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});
