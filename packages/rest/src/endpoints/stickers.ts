import type {
  RESTGetAPIGuildStickerResult,
  RESTGetAPIGuildStickersResult,
  RESTGetAPIStickerPackResult,
  RESTGetAPIStickerResult,
  RESTGetStickerPacksResult,
  RESTPatchAPIGuildStickerJSONBody,
  RESTPatchAPIGuildStickerResult,
  RESTPostAPIGuildStickerFormDataBody,
  RESTPostAPIGuildStickerResult,
} from 'discord-api-types/v10';
import type { Attachment } from '../body/FileInput.js';
import type { AuditedCallOptions, CallOptions, Requester } from '../RestRequest.js';
import { route } from '../Route.js';

/** What a new sticker is made of. */
export interface StickerForm extends Readonly<Omit<RESTPostAPIGuildStickerFormDataBody, 'file'>> {
  /** A PNG, APNG, GIF or Lottie file of at most 512 KiB, 320 × 320 pixels and 5 seconds; Discord tells its kind by its name. */
  readonly file: Attachment;
}

/** Stickers: Discord's own in packs, and those of guilds. */
export interface StickerEndpoints {
  /**
   * Any sticker, Discord's own or a guild's.
   *
   * @see {@link https://docs.discord.com/developers/resources/sticker#get-sticker | Get sticker}
   */
  get(stickerId: string, options?: CallOptions): Promise<RESTGetAPIStickerResult>;
  /**
   * The packs of Discord's own stickers, as `sticker_packs`. Needs no token.
   *
   * @see {@link https://docs.discord.com/developers/resources/sticker#list-sticker-packs | List sticker packs}
   */
  packs(options?: CallOptions): Promise<RESTGetStickerPacksResult>;
  /**
   * One pack of Discord's own stickers.
   *
   * @see {@link https://docs.discord.com/developers/resources/sticker#get-sticker-pack | Get sticker pack}
   */
  pack(packId: string, options?: CallOptions): Promise<RESTGetAPIStickerPackResult>;
  /**
   * The guild's stickers. Who made them is told to bots with CREATE_GUILD_EXPRESSIONS or MANAGE_GUILD_EXPRESSIONS.
   *
   * @see {@link https://docs.discord.com/developers/resources/sticker#list-guild-stickers | List guild stickers}
   */
  list(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildStickersResult>;
  /**
   * One of the guild's stickers, with its maker for bots with CREATE_GUILD_EXPRESSIONS or MANAGE_GUILD_EXPRESSIONS.
   *
   * @see {@link https://docs.discord.com/developers/resources/sticker#get-guild-sticker | Get guild sticker}
   */
  getForGuild(guildId: string, stickerId: string, options?: CallOptions): Promise<RESTGetAPIGuildStickerResult>;
  /**
   * Adds a sticker to the guild. The name has 2 to 30 characters, the description none or 2 to 100, the tags at most 200. Needs
   * CREATE_GUILD_EXPRESSIONS; Lottie files are for guilds that are verified or partnered.
   *
   * @example
   * ```ts
   * import { readFile } from 'node:fs/promises';
   * import { Rest } from '@aplomb/rest';
   *
   * const rest = new Rest({ token: process.env.DISCORD_TOKEN ?? '' });
   * const file = { name: 'wave.png', data: await readFile('wave.png') };
   * await rest.stickers.create('1100', { name: 'wave', description: 'A hand that waves', tags: 'wave', file });
   * ```
   * @see {@link https://docs.discord.com/developers/resources/sticker#create-guild-sticker | Create guild sticker}
   */
  create(guildId: string, form: StickerForm, options?: AuditedCallOptions): Promise<RESTPostAPIGuildStickerResult>;
  /**
   * Edits one of the guild's stickers. Needs CREATE_GUILD_EXPRESSIONS or MANAGE_GUILD_EXPRESSIONS for the bot's own stickers, and the latter for
   * others.
   *
   * @see {@link https://docs.discord.com/developers/resources/sticker#modify-guild-sticker | Modify guild sticker}
   */
  edit(
    guildId: string,
    stickerId: string,
    body: RESTPatchAPIGuildStickerJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPatchAPIGuildStickerResult>;
  /**
   * Deletes one of the guild's stickers. Needs what {@link StickerEndpoints.edit} needs.
   *
   * @see {@link https://docs.discord.com/developers/resources/sticker#delete-guild-sticker | Delete guild sticker}
   */
  delete(guildId: string, stickerId: string, options?: AuditedCallOptions): Promise<void>;
}

export function stickerEndpoints(rest: Requester): StickerEndpoints {
  const stickers = (guildId: string): string => route`/guilds/${guildId}/stickers`;
  const sticker = (guildId: string, stickerId: string): string => route`/guilds/${guildId}/stickers/${stickerId}`;
  return {
    get: async (stickerId, options) => rest.request('GET', route`/stickers/${stickerId}`, options),
    packs: async (options) => rest.request('GET', '/sticker-packs', { ...options, authorized: false }),
    pack: async (packId, options) => rest.request('GET', route`/sticker-packs/${packId}`, options),
    list: async (guildId, options) => rest.request('GET', stickers(guildId), options),
    getForGuild: async (guildId, stickerId, options) => rest.request('GET', sticker(guildId, stickerId), options),
    create: async (guildId, { name, description, tags, file }, options) =>
      rest.request('POST', stickers(guildId), { ...options, form: { name, description, tags, file } }),
    edit: async (guildId, stickerId, body, options) => rest.request('PATCH', sticker(guildId, stickerId), { ...options, body }),
    delete: async (guildId, stickerId, options) => rest.request('DELETE', sticker(guildId, stickerId), options),
  };
}
