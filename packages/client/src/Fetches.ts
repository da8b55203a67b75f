import type { CallOptions } from '@aplomb/rest';
import type { APIVoiceRegion } from 'discord-api-types/v10';
import { camel, type Camel } from './structures/camel.js';
import type { Invite } from './structures/guild/Invite.js';
import type { SoundboardSound } from './structures/guild/SoundboardSound.js';
import type { Sticker } from './structures/guild/Sticker.js';
import type { StickerPack } from './structures/guild/StickerPack.js';
import type { Template } from './structures/guild/Template.js';
import type { Views } from './structures/Views.js';
import { links } from './text/links.js';

/**
 * What Discord has that belongs to no guild that one would have to be in: `client.fetch`.
 *
 * @example
 * ```ts
 * import { Client } from 'aplomb';
 *
 * const client = new Client({ token: process.env.DISCORD_TOKEN ?? '' });
 * const invite = await client.fetch.invite('https://discord.gg/discord-developers');
 * console.log(invite.guildName, invite.approximateMemberCount);
 * ```
 */
export class Fetches {
  private readonly views: Views;

  /** @internal Every client has one. */
  constructor(views: Views) {
    this.views = views;
  }

  /**
   * An invite, by its code or its link, with about how many members there are.
   *
   * @throws {@link DiscordApiError} 10006 where it does not exist, or has expired
   */
  async invite(codeOrUrl: string, options?: CallOptions): Promise<Invite> {
    return this.views.invite(await this.views.rest.invites.get(links.parseInvite(codeOrUrl) ?? codeOrUrl, { with_counts: true }, options));
  }

  /** The template of a guild, by its code. */
  async template(code: string, options?: CallOptions): Promise<Template> {
    return this.views.template(await this.views.rest.templates.get(code, options));
  }

  /** Any sticker, Discord's own or a guild's. */
  async sticker(id: string, options?: CallOptions): Promise<Sticker> {
    return this.views.sticker(await this.views.rest.stickers.get(id, options));
  }

  /** Discord's own stickers. */
  async stickerPacks(options?: CallOptions): Promise<readonly StickerPack[]> {
    const { sticker_packs } = await this.views.rest.stickers.packs(options);
    return sticker_packs.map((pack) => this.views.stickerPack(pack));
  }

  /** One pack of Discord's own stickers. */
  async stickerPack(id: string, options?: CallOptions): Promise<StickerPack> {
    return this.views.stickerPack(await this.views.rest.stickers.pack(id, options));
  }

  /** The sounds that everybody has. */
  async soundboardSounds(options?: CallOptions): Promise<readonly SoundboardSound[]> {
    return (await this.views.rest.soundboard.defaultSounds(options)).map((sound) => this.views.soundboardSound(sound, null));
  }

  /** Where voice channels can be. */
  async voiceRegions(options?: CallOptions): Promise<Camel<APIVoiceRegion[]>> {
    return camel(await this.views.rest.voice.regions(options));
  }
}
