import type {
  APIApplicationEmoji,
  APIAuditLogEntry,
  APIAutoModerationRule,
  APIBan,
  APIEmoji,
  APIExtendedInvite,
  APIGuild,
  APIGuildIntegration,
  APIGuildMember,
  APIGuildOnboarding,
  APIGuildPreview,
  APIGuildScheduledEvent,
  APIGuildWelcomeScreen,
  APIGuildWidget,
  APISoundboardSound,
  APISticker,
  APIStickerPack,
  APITemplate,
  APIUser,
  APIVoiceState,
  GatewayPresenceUpdate,
} from 'discord-api-types/v10';
import type { RolePayload } from '../../../src/structures/guild/Role.js';
import type { StageInstancePayload } from '../../../src/structures/guild/StageInstance.js';

// One full payload of each structure, with the fields that Discord documents (read 2026-11-20), each with a value of its own, so that no getter can
// show another field's.

export const USER: Required<Omit<APIUser, 'avatar_decoration'>> = {
  id: '80351110224678912',
  username: 'nelly',
  discriminator: '1337',
  global_name: 'Nelly',
  avatar: 'a_avatar',
  bot: true,
  system: true,
  mfa_enabled: true,
  banner: 'userbanner',
  accent_color: 16711680,
  locale: 'en-GB',
  verified: true,
  email: 'nelly@example.org',
  flags: 64,
  premium_type: 1,
  public_flags: 128,
  avatar_decoration_data: { asset: 'v2_deco', sku_id: '1144058844004233369' },
  collectibles: { nameplate: { sku_id: '2247558840304243', asset: 'nameplates/twilight', label: 'TWILIGHT', palette: 'cobalt' as never } },
  primary_guild: { identity_guild_id: '1234647491267808778', identity_enabled: true, tag: 'DISC', badge: 'badgehash' },
};

export const ROLE: Required<RolePayload> = {
  id: '300',
  name: 'Moderators',
  color: 3447003,
  colors: { primary_color: 3447003, secondary_color: 1, tertiary_color: null },
  hoist: true,
  icon: 'roleicon',
  unicode_emoji: '🛡',
  position: 5,
  permissions: '1099511627782',
  managed: true,
  mentionable: true,
  tags: { bot_id: '80351110224678912', integration_id: '301' },
  flags: 1,
};

export const EVERYONE: Required<RolePayload> = { ...ROLE, id: '100', name: '@everyone', position: 0, permissions: '1024', managed: false };

export const MEMBER = {
  user: USER,
  nick: 'Nell',
  avatar: 'a_memberavatar',
  banner: 'memberbanner',
  roles: ['300'],
  joined_at: '2016-01-02T03:04:05.000Z',
  premium_since: '2017-01-02T03:04:05.000Z',
  deaf: true,
  mute: true,
  flags: 2,
  pending: true,
  communication_disabled_until: '2030-01-02T03:04:05.000Z',
  avatar_decoration_data: { asset: 'v3_deco', sku_id: '5' },
  collectibles: { nameplate: { sku_id: '6', asset: 'nameplates/dawn', label: 'DAWN', palette: 'sky' as never } },
} satisfies Required<APIGuildMember>;

export const EMOJI = {
  id: '400',
  name: 'blob',
  roles: ['300'],
  user: USER,
  require_colons: true,
  managed: true,
  animated: true,
  available: true,
} satisfies Required<APIEmoji>;

export const APP_EMOJI: APIApplicationEmoji = {
  id: '401',
  name: 'appblob',
  user: USER,
  animated: false,
  roles: [],
  require_colons: true,
  managed: false,
  available: true,
};

export const STICKER = {
  id: '500',
  pack_id: '501',
  name: 'wave',
  description: 'A hand',
  tags: 'hand, wave',
  type: 2,
  format_type: 4,
  available: true,
  guild_id: '100',
  user: USER,
  sort_value: 12,
} satisfies Required<Omit<APISticker, 'asset'>>;

export const STICKER_PACK: Required<APIStickerPack> = {
  id: '510',
  stickers: [STICKER],
  name: 'Hands',
  sku_id: '511',
  cover_sticker_id: '500',
  description: 'All the hands',
  banner_asset_id: '512',
};

