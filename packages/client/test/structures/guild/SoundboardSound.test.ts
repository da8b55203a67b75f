import { describe, expect, it } from '@jest/globals';
import { SOUND } from './samples.js';
import { expectCalls, guildWorld, hiddenKeys } from './structure.js';

describe('a sound', () => {
  it('shows all that its payload has', () => {
    const sound = guildWorld().views.soundboardSound(SOUND, '100');
    expect(hiddenKeys(sound, SOUND)).toEqual([]);
    expect([sound.id, sound.guild?.name, sound.url]).toEqual(['600', 'Home', 'https://cdn.discordapp.com/soundboard-sounds/600']);
  });

  it('of a guild is played, and changed there', async () => {
    await expectCalls(
      ({ views }) => views.soundboardSound(SOUND, '100'),
      [
        [(it) => it.playIn('201'), 'soundboard.sendSound', '201', { sound_id: '600', source_guild_id: '100' }],
        [(it) => it.edit({ emojiName: null }), 'soundboard.editSound', '100', '600', { emoji_name: null }],
        [(it) => it.delete(), 'soundboard.deleteSound', '100', '600'],
      ],
    );
  });

  it('that everybody has is played, and not changed', async () => {
    const { calls, views } = guildWorld();
    const sound = views.soundboardSound({ ...SOUND, user: undefined } as never, null);
    await sound.playIn({ id: '201' });
    await expect(sound.delete()).rejects.toMatchObject({ code: 'INVALID_OPTION' });
    expect([calls, sound.guild, sound.user]).toEqual([[['soundboard.sendSound', '201', { sound_id: '600' }]], undefined, null]);
  });
});
