import { describe, expect, it } from '@jest/globals';
import { isOnlyEmoji } from '../../src/markdown/isOnlyEmoji.js';
import { parseMarkdown } from '../../src/markdown/parseMarkdown.js';

describe('a message of emoji', () => {
  it.each(['🎉🍵', '👩‍👩‍👧 👍🏽', '🇩🇪', '<:wave:900> <a:b_c:901>'])('%s is shown large', (text) => {
    expect(isOnlyEmoji(parseMarkdown(text))).toBe(true);
  });

  it.each(['a 🎉', '# 🎉', '', '12'])('%p is not', (text) => {
    expect(isOnlyEmoji(parseMarkdown(text))).toBe(false);
  });
});
