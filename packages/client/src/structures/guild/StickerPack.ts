import type { APIStickerPack } from 'discord-api-types/v10';
import { cdn, type ImageOptions } from '../../text/cdn.js';
import { View } from '../View.js';
import type { Sticker } from './Sticker.js';

/**
 * Stickers of Discord's own.
 *
 * @see {@link https://docs.discord.com/developers/resources/sticker#sticker-pack-object | Sticker pack object}
 */
export class StickerPack extends View<APIStickerPack> {
  get id(): string {
    return this.data.id;
  }

  get name(): string {
    return this.data.name;
  }

  get description(): string {
    return this.data.description;
  }

  get skuId(): string {
    return this.data.sku_id;
  }

  get stickers(): readonly Sticker[] {
    return this.data.stickers.map((sticker) => this.views.sticker(sticker));
  }

  /** The sticker that stands for the pack. */
  get coverStickerId(): string | null {
    return this.data.cover_sticker_id ?? null;
  }

  get bannerAssetId(): string | null {
    return this.data.banner_asset_id ?? null;
  }

  /** The banner; `null` where there is none. */
  bannerUrl(options?: ImageOptions): string | null {
    return this.bannerAssetId === null ? null : cdn.stickerPackBanner(this.bannerAssetId, options);
  }
}