export const SOUND: Required<APISoundboardSound> = {
  name: 'quack',
  sound_id: '600',
  volume: 0.5,
  emoji_id: '601',
  emoji_name: '🦆',
  guild_id: '100',
  available: true,
  user: USER,
};

export const SCHEDULED_EVENT = {
  id: '700',
  guild_id: '100',
  channel_id: '200',
  creator_id: USER.id,
  name: 'Quiz',
  description: 'Twenty questions',
  scheduled_start_time: '2027-01-02T18:00:00.000Z',
  scheduled_end_time: '2027-01-02T20:00:00.000Z',
  privacy_level: 2,
  status: 1,
  entity_type: 2,
  entity_id: '701',
  entity_metadata: null,
  creator: USER,
  user_count: 17,
  image: 'eventcover',
  recurrence_rule: {
    start: '2027-01-02T18:00:00.000Z',
    end: null,
    frequency: 2,
    interval: 1,
    by_weekday: [1],
    by_n_weekday: [{ n: 1, day: 2 }],
    by_month: null,
    by_month_day: null,
    by_year_day: null,
    count: null,
  },
} satisfies Required<APIGuildScheduledEvent>;

export const STAGE = {
  id: '800',
  guild_id: '100',
  channel_id: '200',
  topic: 'Ask anything',
  privacy_level: 2,
  discoverable_disabled: true,
  guild_scheduled_event_id: '700',
} satisfies Required<StageInstancePayload>;

export const RULE: APIAutoModerationRule = {
  id: '900',
  guild_id: '100',
  name: 'No ducks',
  creator_id: USER.id,
  event_type: 1,
  trigger_type: 4,
  trigger_metadata: { keyword_filter: ['duck'], mention_total_limit: 5 },
  actions: [{ type: 1, metadata: { custom_message: 'No ducks here' } }],
  enabled: true,
  exempt_roles: ['300'],
  exempt_channels: ['200'],
};

export const INTEGRATION = {
  id: '1000',
  name: 'Twitch of Nelly',
  type: 'twitch',
  enabled: true,
  syncing: true,
  role_id: '300',
  enable_emoticons: true,
  expire_behavior: 1,
  expire_grace_period: 7,
  user: USER,
  account: { id: 'nelly', name: 'Nelly streams' },
  synced_at: '2026-01-02T03:04:05.000Z',
  subscriber_count: 44,
  revoked: true,
  application: { id: '1001', name: 'Streamer', icon: null, description: 'Streams' },
  scopes: ['bot' as never],
} satisfies Required<APIGuildIntegration>;

export const INVITE = {
  code: '0vCdhLbwjZZTWZLD',
  guild: { id: '100', name: 'Home' } as never,
  channel: { id: '200', name: 'general', type: 0 } as never,
  inviter: USER,
  target_type: 1,
  target_user: { ...USER, id: '81' },
  target_application: { id: '1001' },
  approximate_presence_count: 3,
  approximate_member_count: 9,
  expires_at: '2027-01-02T03:04:05.000Z',
  guild_scheduled_event: SCHEDULED_EVENT,
  type: 0,
  flags: 1,
  roles: [{ id: '300', name: 'Moderators', color: 1, icon: null, position: 5, unicode_emoji: null } as never],
  uses: 2,
  max_uses: 10,
  max_age: 3600,
  temporary: true,
  created_at: '2026-01-02T03:04:05.000Z',
} satisfies Required<Omit<APIExtendedInvite, 'stage_instance'>>;

export const BAN: APIBan = { user: USER, reason: 'Ducks' };

export const VOICE_STATE = {
  guild_id: '100',
  channel_id: '200',
  user_id: USER.id,
  member: MEMBER,
  session_id: 'voicesession',
  deaf: true,
  mute: true,
  self_deaf: true,
  self_mute: true,
  self_stream: true,
  self_video: true,
  suppress: true,
  request_to_speak_timestamp: '2026-01-02T03:04:05.000Z',
} satisfies Required<APIVoiceState>;

export const PRESENCE = {
  user: { id: USER.id },
  guild_id: '100',
  status: 'idle' as never,
  activities: [{ id: 'a', name: 'chess', type: 0, created_at: 1, application_id: '1001' }],
  client_status: { desktop: 'idle' as never },
} satisfies Required<GatewayPresenceUpdate>;

