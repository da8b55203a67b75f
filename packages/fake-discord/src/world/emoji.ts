import type { APIPartialEmoji } from 'discord-api-types/v10';
import { unknownEmoji } from './refusals.js';
import type { World } from './World.js';

/** One emoji as Unicode recommends it for interchange. Made from a string because the `v` flag is newer than our compile target. */
const ONE_EMOJI = new RegExp('^\\p{RGI_Emoji}$', 'v');
const VARIATION_SELECTOR = '\uFE0F';

const CUSTOM = /^(\w{2,32}):(\d{1,20})$/;

/** True for one emoji of Unicode's. */
export function isUnicodeEmoji(text: string): boolean {
  return ONE_EMOJI.test(text) || ONE_EMOJI.test(text + VARIATION_SELECTOR);
}

/**
 * The emoji that a path or a person names: one of Unicode's, or `name:id` of one that some guild of the bot has.
 *
 * @throws {@link RefusedError} 10014
 */
export function parseEmoji(world: World, text: string): APIPartialEmoji {
  if (isUnicodeEmoji(text)) return { id: null, name: text };
  const [, , id = ''] = CUSTOM.exec(text) ?? [];
  const found = [...world.guilds.values()].map(({ things }) => things.emojis.get(id)).find((each) => each !== undefined);
  if (found === undefined) throw unknownEmoji();
  return { id, name: String(found['name']), ...(found['animated'] === true && { animated: true }) };
}
