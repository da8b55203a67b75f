import type { APIPartialEmoji } from 'discord-api-types/v10';
import { unknownEmoji } from './refusals.js';

/** One emoji as Unicode recommends it for interchange. Made from a string because the `v` flag is newer than our compile target. */
const ONE_EMOJI = new RegExp('^\\p{RGI_Emoji}$', 'v');
const VARIATION_SELECTOR = '\uFE0F';

/**
 * The emoji that a path or a person names. Guilds have no emojis of their own here yet, so every `name:id` is unknown, as it is on
 * Discord to a bot that does not share the emoji's guild.
 *
 * @throws {@link RefusedError} 10014
 */
export function parseEmoji(text: string): APIPartialEmoji {
  if (ONE_EMOJI.test(text) || ONE_EMOJI.test(text + VARIATION_SELECTOR)) return { id: null, name: text };
  throw unknownEmoji();
}
