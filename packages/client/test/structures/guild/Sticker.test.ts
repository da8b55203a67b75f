import { describe, expect, it } from '@jest/globals';
import { STICKER } from './samples.js';
import { expectCalls, guildWorld, hiddenKeys } from './structure.js';

const OWN = { ...STICKER, guild_id: undefined, user: undefined } as never;

describe('a sticker', () => {
  it('shows all that its payload has', () => {
    const sticker = guildWorld().views.sticker(STICKER);
    expect(hiddenKeys(sticker, STICKER)).toEqual([]);
    expect([sticker.guild?.name, sticker.createdAt.getUTCFullYear()]).toEqual(['Home', 2015]);
    expect(sticker.url).toBe('https://media.discordapp.net/stickers/500.gif');
  });

  it('of a guild is changed there', async () => {
    await expectCalls(
      ({ views }) => views.sticker(STICKER),
      [
        [(it) => it.fetch(), 'stickers.get', '500'],
        [(it) => it.edit({ name: 'bye' }), 'stickers.edit', '100', '500', { name: 'bye' }],
        [(it) => it.delete({ reason: 'why' }), 'stickers.delete', '100', '500', { reason: 'why' }],
      ],
    );
  });

  it('of Discord’s own is not changed, and nothing is sent', async () => {
    const { calls, views } = guildWorld();
    const sticker = views.sticker(OWN);
    expect([sticker.guildId, sticker.guild, sticker.user]).toEqual([null, undefined, null]);
    await expect(sticker.delete()).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect(calls).toEqual([]);
  });
});
