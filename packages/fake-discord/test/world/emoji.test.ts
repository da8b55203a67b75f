import { describe, expect, it } from '@jest/globals';
import { parseEmoji } from '../../src/world/emoji.js';
import { arrangeHome } from '../arrangeHome.js';
import { makeWorld } from '../makeWorld.js';

describe('an emoji', () => {
  it.each(['👍', '❤️', '❤', '👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '#️⃣'])('%s of Unicode is known by itself', (text) => {
    expect(parseEmoji(makeWorld(), text)).toEqual({ id: null, name: text });
  });

  it.each(['a', '1', '👍👎', ':+1:', 'blob:123456789012345678', '%F0%9F%91%8D'])('%s is unknown', (text) => {
    expect(() => parseEmoji(makeWorld(), text)).toThrow(
      expect.objectContaining({ refusal: { status: 400, discordCode: 10014, discordMessage: 'Unknown Emoji' } }),
    );
  });

  it('of a guild of the bot is known by name and id', () => {
    const { guild, world } = arrangeHome();
    guild.things.emojis.set('7', { id: '7', name: 'blob', animated: true });
    expect(parseEmoji(world, 'other:7')).toEqual({ id: '7', name: 'blob', animated: true });
  });
});
