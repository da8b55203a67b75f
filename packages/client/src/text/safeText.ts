import { escapeMarkdown } from './escapeMarkdown.js';
import { escapeMentions } from './escapeMentions.js';

/** What turns the direction of the text around it, or takes no room. The joiner of emoji (U+200D) stays. */
const HIDDEN = /[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;
/** Of an address that invites, the dot becomes one that looks the same. */
const INVITE = /\b(discord(?:app)?)\.(gg|com\/invite|io|me|li)\b/gi;

/**
 * `text` without what others could do with it: it mentions nobody, invites nowhere, and hides or turns nothing. Marks of markdown stay: this is for
 * code, and for what is escaped besides.
 */
export function withoutTricks(text: string): string {
  return escapeMentions(text.replace(HIDDEN, '').replace(INVITE, '$1\u2024$2'));
}

/**
 * `text` of somebody else, harmless: it shows as it was written, styles nothing, mentions nobody (not even copied), invites nowhere, and hides nothing
 * behind invisible or turning characters. What the `…Safe` methods of {@link MessageBuilder} take.
 */
export function safeText(text: string): string {
  return escapeMarkdown(withoutTricks(text));
}
