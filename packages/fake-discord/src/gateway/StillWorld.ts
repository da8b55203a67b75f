import type {
  APIGuildMember,
  APISoundboardSound,
  APIUser,
  GatewayGuildCreateDispatchData,
  GatewayPresenceUpdate,
} from 'discord-api-types/v10';
import type { BotVoiceAnswer, ChannelInfo, GatewayWorld } from './GatewayWorld.js';

const BOT: APIUser = { id: '900000000000000001', username: 'bot', discriminator: '0000', global_name: null, avatar: null, bot: true };

/**
 * A world in which nothing happens by itself: a bot and some empty guilds. Simulations and benchmarks use it where the guilds do not matter.
 *
 * @example
 * ```ts
 * import { StillWorld } from '@aplomb/fake-discord/machine';
 *
 * const world = new StillWorld(['41771983423143937']);
 * ```
 */
export class StillWorld implements GatewayWorld {
  readonly botUser = BOT;
  readonly application = { id: BOT.id, flags: 0 };
  private readonly ids: ReadonlySet<string>;

  /** @param guildIds - The guilds that exist. */
  constructor(guildIds: Iterable<string> = []) {
    this.ids = new Set(guildIds);
  }

  guildIds(): Iterable<string> {
    return this.ids;
  }

  hasGuild(guildId: string): boolean {
    return this.ids.has(guildId);
  }

  guildCreatePayload(guildId: string): GatewayGuildCreateDispatchData | null {
    return emptyGuild(guildId);
  }

  members(): readonly APIGuildMember[] {
    return [];
  }

  presences(): readonly GatewayPresenceUpdate[] {
    return [];
  }

  soundboardSounds(): readonly APISoundboardSound[] {
    return [];
  }

  channelInfo(): readonly ChannelInfo[] {
    return [];
  }

  updateBotVoice(): BotVoiceAnswer | null {
    return null;
  }
}

/** GUILD_CREATE of a guild with nobody and nothing in it. */
export function emptyGuild(guildId: string): GatewayGuildCreateDispatchData {
  return { ...EMPTY_GUILD, id: guildId, name: `Guild ${guildId}`, owner_id: BOT.id, joined_at: '2026-01-01T00:00:00.000000+00:00' };
}

const EMPTY_GUILD: Omit<GatewayGuildCreateDispatchData, 'id' | 'name' | 'owner_id' | 'joined_at'> = {
  icon: null,
  splash: null,
  discovery_splash: null,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  roles: [],
  emojis: [],
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0 as GatewayGuildCreateDispatchData['system_channel_flags'],
  rules_channel_id: null,
  vanity_url_code: null,
  description: null,
  banner: null,
  premium_tier: 0,
  preferred_locale: 'en-US' as GatewayGuildCreateDispatchData['preferred_locale'],
  public_updates_channel_id: null,
  nsfw_level: 0,
  stickers: [],
  premium_progress_bar_enabled: false,
  safety_alerts_channel_id: null,
  incidents_data: null,
  hub_type: null,
  large: false,
  member_count: 1,
  voice_states: [],
  members: [],
  channels: [],
  threads: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
};
