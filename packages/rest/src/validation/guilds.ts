import type {
  APIRoleColors,
  RESTPatchAPIChannelJSONBody,
  RESTPatchAPICurrentGuildMemberJSONBody,
  RESTPatchAPICurrentUserJSONBody,
  RESTPatchAPIGuildJSONBody,
  RESTPatchAPIGuildMemberJSONBody,
  RESTPatchAPIGuildRoleJSONBody,
  RESTPatchAPIGuildScheduledEventJSONBody,
  RESTPatchAPIGuildTemplateJSONBody,
  RESTPatchAPIGuildWelcomeScreenJSONBody,
  RESTPatchAPIStageInstanceJSONBody,
  RESTPatchAPIWebhookJSONBody,
  RESTPatchCurrentApplicationJSONBody,
  RESTPostAPIChannelInviteJSONBody,
  RESTPostAPIChannelThreadsJSONBody,
  RESTPostAPIGuildBulkBanJSONBody,
  RESTPostAPIGuildChannelJSONBody,
  RESTPostAPIGuildEmojiJSONBody,
  RESTPostAPIGuildForumThreadsJSONBody,
  RESTPostAPIGuildPruneJSONBody,
  RESTPostAPIGuildSoundboardSoundJSONBody,
  RESTPostAPIStageInstanceJSONBody,
  RESTPutAPIGuildBanJSONBody,
  RESTPutAPIGuildIncidentActionsJSONBody,
  RESTPutAPIGuildMemberJSONBody,
  RESTPutAPIGuildOnboardingJSONBody,
} from 'discord-api-types/v10';
import { shown } from '@aplomb/base';
import { problem, type Check, type Problem } from './Check.js';
import { all, dataUri, documented, each, fieldsOf, list, number, oneOf, own, shape, text, unchecked, until } from './checks.js';

const DAY_MS = 86_400_000;
const SLOWMODE_SECONDS = 21_600;
const slowmode = number(0, SLOWMODE_SECONDS);
const name = text(100, 1);
const image = dataUri();
const color = number(0, 0xffffff);
/** @see {@link https://docs.discord.com/developers/resources/channel#thread-metadata-object | Thread metadata} */
const archiveMinutes = oneOf(60, 1_440, 4_320, 10_080);

/** Forum and media channels may say four times as much as their topic; a change does not say which channel it is for. */
const FORUMS: readonly unknown[] = [15, 16];
const STAGE = 13;
/** The kinds of channels that can be made in a guild: threads are made from a channel or a message, and nobody makes a direct message there. */
const CREATED: readonly number[] = [0, 2, 4, 5, STAGE, 14, 15, 16];

const channelFields = {
  applied_tags: list(5),
  auto_archive_duration: archiveMinutes,
  available_tags: list(20, shape({ name: text(50) })),
  bitrate: number(8_000, 384_000),
  default_auto_archive_duration: archiveMinutes,
  default_thread_rate_limit_per_user: slowmode,
  name,
  permission_overwrites: list(100),
  rate_limit_per_user: slowmode,
  topic: text(4_096),
  user_limit: number(0, 10_000),
};

/** What only channels of a guild's list have, and nobody but Discord checks. */
const placeFields = unchecked(
  'default_forum_layout',
  'default_reaction_emoji',
  'default_sort_order',
  'flags',
  'nsfw',
  'parent_id',
  'position',
  'rtc_region',
  'video_quality_mode',
);

/** A change to a channel or a thread; a thread may be renamed to nothing, a group, too. */
export const editedChannel: Check = documented<RESTPatchAPIChannelJSONBody>({
  ...unchecked('archived', 'invitable', 'locked', 'type'),
  ...placeFields,
  ...channelFields,
  name: text(100),
});

export const newChannel: Check = documented<RESTPostAPIGuildChannelJSONBody>(
  {
    ...placeFields,
    type: oneOf(...CREATED),
    ...channelFields,
  },
  (value, walk) => {
    const channel = fieldsOf(value) ?? {};
    const type = own(channel, 'type') ?? 0;
    const narrow = shape({
      ...(FORUMS.includes(type) ? {} : { topic: text(1_024) }),
      ...(type === STAGE ? {} : { user_limit: number(0, 99) }),
    });
    return narrow(channel, walk);
  },
);

export const newThread: Check = documented<RESTPostAPIChannelThreadsJSONBody | RESTPostAPIGuildForumThreadsJSONBody>({
  ...unchecked('invitable', 'message', 'type'),
  applied_tags: list(5),
  auto_archive_duration: archiveMinutes,
  name,
  rate_limit_per_user: slowmode,
});

/** The docs say 7 days at most, the specification 60: what either allows is sent. */
export const newInvite: Check = documented<RESTPostAPIChannelInviteJSONBody>({
  ...unchecked('target_application_id', 'target_type', 'target_user_id', 'temporary', 'unique'),
  max_age: number(0, 5_184_000),
  max_uses: number(0, 100),
  role_ids: list(250),
});

export const webhook: Check = documented<RESTPatchAPIWebhookJSONBody>({
  ...unchecked('channel_id'),
  avatar: image,
  name: all(text(80, 1), notDiscord),
});

function notDiscord(value: unknown): Problem | null {
  const forbidden = typeof value === 'string' ? /clyde|discord/i.exec(value)?.[0] : undefined;
  if (forbidden === undefined) return null;
  return problem(`is ${shown(value)}; the name of a webhook may not contain "${forbidden.toLowerCase()}"`, 'Take another name.');
}