export const AUDIT_LOG_ENTRY = {
  id: '1100',
  target_id: '300',
  user_id: USER.id,
  action_type: 31,
  reason: 'Tidying up',
  changes: [{ key: 'name', old_value: 'Mods', new_value: 'Moderators' }],
  options: { role_name: 'Moderators', channel_id: '200' },
} satisfies Required<APIAuditLogEntry>;

export const TEMPLATE: APITemplate = {
  code: 'hgM48av5Q69A',
  name: 'Friends',
  description: 'A place for friends',
  usage_count: 49605,
  creator_id: USER.id,
  creator: USER,
  created_at: '2020-04-02T21:10:38.000Z',
  updated_at: '2020-05-01T17:57:38.000Z',
  source_guild_id: '100',
  serialized_source_guild: { name: 'Friends', afk_timeout: 300 } as never,
  is_dirty: true,
};

export const WELCOME_SCREEN: APIGuildWelcomeScreen = {
  description: 'Hello!',
  welcome_channels: [{ channel_id: '200', description: 'Say hello', emoji_id: null, emoji_name: '👋' }],
};

export const ONBOARDING: APIGuildOnboarding = {
  guild_id: '100',
  prompts: [
    {
      id: '1200',
      options: [{ id: '1201', channel_ids: ['200'], role_ids: [], emoji: { id: null, name: '🦆' }, title: 'Ducks', description: null }],
      title: 'What do you like?',
      single_select: false,
      required: false,
      in_onboarding: true,
      type: 0,
    },
  ],
  default_channel_ids: ['200'],
  enabled: true,
  mode: 1,
};

export const PREVIEW: APIGuildPreview = {
  id: '100',
  name: 'Home',
  icon: 'guildicon',
  splash: 'guildsplash',
  discovery_splash: 'guilddiscovery',
  emojis: [EMOJI],
  features: ['DISCOVERABLE' as never],
  approximate_member_count: 60,
  approximate_presence_count: 20,
  description: 'Where we live',
  stickers: [STICKER],
};

export const WIDGET: APIGuildWidget = {
  id: '100',
  name: 'Home',
  instant_invite: 'https://discord.gg/abc',
  channels: [{ id: '201', name: 'Voice', position: 2 }],
  members: [
    { id: '0', username: 'nelly', discriminator: '0000', avatar: null, status: 'online' as never, avatar_url: 'https://x.invalid/' },
  ],
  presence_count: 1,
};

export const GUILD = {
  id: '100',
  name: 'Home',
  icon: 'a_guildicon',
  splash: 'guildsplash',
  discovery_splash: 'guilddiscovery',
  banner: 'guildbanner',
  description: 'Where we live',
  owner_id: USER.id,
  features: ['COMMUNITY' as never],
  afk_channel_id: '201',
  afk_timeout: 300,
  widget_enabled: true,
  widget_channel_id: '202',
  verification_level: 1,
  default_message_notifications: 1,
  explicit_content_filter: 2,
  mfa_level: 1,
  nsfw_level: 3,
  application_id: '1001',
  system_channel_id: '200',
  system_channel_flags: 4,
  rules_channel_id: '203',
  public_updates_channel_id: '204',
  safety_alerts_channel_id: '205',
  max_presences: 25000,
  max_members: 250000,
  max_video_channel_users: 25,
  max_stage_video_channel_users: 50,
  vanity_url_code: 'home',
  premium_tier: 3,
  premium_subscription_count: 14,
  premium_progress_bar_enabled: true,
  preferred_locale: 'de' as never,
  hub_type: 1,
  approximate_member_count: 61,
  approximate_presence_count: 21,
  incidents_data: { invites_disabled_until: '2030-01-02T03:04:05.000Z', dms_disabled_until: null },
  roles: [EVERYONE, ROLE],
  emojis: [EMOJI],
  stickers: [STICKER],
} satisfies Required<Omit<APIGuild, 'icon_hash' | 'owner' | 'permissions' | 'region' | 'welcome_screen'>>;

/** What the gateway adds. */
export const GATEWAY_GUILD = { joined_at: '2019-01-02T03:04:05.000Z', large: true, member_count: 62, unavailable: false };
