import type { APIGuildForumTag, RESTPostAPIGuildChannelJSONBody } from 'discord-api-types/v10';

/** What goes over from one channel to another. */
const CLONED = [
  'bitrate',
  'default_auto_archive_duration',
  'default_forum_layout',
  'default_reaction_emoji',
  'default_sort_order',
  'default_thread_rate_limit_per_user',
  'name',
  'nsfw',
  'parent_id',
  'permission_overwrites',
  'position',
  'rate_limit_per_user',
  'rtc_region',
  'topic',
  'type',
  'user_limit',
  'video_quality_mode',
] as const;

/** The body that makes a channel like one that is there. Tags get ids of their own. */
export function clonedBody(payload: object): RESTPostAPIGuildChannelJSONBody {
  const fields = payload as Readonly<Record<string, unknown>> & { readonly available_tags?: readonly APIGuildForumTag[] };
  const given = CLONED.filter((key) => fields[key] !== undefined).map((key) => [key, fields[key]]);
  const tags = fields.available_tags?.map(({ id: _, ...tag }) => tag);
  return {
    ...(Object.fromEntries(given) as unknown as RESTPostAPIGuildChannelJSONBody),
    ...(tags === undefined ? {} : { available_tags: tags }),
  };
}
