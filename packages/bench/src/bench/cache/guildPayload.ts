import { SeededRandom } from '../../sim/world/SeededRandom.js';

/** How large a guild is. */
export interface GuildSize {
  readonly members: number;
  readonly channels: number;
  readonly roles: number;
}

/** A JSON object of GUILD_CREATE. */
export type Json = Readonly<Record<string, unknown>>;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const CATEGORIES = 8;
const DECEMBER_2014_MS = 1_420_070_400_000;
const TEN_YEARS_MS = 315_000_000_000;

/** The `index`-th guild of a run as GUILD_CREATE brings it, the same each time: names, roles, hashes and flags are spread as in public communities. */
export function guildPayload(index: number, size: GuildSize): Json {
  const maker = new PayloadMaker(index);
  const id = maker.id();
  const roles = Array.from({ length: size.roles }, (_, position) => maker.role(position === 0 ? id : maker.id(), position));
  const roleIds = roles.map((role) => role['id'] as string);
  const channels = maker.channels(size.channels, roleIds);
  const members = Array.from({ length: size.members }, () => maker.member(roleIds.slice(1)));
  return {
    ...{ id, name: maker.word(6, 20), icon: maker.hash(), owner_id: (members[0]?.['user'] as { id: string } | undefined)?.id ?? id },
    ...{ splash: null, discovery_splash: null, afk_channel_id: null, afk_timeout: 300, verification_level: 1, mfa_level: 0 },
    ...{ default_message_notifications: 0, explicit_content_filter: 0, features: ['COMMUNITY', 'NEWS'], application_id: null },
    ...{ system_channel_id: null, system_channel_flags: 0, rules_channel_id: null, max_members: 500_000, vanity_url_code: null },
    ...{ description: null, banner: null, premium_tier: 0, preferred_locale: 'en-US', public_updates_channel_id: null, nsfw_level: 0 },
    ...{ premium_progress_bar_enabled: false, safety_alerts_channel_id: null, joined_at: maker.instant(), large: true, unavailable: false },
    ...{ member_count: size.members, roles, channels, members, emojis: [], stickers: [], threads: [], presences: [], voice_states: [] },
    ...{ stage_instances: [], guild_scheduled_events: [], soundboard_sounds: [] },
  };
}

class PayloadMaker {
  private readonly random: SeededRandom;
  private lastId: bigint;

  constructor(index: number) {
    this.random = new SeededRandom(index + 1);
    this.lastId = 100_000_000_000_000_000n + BigInt(index) * 1_000_000_000_000n;
  }

  id(): string {
    this.lastId += 4_194_311n;
    return String(this.lastId);
  }

  word(least: number, most: number): string {
    return Array.from({ length: this.random.whole(least, most) }, () => LETTERS[this.random.whole(0, 25)]).join('');
  }

  hash(): string {
    return Array.from({ length: 32 }, () => this.random.whole(0, 15).toString(16)).join('');
  }

  instant(): string {
    const text = new Date(DECEMBER_2014_MS + this.random.next() * TEN_YEARS_MS).toISOString();
    return `${text.slice(0, 19)}.${String(this.random.whole(1, 999_999)).padStart(6, '0')}+00:00`;
  }

  role(id: string, position: number): Json {
    const color = this.random.whole(0, 0xffffff);
    return {
      ...{ id, name: this.word(4, 14), permissions: String(this.random.whole(0, 2 ** 40)), position, color },
      ...{ colors: { primary_color: color, secondary_color: null, tertiary_color: null }, hoist: this.random.chance(0.3) },
      ...{ managed: this.random.chance(0.1), mentionable: this.random.chance(0.2), icon: null, unicode_emoji: null, flags: 0 },
    };
  }

  channels(count: number, roleIds: readonly string[]): readonly Json[] {
    const categories = Array.from({ length: Math.min(CATEGORIES, count) }, () => this.id());
    return Array.from({ length: count }, (_, position) => {
      const category = categories[position];
      const common = { position, name: this.word(5, 18), flags: 0, nsfw: false, permission_overwrites: this.overwrites(roleIds) };
      if (category !== undefined) return { ...common, id: category, type: 4, parent_id: null };
      const topic = this.random.chance(0.4) ? this.word(20, 60) : null;
      const rest = { last_message_id: this.id(), rate_limit_per_user: 0, parent_id: categories[position % CATEGORIES] ?? null };
      return { ...common, ...rest, id: this.id(), type: this.random.chance(0.2) ? 2 : 0, topic };
    });
  }

  member(roleIds: readonly string[]): Json {
    const roles = Array.from({ length: this.random.whole(0, 4) }, () => roleIds[this.random.whole(0, roleIds.length - 1)]);
    return {
      ...{
        user: this.user(),
        roles: [...new Set(roles)],
        nick: this.random.chance(0.25) ? this.word(4, 14) : null,
        joined_at: this.instant(),
      },
      ...{ premium_since: null, pending: false, mute: false, deaf: false, flags: this.random.chance(0.1) ? 2 : 0 },
      ...{ communication_disabled_until: null, banner: null, avatar: null },
    };
  }

  private user(): Json {
    return {
      ...{ id: this.id(), username: this.word(5, 14), global_name: this.random.chance(0.7) ? this.word(5, 14) : null, discriminator: '0' },
      ...{
        avatar: this.random.chance(0.85) ? this.hash() : null,
        public_flags: this.random.chance(0.2) ? 64 : 0,
        bot: this.random.chance(0.03),
      },
      ...{ avatar_decoration_data: null, collectibles: null, primary_guild: null, display_name_styles: null },
    };
  }

  private overwrites(roleIds: readonly string[]): readonly Json[] {
    const ids = new Set(Array.from({ length: this.random.whole(1, 3) }, () => roleIds[this.random.whole(0, roleIds.length - 1)]));
    return [...ids].map((id) => ({ id, type: 0, allow: this.random.chance(0.5) ? '0' : '3072', deny: '1024' }));
  }
}
