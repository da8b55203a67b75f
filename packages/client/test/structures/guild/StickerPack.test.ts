import { describe, expect, it } from '@jest/globals';
import { STICKER_PACK } from './samples.js';
import { guildWorld, hiddenKeys } from './structure.js';

describe('a pack of stickers', () => {
  const pack = guildWorld().views.stickerPack(STICKER_PACK);

  it('shows all that its payload has', () => {
    expect(hiddenKeys(pack, STICKER_PACK)).toEqual([]);
  });

  it('has a banner, or none', () => {
    const bare = guildWorld().views.stickerPack({ ...STICKER_PACK, banner_asset_id: undefined } as never);
    expect([pack.bannerUrl()?.endsWith('/store/512.webp'), bare.bannerUrl()]).toEqual([true, null]);
  });
});
