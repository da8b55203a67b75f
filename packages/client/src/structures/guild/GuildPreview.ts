import type { APIGuildPreview } from 'discord-api-types/v10';
import { cdn, type ImageOptions, type MovingImageOptions } from '../../text/cdn.js';
import { View } from '../View.js';
import type { Emoji } from './Emoji.js';
import type { Sticker } from './Sticker.js';

/**
 * What everybody may know of a guild.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild#guild-preview-object | Guild preview object}
 */
export class GuildPreview extends View<APIGuildPreview> {
  get id(): string {
    return this.data.id;
  }

  get name(): string {
    return this.data.name;
  }

  /** The hash of the icon. */
  get icon(): string | null {
    return this.data.icon;
  }

  /** The hash of what is shown behind invites. */
  get splash(): string | null {
    return this.data.splash;
  }

  /** The hash of what is shown where guilds are discovered. */
  get discoverySplash(): string | null {
    return this.data.discovery_splash;
  }

  get emojis(): readonly Emoji[] {
    return this.data.emojis.map((emoji) => this.views.emoji(emoji, this.id));
  }

  get features(): APIGuildPreview['features'] {
    return this.data.features;
  }

  get approximateMemberCount(): number {
    return this.data.approximate_member_count;
  }

  get approximatePresenceCount(): number {
    return this.data.approximate_presence_count;
  }

  get description(): string | null {
    return this.data.description;
  }

  get stickers(): readonly Sticker[] {
    return this.data.stickers.map((sticker) => this.views.sticker(sticker));
  }

  /** The icon; `null` where there is none. */
  iconUrl(options?: MovingImageOptions): string | null {
    return this.icon === null ? null : cdn.guildIcon(this.id, this.icon, options);
  }

  /** What is shown where guilds are discovered; `null` where there is none. */
  discoverySplashUrl(options?: ImageOptions): string | null {
    return this.discoverySplash === null ? null : cdn.guildDiscoverySplash(this.id, this.discoverySplash, options);
  }
}
