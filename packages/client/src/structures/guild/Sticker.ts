import { OptionsError } from '@aplomb/base';
import type { AuditedCallOptions, CallOptions } from '@aplomb/rest';
import type { APISticker, RESTPatchAPIGuildStickerJSONBody, StickerFormatType, StickerType } from 'discord-api-types/v10';
import { cdn } from '../../text/cdn.js';
import { Entity } from '../Entity.js';
import { changedBody, type BodyOptions } from '../wireBody.js';
import type { Guild } from './Guild.js';
import type { User } from './User.js';

/** What of a sticker can be changed. */
export type StickerChanges = BodyOptions<RESTPatchAPIGuildStickerJSONBody>;

const FORMATS = { 1: 'png', 2: 'png', 3: 'json', 4: 'gif' } as const;

/**
 * A sticker: Discord's own, in a pack, or a guild's.
 *
 * @see {@link https://docs.discord.com/developers/resources/sticker#sticker-object | Sticker object}
 */
export class Sticker extends Entity<APISticker> {
  get name(): string {
    return this.data.name;
  }

  get description(): string | null {
    return this.data.description;
  }

  /** What it is found by: for a guild's sticker the name of an emoji. */
  get tags(): string {
    return this.data.tags;
  }

  /** 1: Discord's own; 2: a guild's. */
  get type(): StickerType {
    return this.data.type;
  }

  /** 1: PNG; 2: APNG; 3: Lottie; 4: GIF. */
  get formatType(): StickerFormatType {
    return this.data.format_type;
  }

  /** The pack that it is in; `null` for a guild's sticker. */
  get packId(): string | null {
    return this.data.pack_id ?? null;
  }

  /** The guild that it belongs to; `null` for Discord's own. */
  get guildId(): string | null {
    return this.data.guild_id ?? null;
  }

  /** Whether it can be used: it may be lost with a boost. */
  get available(): boolean {
    return this.data.available !== false;
  }

  /** Who uploaded it. Only who may manage expressions is told. */
  get user(): User | null {
    return this.data.user === undefined ? null : this.views.user(this.data.user);
  }

  /** Its place in its pack. */
  get sortValue(): number | null {
    return this.data.sort_value ?? null;
  }

  /** The guild that it belongs to; `undefined` where it is not cached. */
  get guild(): Guild | undefined {
    return this.guildId === null ? undefined : this.views.cachedGuild(this.guildId);
  }

  /** Its image; of a Lottie sticker the JSON. */
  get url(): string {
    return cdn.sticker(this.id, FORMATS[this.formatType as keyof typeof FORMATS]);
  }

  /** The sticker as Discord knows it now. */
  async fetch(options?: CallOptions): Promise<Sticker> {
    return this.views.sticker(await this.views.rest.stickers.get(this.id, options));
  }

  /**
   * Changes a guild's sticker. Needs MANAGE_GUILD_EXPRESSIONS for those that the bot has not made.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` for Discord's own
   */
  async edit(changes: StickerChanges, options?: AuditedCallOptions): Promise<Sticker> {
    const body = changedBody<RESTPatchAPIGuildStickerJSONBody>(changes);
    return this.views.sticker(await this.views.rest.stickers.edit(this.ofGuild(), this.id, body, options));
  }

  /**
   * Deletes a guild's sticker. Needs MANAGE_GUILD_EXPRESSIONS for those that the bot has not made.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` for Discord's own
   */
  async delete(options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.stickers.delete(this.ofGuild(), this.id, options);
  }

  private ofGuild(): string {
    if (this.guildId !== null) return this.guildId;
    throw new OptionsError('INVALID_OPTION', {
      what: `Sticker ${this.id} is Discord's own.`,
      cure: 'Only stickers of guilds can be changed.',
    });
  }
}
