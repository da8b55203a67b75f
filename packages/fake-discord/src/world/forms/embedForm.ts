import { characterCount } from './characterCount.js';
import type { Form } from './Form.js';

const TOTAL_MAX = 6000;

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
  embed.string('url', { max: 2048 });
  embed.integer('color', { min: 0, max: 0xffffff });
  const footer = length(embed.object('footer')?.string('text', { max: 2048 }));
  const author = length(embed.object('author')?.string('name', { max: 256 }));
  return own + footer + author + measureFields(embed);
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
