import { OptionsError, shown } from '@aplomb/base';
import type { APIEmbed, APIEmbedAuthor, APIEmbedField, APIEmbedFooter, APIEmbedImage } from 'discord-api-types/v10';
import { colorOf, type Color } from '../text/colors.js';
import { mediaUrl } from './media.js';
import { checkedPart, checkNames, wire, wireList, type Names } from './wire.js';

/** Who an embed says it is by. */
export interface EmbedAuthorOptions {
  readonly name: string;
  /** A small picture before the name. */
  readonly iconUrl?: string;
  /** Where a click on the name leads. */
  readonly url?: string;
}

/** A name and a value, of which an embed shows up to 25. */
export interface EmbedFieldOptions {
  /** At most 256 characters. */
  readonly name: string;
  /** At most 1,024 characters. */
  readonly value: string;
  /**
   * Whether it may stand beside others on one line.
   *
   * @defaultValue `false`
   */
  readonly inline?: boolean;
}

/** The last line of an embed. */
export interface EmbedFooterOptions {
  /** At most 2,048 characters. */
  readonly text: string;
  /** A small picture before the text. */
  readonly iconUrl?: string;
}

/** What an embed is made of. All its texts together, and those of the message's other embeds, may have 6,000 characters. */
export interface EmbedOptions {
  /** The line above the title. */
  readonly author?: EmbedAuthorOptions | string;
  /** The colour of the bar at the left: `'Blurple'`, `'#5865f2'`, `0x5865f2`, `[88, 101, 242]`. */
  readonly color?: Color;
  /** The text, with markdown: at most 4,096 characters. */
  readonly description?: string;
  readonly fields?: readonly EmbedFieldOptions[];
  readonly footer?: EmbedFooterOptions | string;
  /** The URL of a large picture below the text; `attachment://name.png` for a file of the message. */
  readonly image?: string;
  /** The URL of a small picture at the right. */
  readonly thumbnail?: string;
  /** A time beside the footer, which each reader sees in their own time zone: a Date, or wall-clock milliseconds since 1970. */
  readonly timestamp?: Date | number;
  /** At most 256 characters. */
  readonly title?: string;
  /** Where a click on the title leads. */
  readonly url?: string;
}

const NAMES: Names<EmbedOptions> = {
  author: 'value',
  color: 'value',
  description: 'value',
  fields: 'list',
  footer: 'value',
  image: 'value',
  thumbnail: 'value',
  timestamp: 'value',
  title: 'value',
  url: 'value',
};
const AUTHOR: Names<EmbedAuthorOptions> = { iconUrl: 'value', name: 'required value', url: 'value' };
const FIELD: Names<EmbedFieldOptions> = { inline: 'value', name: 'required value', value: 'required value' };
const FOOTER: Names<EmbedFooterOptions> = { iconUrl: 'value', text: 'required value' };

/**
 * An embed: a box with a title, text, fields and pictures.
 *
 * @throws {@link OptionsError} `INVALID_BODY` with the field, its value and the limit; `UNKNOWN_OPTION` for a misspelt name
 * @example
 * ```ts
 * import { Client, embed } from 'aplomb';
 *
 * const client = new Client({ token: process.env.DISCORD_TOKEN ?? '', intents: ['Guilds', 'GuildMessages', 'MessageContent'] });
 * const help = embed({ title: 'Help', color: 'Blurple', fields: [{ name: '!roll', value: 'Rolls dice', inline: true }], footer: 'Have fun' });
 * client.on('messageCreate', async (message) => {
 *   if (message.content === '!help') await message.reply({ embeds: [help] });
 * });
 * ```
 * @see {@link https://docs.discord.com/developers/resources/message#embed-object | Embed object}
 */
export function embed(options: EmbedOptions): Readonly<APIEmbed> {
  checkNames('embed', options, NAMES);
  const { author, color, description, fields, footer, image, thumbnail, timestamp, title, url } = options;
  const built = wire<APIEmbed>({
    title,
    description,
    url,
    timestamp: timestamp === undefined ? undefined : isoTime(timestamp),
    color: color === undefined ? undefined : colorOf(color),
    footer: footer === undefined ? undefined : wireFooter(footer),
    image: image === undefined ? undefined : wire<APIEmbedImage>({ url: mediaUrl('embed', 'image', image) }),
    thumbnail: thumbnail === undefined ? undefined : wire<APIEmbedImage>({ url: mediaUrl('embed', 'thumbnail', thumbnail) }),
    author: author === undefined ? undefined : wireAuthor(author),
    fields: fields === undefined ? undefined : wireList(fields.map(wireField)),
  });
  return checkedPart('embed', 'embed', built);
}

function isoTime(when: unknown): string {
  const date = new Date(when instanceof Date || typeof when === 'number' ? when : NaN);
  if (!Number.isNaN(date.getTime())) return date.toISOString();
  throw new OptionsError('INVALID_OPTION', {
    what: `\`timestamp\` in \`embed(…)\` is ${when instanceof Date ? 'an invalid date' : shown(when)}.`,
    cure: 'Give a Date, or milliseconds since 1970.',
  });
}

function wireAuthor(author: EmbedAuthorOptions | string): Readonly<APIEmbedAuthor> {
  if (typeof author === 'string') return wire<APIEmbedAuthor>({ name: author });
  checkNames('author of embed', author, AUTHOR);
  return wire<APIEmbedAuthor>({ name: author.name, url: author.url, icon_url: author.iconUrl });
}

function wireFooter(footer: EmbedFooterOptions | string): Readonly<APIEmbedFooter> {
  if (typeof footer === 'string') return wire<APIEmbedFooter>({ text: footer });
  checkNames('footer of embed', footer, FOOTER);
  return wire<APIEmbedFooter>({ text: footer.text, icon_url: footer.iconUrl });
}

function wireField(field: EmbedFieldOptions): Readonly<APIEmbedField> {
  checkNames('fields of embed', field, FIELD);
  return wire<APIEmbedField>({ name: field.name, value: field.value, inline: field.inline });
}
