import { characterCount } from './characterCount.js';
import type { Form } from './Form.js';

const TOTAL_MAX = 6000;
const URL_MAX = 2048;

/**
 * Complains about embeds that are too large, each part and all together.
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
  embed.string('url', { max: URL_MAX });
  embed.integer('color', { min: 0, max: 0xffffff });
  for (const name of ['image', 'thumbnail', 'video']) checkPicture(embed.object(name));
  checkNamed(embed.object('provider'));
  return own + measureFooter(embed.object('footer')) + checkNamed(embed.object('author')) + measureFields(embed);
}

function checkPicture(picture: Form | undefined): void {
  picture?.string('url', { max: URL_MAX });
  picture?.string('description', { max: 4096 });
  picture?.string('placeholder', { max: 64 });
  picture?.integer('placeholder_version', { min: 0, max: 2 ** 31 - 1 });
}

/** Who something is by, with links. Returns how long the name is. */
function checkNamed(named: Form | undefined): number {
  for (const name of ['url', 'icon_url']) named?.string(name, { max: URL_MAX });
  return length(named?.string('name', { max: 256 }));
}

function measureFooter(footer: Form | undefined): number {
  footer?.string('icon_url', { max: URL_MAX });
  return length(footer?.string('text', { max: 2048 }));
}

function measureFields(embed: Form): number {
  let total = 0;
  for (const field of embed.objects('fields', { max: 25 }) ?? []) {
    total += required(field, 'name', 256) + required(field, 'value', 1024);
    field.boolean('inline');
  }
  return total;
}

function required(field: Form, name: string, max: number): number {
  const text = field.string(name, { max });
  if (!field.has(name) || field.isNull(name) || text === '') field.refuse(name, 'BASE_TYPE_REQUIRED', 'This field is required');
  return length(text);
}

function length(text: string | undefined): number {
  return text === undefined ? 0 : characterCount(text);
}
