import { wireEmoji, type EmojiResolvable } from '../../builders/emoji.js';

/** An emoji that was named: the character itself (`'🎉'`), a custom one as it is mentioned (`'<:name:id>'`), its id with its name, or a view of it. */
export type EmojiRef = EmojiResolvable | { readonly id: string | null; readonly name: string | null };

/**
 * An emoji as REST writes it in a path: the character, or `name:id`. A deleted emoji has no name, and Discord looks at the id alone.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for what is no emoji
 */
export function emojiText(emoji: EmojiRef): string {
  if (typeof emoji === 'string' && /^\w{1,32}:\d{1,20}$/.test(emoji)) return emoji;
  const { id, name } = typeof emoji === 'string' ? wireEmoji(emoji) : emoji;
  if (id === null || id === undefined) return wireEmoji(name ?? '').name;
  return `${name ?? '_'}:${id}`;
}
