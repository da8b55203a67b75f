import type { APIStickerItem, StickerFormatType } from 'discord-api-types/v10';
import { cdn } from '../../text/cdn.js';
import { View } from '../View.js';

/** What the formats of stickers end in; the others are PNG. */
const FORMATS: Readonly<Record<number, 'gif' | 'json' | 'png' | undefined>> = { 3: 'json', 4: 'gif' };

/**
 * A sticker in a message.
 *
 * @see {@link https://docs.discord.com/developers/resources/sticker#sticker-item-object | Sticker item object}
 */
export class StickerItem extends View<APIStickerItem> {
  get id(): string {
    return this.data.id;
  }

  get name(): string {
    return this.data.name;
  }

  /** 1 is PNG, 2 APNG, 3 Lottie, 4 GIF. */
  get formatType(): StickerFormatType {
    return this.data.format_type;
  }

  /** Its picture. */
  get url(): string {
    return cdn.sticker(this.id, FORMATS[this.formatType] ?? 'png');
  }
}
