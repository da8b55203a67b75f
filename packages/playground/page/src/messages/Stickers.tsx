import type { APIStickerItem } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { Icon } from '../icons/Icon.js';

/** Stickers by their names: their pictures are Discord's. */
export function Stickers({ stickers }: { readonly stickers: readonly APIStickerItem[] }): VNode | null {
  if (stickers.length === 0) return null;
  return (
    <div class="stickers">
      {stickers.map(({ id, name }) => (
        <span key={id} class="sticker">
          <Icon name="smile" size={20} />
          Sticker: {name}
        </span>
      ))}
    </div>
  );
}
