import { describe, expect, it } from '@jest/globals';
import { parseEmoji } from '../../src/world/emoji.js';

describe('an emoji', () => {
  it.each(['👍', '❤️', '❤', '👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '#️⃣'])('%s of Unicode is known by itself', (text) => {
    expect(parseEmoji(text)).toEqual({ id: null, name: text });
  });

  it.each(['a', '1', '👍👎', ':+1:', 'blob:123456789012345678', '%F0%9F%91%8D'])('%s is unknown', (text) => {
    expect(() => parseEmoji(text)).toThrow(
      expect.objectContaining({ refusal: { status: 400, discordCode: 10014, discordMessage: 'Unknown Emoji' } }),
    );
  });
});
