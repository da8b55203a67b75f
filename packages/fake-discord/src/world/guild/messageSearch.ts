import type { APIMessage } from 'discord-api-types/v10';
import { Form } from '../forms/Form.js';

/** Whether a message is looked for. */
type Filter = (message: APIMessage) => boolean;

/** Lists of ids that may be given, and what of a message they are compared with. */
const IDS: Readonly<Record<string, (message: APIMessage) => readonly (string | undefined)[]>> = {
  author_id: ({ author }) => [author.id],
  mentions: ({ mentions }) => mentions.map(({ id }) => id),
  mentions_role_id: ({ mention_roles: roles }) => roles,
  replied_to_message_id: ({ message_reference: reference }) => [reference?.message_id],
  replied_to_user_id: ({ referenced_message: referenced }) => [referenced?.author.id],
};

/** Lists of texts that may be given. */
const TEXTS: Readonly<Record<string, (message: APIMessage) => readonly (string | undefined)[]>> = {
  attachment_extension: ({ attachments }) => attachments.map(({ filename }) => filename.split('.').at(-1)),
  attachment_filename: ({ attachments }) => attachments.map(({ filename }) => filename),
  embed_provider: ({ embeds }) => embeds.map(({ provider }) => provider?.name),
  embed_type: ({ embeds }) => embeds.map(({ type }) => type),
  link_hostname: ({ content }) => linksOf(content).map((link) => new URL(link).hostname),
};

/** What a message may have or not have. */
const HAS: Readonly<Record<string, Filter>> = {
  embed: ({ embeds }) => embeds.length > 0,
  file: ({ attachments }) => attachments.length > 0,
  image: ({ attachments }) => isOfType(attachments, 'image'),
  link: ({ content }) => linksOf(content).length > 0,
  poll: ({ poll }) => poll !== undefined,
  snapshot: ({ message_snapshots: snapshots }) => snapshots !== undefined,
  sound: ({ attachments }) => isOfType(attachments, 'audio'),
  sticker: ({ sticker_items: stickers }) => stickers !== undefined,
  video: ({ attachments }) => isOfType(attachments, 'video'),
};

const AUTHORS: Readonly<Record<string, Filter>> = {
  bot: ({ author, webhook_id: webhook }) => author.bot === true && webhook === undefined,
  user: ({ author }) => author.bot !== true,
  webhook: ({ webhook_id: webhook }) => webhook !== undefined,
};

const IDS_MAX = 100;
const CHANNELS_MAX = 500;

/** What is looked for, in which channels, and which part of it is wanted. */
export interface MessageSearch {
  /** `undefined` for all. */
  readonly channelIds: readonly string[] | undefined;
  readonly isAscending: boolean;
  readonly isWanted: Filter;
  readonly limit: number;
  readonly offset: number;
}

/**
 * Reads what is looked for. By relevance it is sorted as by time: only Discord knows what is relevant.
 *
 * @see {@link https://docs.discord.com/developers/resources/message#search-guild-messages | Search guild messages}
 */
export function readMessageSearch(given: URLSearchParams): MessageSearch {
  const form = Form.ofQuery(given);
  const lists = new Form(Object.fromEntries([...given.keys()].map((name) => [name, given.getAll(name)])));
  const filters = [...idFilters(lists), ...textFilters(lists), ...kindFilters(lists), ...ownFilters(form)];
  const search: MessageSearch = {
    channelIds: lists.snowflakes('channel_id', { max: CHANNELS_MAX, isSet: true }),
    isAscending: form.string('sort_order') === 'asc',
    isWanted: (message) => filters.every((filter) => filter(message)),
    limit: form.integer('limit', { min: 1, max: 25 }) ?? 25,
    offset: form.integer('offset', { min: 0, max: 9975 }) ?? 0,
  };
  form.check();
  lists.check();
  return search;
}

function idFilters(lists: Form): readonly Filter[] {
  return Object.entries(IDS).flatMap(([name, of]) => {
    const wanted = lists.snowflakes(name, { max: IDS_MAX, isSet: true });
    return wanted === undefined ? [] : [(message) => of(message).some((id) => id !== undefined && wanted.includes(id))];
  });
}

function textFilters(lists: Form): readonly Filter[] {
  return Object.entries(TEXTS).flatMap(([name, of]) => {
    const wanted = lists.strings(name, { max: name === 'embed_type' ? 5 : IDS_MAX, isSet: true }, { max: 1024 });
    return wanted === undefined ? [] : [(message) => of(message).some((text) => text !== undefined && wanted.includes(text))];
  });
}

/** `has=image` and `has=-image`. */
function kindFilters(lists: Form): readonly Filter[] {
  return [['has', HAS, 18] as const, ['author_type', AUTHORS, 6] as const].flatMap(([name, kinds, max]) => {
    const wanted = lists.strings(name, { max, isSet: true }) ?? [];
    const wrong = wanted.find((kind) => !(kind.replace(/^-/, '') in kinds));
    if (wrong !== undefined) lists.refuse(name, 'BASE_TYPE_CHOICES', `Value must be one of {${Object.keys(kinds).join(', ')}}.`);
    return wanted.map(
      (kind): Filter =>
        (message) =>
          (kinds[kind.replace(/^-/, '')]?.(message) === true) !== kind.startsWith('-'),
    );
  });
}

function ownFilters(form: Form): readonly Filter[] {
  const words = (form.string('content', { max: 1024 }) ?? '').toLowerCase().split(/\s+/);
  form.integer('slop', { min: 0, max: 100 });
  const [pinned, everyone] = [form.boolean('pinned'), form.boolean('mention_everyone')];
  const [newerThan, olderThan] = [BigInt(form.snowflake('min_id') ?? 0), form.snowflake('max_id')];
  return [
    ({ content }) => words.every((word) => content.toLowerCase().includes(word)),
    (message) => pinned === undefined || message.pinned === pinned,
    (message) => everyone === undefined || message.mention_everyone === everyone,
    ({ id }) => BigInt(id) > newerThan && (olderThan === undefined || BigInt(id) < BigInt(olderThan)),
  ];
}

function linksOf(content: string): readonly string[] {
  return (content.match(/https?:\/\/[^\s<>]+/g) ?? []).filter((link) => URL.canParse(link));
}

function isOfType(attachments: APIMessage['attachments'], type: string): boolean {
  return attachments.some(({ content_type: own }) => own?.startsWith(`${type}/`) === true);
}
