import { describe, expect, it } from '@jest/globals';
import { emojiText, type EmojiRef } from '../../../src/structures/message/emojiText.js';

describe('an emoji in a path', () => {
  it.each<[EmojiRef, string]>([
    ['👍', '👍'],
    ['<:mm:80>', 'mm:80'],
    ['<a:mm:80>', 'mm:80'],
    ['mm:80', 'mm:80'],
    [{ id: '80', name: 'mm' }, 'mm:80'],
    [{ id: '80', name: null }, '_:80'],
    [{ id: null, name: '👍' }, '👍'],
  ])('of %j is %s', (emoji, text) => {
    expect(emojiText(emoji)).toBe(text);
  });

  it.each([':thumbsup:', '', { id: null, name: null }])('cannot be %j', (emoji) => {
    expect(() => emojiText(emoji)).toThrow(expect.objectContaining({ code: 'INVALID_OPTION' }));
  });
});
