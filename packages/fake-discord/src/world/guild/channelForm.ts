import type { APIOverwrite } from 'discord-api-types/v10';
import { ChannelKind, isThreadOnly } from '../channelTypes.js';
import type { Form } from '../forms/Form.js';
import { badRequest } from '../refusals.js';
import type { World } from '../World.js';
import { readPermissions } from '../forms/permissionsForm.js';

/** What a body says of a channel; what is `undefined` stays as it is. */
export interface ChannelFields {
  readonly more: Readonly<Record<string, unknown>>;
  readonly name: string | undefined;
  readonly overwrites: readonly APIOverwrite[] | undefined;
  readonly parentId: string | null | undefined;
  readonly position: number | undefined;
  readonly topic: string | null | undefined;
  readonly userLimit: number | undefined;
}

const ARCHIVE_MINUTES = [60, 1440, 4320, 10080];
const SLOWMODE_MAX = 21_600;
const OVERWRITES_MAX = 100;
const TAGS_MAX = 20;
const EMOJI_NAME_MAX = 100;

/**
 * Reads what a channel of a kind is to be.
 *
 * @see {@link https://docs.discord.com/developers/resources/channel#modify-channel | Modify channel}
 */
export function readChannelFields(world: World, form: Form, type: number): ChannelFields {
  const name = form.string('name', { min: 1, max: 100 });
  const topic = form.string('topic', { max: isThreadOnly({ type }) ? 4_096 : 1_024 });
  return {
    name: name === undefined ? undefined : namedAs(name, type),
    topic: form.has('topic') ? (topic ?? null) : undefined,
    userLimit: form.integer('user_limit', { min: 0, max: type === ChannelKind.Stage ? 10_000 : 99 }),
    parentId: form.has('parent_id') ? (form.snowflake('parent_id') ?? null) : undefined,
    position: form.integer('position', { min: 0 }),
    overwrites: readOverwrites(form),
    more: readMore(world, form, type),
  };
}

/** Written channels have names in small letters and without spaces. */
function namedAs(name: string, type: number): string {
  const isWritten = type !== ChannelKind.Voice && type !== ChannelKind.Stage && type !== ChannelKind.Category;
  return isWritten ? name.toLowerCase().replace(/\s+/g, '-') : name;
}

function readMore(world: World, form: Form, type: number): Readonly<Record<string, unknown>> {
  const given: Readonly<Record<string, unknown>> = {
    nsfw: form.boolean('nsfw'),
    rate_limit_per_user: form.integer('rate_limit_per_user', { min: 0, max: SLOWMODE_MAX }),
    bitrate: form.integer('bitrate', { min: 8_000, max: type === ChannelKind.Stage ? 64_000 : 96_000 }),
    rtc_region: form.string('rtc_region'),
    video_quality_mode: form.choice('video_quality_mode', [1, 2]),
    default_auto_archive_duration: form.choice('default_auto_archive_duration', ARCHIVE_MINUTES),
    default_thread_rate_limit_per_user: form.integer('default_thread_rate_limit_per_user', { min: 0, max: SLOWMODE_MAX }),
    default_reaction_emoji: readReactionEmoji(form),
    default_sort_order: form.choice('default_sort_order', [0, 1]),
    default_forum_layout: form.choice('default_forum_layout', [0, 1, 2]),
    available_tags: readTags(world, form),
    flags: form.integer('flags'),
  };
  const names = Object.keys(given).filter((name) => given[name] !== undefined || form.isNull(name));
  return Object.fromEntries(names.map((name) => [name, given[name] ?? null]));
}

function readReactionEmoji(form: Form): unknown {
  const emoji = form.object('default_reaction_emoji');
  if (emoji?.raw('emoji_id') !== undefined && emoji.raw('emoji_name') !== undefined)
    form.refuse('default_reaction_emoji', 'DEFAULT_REACTION_EMOJI_EXCLUSIVE', 'Only one of emoji_id and emoji_name may be given.');
  emoji?.snowflake('emoji_id');
  emoji?.string('emoji_name', { max: EMOJI_NAME_MAX });
  return form.raw('default_reaction_emoji');
}

function readTags(world: World, form: Form): readonly object[] | undefined {
  const tags = form.objects('available_tags', { max: TAGS_MAX });
  if (new Set(tags?.map((tag) => tag.raw('name'))).size < (tags?.length ?? 0)) throw badRequest(40061, 'Tag names must be unique');
  return tags?.map((tag) => {
    tag.require('name');
    return {
      id: tag.snowflake('id') ?? world.snowflakes.next(),
      name: tag.string('name', { max: 20 }),
      moderated: tag.boolean('moderated') ?? false,
      emoji_id: tag.snowflake('emoji_id') ?? null,
      emoji_name: tag.string('emoji_name', { max: EMOJI_NAME_MAX }) ?? null,
    };
  });
}

function readOverwrites(form: Form): readonly APIOverwrite[] | undefined {
  return form.objects('permission_overwrites', { max: OVERWRITES_MAX })?.map((each) => readOverwrite(each, String(each.raw('id'))));
}

/** Reads one overwrite; in its own request its id stands in the path. */
export function readOverwrite(form: Form, id: string): APIOverwrite {
  if (!/^\d+$/.test(id)) form.refuse('id', 'NUMBER_TYPE_COERCE', `Value "${id}" is not snowflake.`);
  form.require('type');
  const type = form.choice('type', [0, 1]) ?? 0;
  const bits = (name: string): string => (readPermissions(form, name) ?? 0n).toString();
  return { id, type, allow: bits('allow'), deny: bits('deny') };
}
