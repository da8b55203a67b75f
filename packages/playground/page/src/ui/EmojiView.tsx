import type { VNode } from 'preact';
import { CustomEmoji } from '../markdown/CustomEmoji.js';
import type { AnyEmoji } from './emojiName.js';

/** An emoji: a character, or one of a guild's. */
export function EmojiView({ emoji }: { readonly emoji: AnyEmoji }): VNode {
  if (emoji.id == null) return <span class="emoji-char">{emoji.name}</span>;
  return <CustomEmoji id={emoji.id} name={emoji.name ?? 'emoji'} isAnimated={emoji.animated === true} />;
}