export const guild: Check = documented<RESTPatchAPIGuildJSONBody>({
  ...unchecked(
    'afk_channel_id',
    'default_message_notifications',
    'explicit_content_filter',
    'features',
    'owner_id',
    'preferred_locale',
    'premium_progress_bar_enabled',
    'public_updates_channel_id',
    'region',
    'rules_channel_id',
    'safety_alerts_channel_id',
    'system_channel_flags',
    'system_channel_id',
    'verification_level',
  ),
  banner: image,
  discovery_splash: image,
  icon: image,
  splash: image,
  afk_timeout: oneOf(60, 300, 900, 1_800, 3_600),
  description: text(300),
  name: text(100, 2),
});

export const role: Check = documented<RESTPatchAPIGuildRoleJSONBody>({
  ...unchecked('hoist', 'mentionable', 'permissions'),
  icon: image,
  color,
  colors: documented<APIRoleColors>({ primary_color: color, secondary_color: color, tertiary_color: color }),
  name: text(100),
  unicode_emoji: text(100),
});

export const member: Check = documented<
  RESTPatchAPICurrentGuildMemberJSONBody | RESTPatchAPIGuildMemberJSONBody | RESTPutAPIGuildMemberJSONBody
>({
  ...unchecked('access_token', 'bio', 'channel_id', 'deaf', 'flags', 'mute'),
  avatar: image,
  banner: image,
  communication_disabled_until: until(28 * DAY_MS, '28 days'),
  nick: text(32),
  roles: list(250),
});

const delete_message_seconds = number(0, 604_800);
export const ban: Check = documented<RESTPutAPIGuildBanJSONBody>({ delete_message_days: number(0, 7), delete_message_seconds });
export const bulkBan: Check = documented<RESTPostAPIGuildBulkBanJSONBody>({ delete_message_seconds, user_ids: list(200, undefined, 1) });
export const prune: Check = documented<RESTPostAPIGuildPruneJSONBody>({
  ...unchecked('compute_prune_count'),
  days: number(1, 30),
  include_roles: list(100),
});
export const incidentActions: Check = documented<RESTPutAPIGuildIncidentActionsJSONBody>({
  dms_disabled_until: until(DAY_MS, '24 hours'),
  invites_disabled_until: until(DAY_MS, '24 hours'),
});

export const welcomeScreen: Check = documented<RESTPatchAPIGuildWelcomeScreenJSONBody>({
  ...unchecked('enabled'),
  description: text(140),
  welcome_channels: list(5, shape({ description: text(50, 1) })),
});

export const onboarding: Check = documented<RESTPutAPIGuildOnboardingJSONBody>({
  ...unchecked('enabled', 'mode'),
  default_channel_ids: list(500),
  prompts: list(
    15,
    shape({
      options: list(50, shape({ channel_ids: list(50), description: text(100), role_ids: list(50), title: text(50, 1) }), 1),
      title: text(100, 1),
    }),
  ),
});

export const template: Check = documented<RESTPatchAPIGuildTemplateJSONBody>({ description: text(120), name });

export const scheduledEvent: Check = documented<RESTPatchAPIGuildScheduledEventJSONBody>({
  ...unchecked('channel_id', 'entity_type', 'privacy_level', 'recurrence_rule', 'scheduled_end_time', 'scheduled_start_time', 'status'),
  image: image,
  description: text(1_000),
  entity_metadata: shape({ location: text(100) }),
  name,
});

export const stage: Check = documented<RESTPatchAPIStageInstanceJSONBody | RESTPostAPIStageInstanceJSONBody>({
  ...unchecked('channel_id', 'guild_scheduled_event_id', 'privacy_level', 'send_start_notification'),
  topic: text(120, 1),
});

/** Also for the form in which a sticker is created. */
export const sticker: Check = shape({ description: text(200), name: text(30, 2), tags: text(200) });

/** @see {@link https://docs.discord.com/developers/resources/emoji#emoji-formats | Emoji formats} */
export const emoji: Check = documented<RESTPostAPIGuildEmojiJSONBody>({ ...unchecked('name', 'roles'), image: dataUri(262_144) });

export const sound: Check = documented<RESTPostAPIGuildSoundboardSoundJSONBody>({
  ...unchecked('emoji_id'),
  emoji_name: text(32),
  name: text(32, 2),
  sound: dataUri(524_288),
  volume: number(0, 1),
});

export const currentUser: Check = documented<RESTPatchAPICurrentUserJSONBody>({
  avatar: image,
  banner: image,
  username: text(32, 2),
});

export const application: Check = documented<RESTPatchCurrentApplicationJSONBody>({
  ...unchecked(
    'description',
    'event_webhooks_status',
    'event_webhooks_types',
    'event_webhooks_url',
    'flags',
    'install_params',
    'integration_types_config',
  ),
  cover_image: image,
  icon: image,
  custom_install_url: text(2_048),
  interactions_endpoint_url: text(2_048),
  role_connections_verification_url: text(2_048),
  tags: list(5, text(20)),
});

const localized = each(text(200));
export const roleConnectionMetadata: Check = list(
  5,
  shape({
    description: text(200, 1),
    description_localizations: localized,
    key: text(50, 1),
    name: text(100, 1),
    name_localizations: each(text(100)),
  }),
);

export const voiceStatus: Check = shape({ status: text(500) });

export const lobby: Check = shape({ metadata: each(text(1_024), 25) });
