import type { APIMessage } from 'discord-api-types/v10';
import { isLoading } from '../world/interactions/Interactions.js';
import type { RecordedMessage, RecordedValue } from './RecordedStory.js';

/** What is the same in every run, of embeds and of components. The rest is left to Discord, or depends on the run. */
const EMBED_FIELDS = ['author', 'color', 'description', 'fields', 'footer', 'inline', 'name', 'text', 'title', 'value'];
const COMPONENT_FIELDS = [
  'accent_color',
  'accessory',
  'component',
  'components',
  'content',
  'custom_id',
  'description',
  'disabled',
  'emoji',
  'items',
  'label',
  'name',
  'options',
  'placeholder',
  'spoiler',
  'style',
  'type',
  'value',
];

/** A message of the bot, without what is another in every run: ids, times, the addresses of files. */
export function recordMessage(payload: APIMessage, botId: string): RecordedMessage {
  const { attachments, author, components = [], content, embeds, poll } = payload;
  return {
    content,
    embeds: embeds.map((embed) => only(EMBED_FIELDS, embed)),
    components: components.map((component) => only(COMPONENT_FIELDS, component)),
    attachments: attachments.map(({ filename }) => filename),
    isLoading: isLoading(payload),
    poll:
      poll === undefined
        ? null
        : { question: poll.question.text ?? '', answers: poll.answers.map(({ poll_media: media }) => media.text ?? '') },
    username: author.id === botId ? null : author.username,
  };
}

/** The part of a message that is to be the same again, in the shape of Discord's message object. */
export function expectedFields({
  attachments,
  components,
  content,
  embeds,
  poll,
  username,
}: RecordedMessage): Readonly<Record<string, RecordedValue>> {
  return {
    ...(username !== null && { author: { username } }),
    ...(content !== '' && { content }),
    ...(embeds.length > 0 && { embeds }),
    ...(components.length > 0 && { components }),
    ...(attachments.length > 0 && { attachments: attachments.map((filename) => ({ filename })) }),
    ...(poll !== null && { poll: { question: { text: poll.question }, answers: poll.answers.map((text) => ({ poll_media: { text } })) } }),
  };
}

/** The named fields of an object, and of all objects in it; without those that say nothing. */
function only(names: readonly string[], value: unknown): RecordedValue {
  if (Array.isArray(value)) return value.map((each) => only(names, each));
  if (typeof value !== 'object' || value === null) return value as RecordedValue;
  const kept = Object.entries(value).filter(([name, each]) => names.includes(name) && isTelling(each));
  return Object.fromEntries(kept.map(([name, each]) => [name, only(names, each)]));
}

function isTelling(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
}
