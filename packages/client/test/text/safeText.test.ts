import { describe, expect, it } from '@jest/globals';
import { safeText, withoutTricks } from '../../src/text/safeText.js';
import { renderMarkdown } from './renderMarkdown.js';

describe('safeText', () => {
  it.each(['@everyone', '@here', '@\u200beveryone', '@\u2060here', '<@1102>', '<@&1102>'])(
    'Y-05 leaves nothing in %j that pings',
    (text) => {
      expect(safeText(text).replaceAll('\\', '')).not.toMatch(/@(everyone|here)|<@[!&]?\d/);
    },
  );

  it.each(['discord.gg/x', 'DISCORD.GG/x', 'https://discord.com/invite/x', 'discordapp.com/invite/x', 'discord.\u200bgg/x'])(
    'invites nobody by %j',
    (text) => {
      expect(safeText(text)).toContain('\u2024');
      expect(safeText(text)).not.toMatch(/discord(app)?\.(gg|com)/i);
    },
  );

  it('shows the rest as it was written', () => {
    expect(renderMarkdown(safeText('**a** discord.com 👩‍👩‍👧 x'))).toEqual({ text: '**a** discord.com 👩‍👩‍👧 x', markup: [] });
  });
});

describe('withoutTricks', () => {
  it('hides and turns nothing, and leaves markdown alone', () => {
    expect(withoutTricks('**exe.\u202egpj\u200b\ufeff**')).toBe('**exe.gpj**');
  });
});
