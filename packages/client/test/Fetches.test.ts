import { describe, expect, it } from '@jest/globals';
import { Fetches } from '../src/Fetches.js';
import { expectCalls, guildWorld } from './structures/guild/structure.js';

describe('what belongs to no guild', () => {
  it('is asked for', async () => {
    await expectCalls(
      ({ views }) => new Fetches(views),
      [
        [(it) => it.invite('abc'), 'invites.get', 'abc', { with_counts: true }],
        [(it) => it.invite('https://discord.gg/abc'), 'invites.get', 'abc', { with_counts: true }],
        [(it) => it.template('abc'), 'templates.get', 'abc'],
        [(it) => it.sticker('500'), 'stickers.get', '500'],
        [(it) => it.stickerPacks(), 'stickers.packs'],
        [(it) => it.stickerPack('510'), 'stickers.pack', '510'],
        [(it) => it.soundboardSounds(), 'soundboard.defaultSounds'],
        [(it) => it.voiceRegions(), 'voice.regions'],
      ],
    );
  });

  it('comes as views', async () => {
    const fetch = new Fetches(guildWorld().views);
    const [[pack], [sound]] = [await fetch.stickerPacks(), await fetch.soundboardSounds()];
    expect([pack?.stickers[0]?.name, sound?.guildId]).toEqual(['wave', null]);
  });
});
