import { OptionsError, shown } from '@aplomb/base';
import type { APIMessageComponentEmoji } from 'discord-api-types/v10';
import type { CustomEmoji } from '../text/mention.js';
import { parseMention } from '../text/parseMention.js';
import { checkedId } from '../text/snowflake.js';
import { checkNames, wire, type Names } from './wire.js';

/** An emoji of a component. It always has a name. */
type WireEmoji = APIMessageComponentEmoji & { name: string };

/** An emoji: the character itself (`'🎉'`), a custom one as it is mentioned (`'<:name:id>'`), or its id with its name. */
export type EmojiResolvable = CustomEmoji | string;

const NAMES: Names<CustomEmoji> = { id: 'required value', isAnimated: 'value', name: 'required value' };
const NO_EMOJI = /^[\x20-\x7e]*$/;

/**
 * An emoji as Discord reads it.
 *
 * @throws {@link OptionsError} `INVALID_OPTION` for `:name:` and other text: Discord knows characters and ids only
 */
export function wireEmoji(emoji: EmojiResolvable): Readonly<WireEmoji> {
  if (typeof emoji !== 'string') {
    checkNames('emoji', emoji, NAMES);
    return custom(emoji);
  }
  const mentioned = parseMention(emoji);
  if (mentioned?.kind === 'emoji') return custom(mentioned);
  if (!NO_EMOJI.test(emoji)) return wire<WireEmoji>({ name: emoji });
  throw new OptionsError('INVALID_OPTION', {
    what: `${shown(emoji)} is no emoji.`,
    cure: 'Give the character itself, such as "🎉", or "<:name:id>" for a custom one.',
  });
}

function custom({ id, isAnimated, name }: CustomEmoji): Readonly<WireEmoji> {
  return wire<WireEmoji>({ id: checkedId(id, 'an emoji'), name, animated: isAnimated === true ? true : undefined });
}
