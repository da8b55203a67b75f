import { characterCount } from './characterCount.js';
import type { Form } from './Form.js';
import { readUrl, SHOWN_SCHEMES } from './urlForm.js';

const TOTAL_MAX = 6000;
/** An embed that has none of these shows nothing. */
const SHOWN = ['author', 'description', 'fields', 'footer', 'image', 'provider', 'thumbnail', 'timestamp', 'title', 'video'];

/**
 * Complains about embeds that show nothing, that link nowhere, or that are too large, each part and all together.
 *
 * @see {@link https://docs.discord.com/developers/resources/message#embed-object-embed-limits | Embed limits}
 */
export function checkEmbeds(form: Form, embeds: readonly Form[]): void {
  let total = 0;
  for (const embed of embeds) total += measure(embed);
  if (total > TOTAL_MAX) form.refuse('embeds', 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${String(TOTAL_MAX)}`);
}

function measure(embed: Form): number {
  const own = length(embed.string('title', { max: 256 })) + length(embed.string('description', { max: 4096 }));
  if (SHOWN.every((name) => isMissing(embed, name))) embed.requireText('description');
  readUrl(embed, 'url');
  checkTimestamp(embed);
  embed.integer('color', { min: 0, max: 0xffffff });
  for (const name of ['image', 'thumbnail']) checkPicture(embed.object(name), ['url']);
  checkPicture(embed.object('video'), []);
  checkNamed(embed.object('provider'), []);
  return own + measureFooter(embed.object('footer')) + checkNamed(embed.object('author'), ['name']) + measureFields(embed);
}

/** Also what is empty is missing. */
function isMissing(form: Form, name: string): boolean {
  const value = form.raw(name);
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function checkTimestamp(embed: Form): void {
  const text = embed.string('timestamp');
  if (text === undefined || text === '' || !Number.isNaN(Date.parse(text))) return;
  embed.refuse('timestamp', 'DATE_TIME_TYPE_PARSE', `Could not parse ${text}. Should be ISO8601.`);
}

function checkPicture(picture: Form | undefined, required: readonly string[]): void {
  if (picture === undefined) return;
  picture.requireText(...required);
  readUrl(picture, 'url', { schemes: SHOWN_SCHEMES });
  picture.string('description', { max: 4096 });
  picture.string('placeholder', { max: 64 });
  picture.integer('placeholder_version', { min: 0, max: 2 ** 31 - 1 });
}

/** Who something is by, with links. Returns how long the name is. */
function checkNamed(named: Form | undefined, required: readonly string[]): number {
  if (named === undefined) return 0;
  named.requireText(...required);
  readUrl(named, 'url');
  readUrl(named, 'icon_url', { schemes: SHOWN_SCHEMES });
  return length(named.string('name', { max: 256 }));
}

function measureFooter(footer: Form | undefined): number {
  if (footer === undefined) return 0;
  footer.requireText('text');
  readUrl(footer, 'icon_url', { schemes: SHOWN_SCHEMES });
  return length(footer.string('text', { max: 2048 }));
}

function measureFields(embed: Form): number {
  let total = 0;
  for (const field of embed.objects('fields', { max: 25 }) ?? []) {
    field.requireText('name', 'value');
    total += length(field.string('name', { max: 256 })) + length(field.string('value', { max: 1024 }));
    field.boolean('inline');
  }
  return total;
}

function length(text: string | undefined): number {
  return text === undefined ? 0 : characterCount(text);
}
