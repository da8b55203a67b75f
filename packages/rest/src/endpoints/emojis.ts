import type {
  RESTGetAPIApplicationEmojiResult,
  RESTGetAPIApplicationEmojisResult,
  RESTGetAPIGuildEmojiResult,
  RESTGetAPIGuildEmojisResult,
  RESTPatchAPIApplicationEmojiJSONBody,
  RESTPatchAPIApplicationEmojiResult,
  RESTPatchAPIGuildEmojiJSONBody,
  RESTPatchAPIGuildEmojiResult,
  RESTPostAPIApplicationEmojiJSONBody,
  RESTPostAPIApplicationEmojiResult,
  RESTPostAPIGuildEmojiJSONBody,
  RESTPostAPIGuildEmojiResult,
} from 'discord-api-types/v10';
import type { AuditedCallOptions, CallOptions, Requester } from '../RestRequest.js';
import { route } from '../Route.js';

/** The custom emojis of an application: at most 2,000, which the bot may use everywhere. */
export interface ApplicationEmojiMethods {
  /**
   * The application's emojis, as `items`, each with the `user` who made it.
   *
   * @see {@link https://docs.discord.com/developers/resources/emoji#list-application-emojis | List application emojis}
   */
  listForApplication(applicationId: string, options?: CallOptions): Promise<RESTGetAPIApplicationEmojisResult>;
  /**
   * One of the application's emojis.
   *
   * @see {@link https://docs.discord.com/developers/resources/emoji#get-application-emoji | Get application emoji}
   */
  getForApplication(applicationId: string, emojiId: string, options?: CallOptions): Promise<RESTGetAPIApplicationEmojiResult>;
  /**
   * Adds an emoji to the application. `image` is a data URI of at most 256 KiB.
   *
   * @see {@link https://docs.discord.com/developers/resources/emoji#create-application-emoji | Create application emoji}
   */
  createForApplication(
    applicationId: string,
    body: RESTPostAPIApplicationEmojiJSONBody,
    options?: CallOptions,
  ): Promise<RESTPostAPIApplicationEmojiResult>;
  /**
   * Renames one of the application's emojis.
   *
   * @see {@link https://docs.discord.com/developers/resources/emoji#modify-application-emoji | Modify application emoji}
   */
  editForApplication(
    applicationId: string,
    emojiId: string,
    body: RESTPatchAPIApplicationEmojiJSONBody,
    options?: CallOptions,
  ): Promise<RESTPatchAPIApplicationEmojiResult>;
  /**
   * Deletes one of the application's emojis.
   *
   * @see {@link https://docs.discord.com/developers/resources/emoji#delete-application-emoji | Delete application emoji}
   */
  deleteForApplication(applicationId: string, emojiId: string, options?: CallOptions): Promise<void>;
}

/** The custom emojis of a guild, and those of an application. Discord limits the guild's routes for each guild as a whole. */
export interface EmojiEndpoints extends ApplicationEmojiMethods {
  /**
   * The guild's emojis. Who made them is told to bots with CREATE_GUILD_EXPRESSIONS or MANAGE_GUILD_EXPRESSIONS.
   *
   * @see {@link https://docs.discord.com/developers/resources/emoji#list-guild-emojis | List guild emojis}
   */
  list(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildEmojisResult>;
  /**
   * One of the guild's emojis.
   *
   * @see {@link https://docs.discord.com/developers/resources/emoji#get-guild-emoji | Get guild emoji}
   */
  get(guildId: string, emojiId: string, options?: CallOptions): Promise<RESTGetAPIGuildEmojiResult>;
  /**
   * Adds an emoji to the guild. `image` is a data URI of at most 256 KiB; a larger one is refused without one of Discord's JSON codes. Needs
   * CREATE_GUILD_EXPRESSIONS.
   *
   * @see {@link https://docs.discord.com/developers/resources/emoji#create-guild-emoji | Create guild emoji}
   */
  create(guildId: string, body: RESTPostAPIGuildEmojiJSONBody, options?: AuditedCallOptions): Promise<RESTPostAPIGuildEmojiResult>;
  /**
   * Edits one of the guild's emojis: its name, and the roles that may use it. Needs CREATE_GUILD_EXPRESSIONS or MANAGE_GUILD_EXPRESSIONS for the
   * bot's own emojis, and the latter for others.
   *
   * @see {@link https://docs.discord.com/developers/resources/emoji#modify-guild-emoji | Modify guild emoji}
   */
  edit(
    guildId: string,
    emojiId: string,
    body: RESTPatchAPIGuildEmojiJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPatchAPIGuildEmojiResult>;
  /**
   * Deletes one of the guild's emojis. Needs what {@link EmojiEndpoints.edit} needs.
   *
   * @see {@link https://docs.discord.com/developers/resources/emoji#delete-guild-emoji | Delete guild emoji}
   */
  delete(guildId: string, emojiId: string, options?: AuditedCallOptions): Promise<void>;
}

export function emojiEndpoints(rest: Requester): EmojiEndpoints {
  const emojis = (guildId: string): string => route`/guilds/${guildId}/emojis`;
  const emoji = (guildId: string, emojiId: string): string => route`/guilds/${guildId}/emojis/${emojiId}`;
  return {
    list: async (guildId, options) => rest.request('GET', emojis(guildId), options),
    get: async (guildId, emojiId, options) => rest.request('GET', emoji(guildId, emojiId), options),
    create: async (guildId, body, options) => rest.request('POST', emojis(guildId), { ...options, body }),
    edit: async (guildId, emojiId, body, options) => rest.request('PATCH', emoji(guildId, emojiId), { ...options, body }),
    delete: async (guildId, emojiId, options) => rest.request('DELETE', emoji(guildId, emojiId), options),
    ...applicationEmojiMethods(rest),
  };
}

function applicationEmojiMethods(rest: Requester): ApplicationEmojiMethods {
  const emojis = (applicationId: string): string => route`/applications/${applicationId}/emojis`;
  const emoji = (applicationId: string, emojiId: string): string => route`/applications/${applicationId}/emojis/${emojiId}`;
  return {
    listForApplication: async (applicationId, options) => rest.request('GET', emojis(applicationId), options),
    getForApplication: async (applicationId, emojiId, options) => rest.request('GET', emoji(applicationId, emojiId), options),
    createForApplication: async (applicationId, body, options) => rest.request('POST', emojis(applicationId), { ...options, body }),
    editForApplication: async (applicationId, emojiId, body, options) =>
      rest.request('PATCH', emoji(applicationId, emojiId), { ...options, body }),
    deleteForApplication: async (applicationId, emojiId, options) => rest.request('DELETE', emoji(applicationId, emojiId), options),
  };
}
