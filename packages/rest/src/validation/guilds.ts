import { shown } from '@aplomb/base';
import { problem, type Check, type Problem } from './Check.js';
import { all, dataUri, each, fieldsOf, list, number, oneOf, own, shape, text, until } from './checks.js';

const DAY_MS = 86_400_000;
const SLOWMODE_SECONDS = 21_600;
const slowmode = number(0, SLOWMODE_SECONDS);
const name = text(100, 1);
const color = number(0, 0xffffff);
/** @see {@link https://docs.discord.com/developers/resources/channel#thread-metadata-object | Thread metadata} */
const archiveMinutes = oneOf(60, 1_440, 4_320, 10_080);

/** Forum and media channels may say four times as much as their topic; a change does not say which channel it is for. */
const FORUMS: readonly unknown[] = [15, 16];
const STAGE = 13;

const channelFields: Readonly<Record<string, Check>> = {
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

/** A change to a channel or a thread; a thread may be renamed to nothing, a group, too. */
export const editedChannel: Check = shape({ ...channelFields, name: text(100) });

export const newChannel: Check = shape(channelFields, (value, walk) => {
  const channel = fieldsOf(value) ?? {};
  const type = own(channel, 'type') ?? 0;
  const narrow = shape({
    ...(FORUMS.includes(type) ? {} : { topic: text(1_024) }),
    ...(type === STAGE ? {} : { user_limit: number(0, 99) }),
  });
  return narrow(channel, walk);
});

export const newThread: Check = shape({
  applied_tags: list(5),
  auto_archive_duration: archiveMinutes,
  name,
  rate_limit_per_user: slowmode,
});

/** The docs say 7 days at most, the specification 60: what either allows is sent. */
export const newInvite: Check = shape({ max_age: number(0, 5_184_000), max_uses: number(0, 100), role_ids: list(250) });

export const webhook: Check = shape({ name: all(text(80, 1), notDiscord) });

function notDiscord(value: unknown): Problem | null {
  const forbidden = typeof value === 'string' ? /clyde|discord/i.exec(value)?.[0] : undefined;
  if (forbidden === undefined) return null;
  return problem(`is ${shown(value)}; the name of a webhook may not contain "${forbidden.toLowerCase()}"`, 'Take another name.');
}

export const guild: Check = shape({ afk_timeout: oneOf(60, 300, 900, 1_800, 3_600), description: text(300), name: text(100, 2) });

export const role: Check = shape({
  color,
  colors: shape({ primary_color: color, secondary_color: color, tertiary_color: color }),
  name: text(100),
  unicode_emoji: text(100),
});

export const member: Check = shape({
  communication_disabled_until: until(28 * DAY_MS, '28 days'),
  nick: text(32),
  roles: list(250),
});

const delete_message_seconds = number(0, 604_800);
export const ban: Check = shape({ delete_message_days: number(0, 7), delete_message_seconds });
export const bulkBan: Check = shape({ delete_message_seconds, user_ids: list(200) });
export const prune: Check = shape({ days: number(1, 30), include_roles: list(100) });
export const incidentActions: Check = shape({
  dms_disabled_until: until(DAY_MS, '24 hours'),
  invites_disabled_until: until(DAY_MS, '24 hours'),
});

export const welcomeScreen: Check = shape({ description: text(140), welcome_channels: list(5, shape({ description: text(50, 1) })) });

export const onboarding: Check = shape({
  default_channel_ids: list(500),
  prompts: list(
    15,
    shape({
      options: list(50, shape({ channel_ids: list(50), description: text(100), role_ids: list(50), title: text(50, 1) }), 1),
      title: text(100, 1),
    }),
  ),
});

export const template: Check = shape({ description: text(120), name });

export const scheduledEvent: Check = shape({
  description: text(1_000),
  entity_metadata: shape({ location: text(100) }),
  name,
});

export const stage: Check = shape({ topic: text(120, 1) });

/** Also for the form in which a sticker is created. */
export const sticker: Check = shape({ description: text(200), name: text(30, 2), tags: text(200) });

/** @see {@link https://docs.discord.com/developers/resources/emoji#emoji-formats | Emoji formats} */
export const emoji: Check = shape({ image: dataUri(262_144) });

export const sound: Check = shape({ emoji_name: text(32), name: text(32, 2), sound: dataUri(524_288), volume: number(0, 1) });

export const currentUser: Check = shape({ username: text(32, 2) });

export const application: Check = shape({
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
