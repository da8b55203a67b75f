import type { APIEmbed, APIEmbedAuthor, APIEmbedField, APIEmbedFooter, APIEmbedImage } from 'discord-api-types/v10';
import { charactersIn } from './charactersIn.js';
import { problemAt, type Check } from './Check.js';
import { documented, fieldsOf, list, number, own, text, unchecked } from './checks.js';

/** @see {@link https://docs.discord.com/developers/resources/message#embed-object-embed-limits | Embed limits} */
const MAX_TOTAL = 6_000;
const url = text(2_048);
const media = documented<APIEmbedImage>({
  ...unchecked('content_type', 'description', 'flags', 'height', 'placeholder', 'placeholder_version', 'proxy_url', 'width'),
  url,
});

export const embeds: Check = list(
  10,
  documented<APIEmbed>({
    ...unchecked('flags', 'provider', 'timestamp', 'type', 'video'),
    author: documented<APIEmbedAuthor>({ ...unchecked('proxy_icon_url'), icon_url: url, name: text(256), url }),
    color: number(0, 0xffffff),
    description: text(4_096),
    fields: list(25, documented<APIEmbedField>({ ...unchecked('inline'), name: text(256, 1), value: text(1_024, 1) })),
    footer: documented<APIEmbedFooter>({ ...unchecked('proxy_icon_url'), icon_url: url, text: text(2_048) }),
    image: media,
    thumbnail: media,
    title: text(256),
    url,
  }),
);

/** All embeds of a message share one limit. */
export const embedsTogether: Check = (value) => {
  const message = fieldsOf(value);
  const given = message === null ? undefined : own(message, 'embeds');
  // Code points are counted only where code units, of which there are never fewer, are too many.
  if (!Array.isArray(given) || sumOf(given, unitsIn) <= MAX_TOTAL) return null;
  const characters = sumOf(given, charactersIn);
  if (characters <= MAX_TOTAL) return null;
  const says = `have ${String(characters)} characters in all their texts together; at most ${String(MAX_TOTAL)} are allowed`;
  return problemAt(['embeds'], says, 'Shorten some, or send several messages.');
};

/** What counts: title, description, names and values of fields, footer and author. */
function sumOf(embeds: readonly unknown[], length: (text: string) => number): number {
  let sum = 0;
  const add = (text: unknown): void => {
    if (typeof text === 'string') sum += length(text);
  };
  for (const given of embeds) {
    const embed = fieldsOf(given) ?? {};
    add(embed['title']);
    add(embed['description']);
    add(fieldsOf(embed['footer'])?.['text']);
    add(fieldsOf(embed['author'])?.['name']);
    for (const field of Array.isArray(embed['fields']) ? (embed['fields'] as readonly unknown[]) : []) {
      const fields = fieldsOf(field);
      add(fields?.['name']);
      add(fields?.['value']);
    }
  }
  return sum;
}

function unitsIn(text: string): number {
  return text.length;
}
