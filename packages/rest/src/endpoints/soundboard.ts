import type {
  RESTGetAPIGuildSoundboardSoundResult,
  RESTGetAPIGuildSoundboardSoundsResult,
  RESTGetAPISoundboardDefaultSoundsResult,
  RESTPatchAPIGuildSoundboardSoundJSONBody,
  RESTPatchAPIGuildSoundboardSoundResult,
  RESTPostAPIGuildSoundboardSoundJSONBody,
  RESTPostAPIGuildSoundboardSoundResult,
  RESTPostAPISoundboardSendSoundJSONBody,
} from 'discord-api-types/v10';
import type { AuditedCallOptions, CallOptions, Requester } from '../RestRequest.js';
import { route } from '../Route.js';

/** Sounds that members play in voice channels: Discord's own, and those of guilds. */
export interface SoundboardEndpoints {
  /**
   * Plays a sound in a voice channel. The bot must be connected to it, and neither muted, deafened nor suppressed. Needs SPEAK and USE_SOUNDBOARD;
   * for a sound of another guild also USE_EXTERNAL_SOUNDS, and its `source_guild_id`.
   *
   * @see {@link https://docs.discord.com/developers/resources/soundboard#send-soundboard-sound | Send soundboard sound}
   */
  sendSound(channelId: string, body: RESTPostAPISoundboardSendSoundJSONBody, options?: CallOptions): Promise<void>;
  /**
   * Discord's own sounds, which everybody may use.
   *
   * @see {@link https://docs.discord.com/developers/resources/soundboard#list-default-soundboard-sounds | List default soundboard sounds}
   */
  defaultSounds(options?: CallOptions): Promise<RESTGetAPISoundboardDefaultSoundsResult>;
  /**
   * The guild's sounds, as `items`. Who made them is told to bots with CREATE_GUILD_EXPRESSIONS or MANAGE_GUILD_EXPRESSIONS.
   *
   * @see {@link https://docs.discord.com/developers/resources/soundboard#list-guild-soundboard-sounds | List guild soundboard sounds}
   */
  sounds(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildSoundboardSoundsResult>;
  /**
   * One of the guild's sounds, with its maker for bots with CREATE_GUILD_EXPRESSIONS or MANAGE_GUILD_EXPRESSIONS.
   *
   * @see {@link https://docs.discord.com/developers/resources/soundboard#get-guild-soundboard-sound | Get guild soundboard sound}
   */
  sound(guildId: string, soundId: string, options?: CallOptions): Promise<RESTGetAPIGuildSoundboardSoundResult>;
  /**
   * Adds a sound to the guild. `sound` is a data URI of an MP3 or Ogg file of at most 512 KiB and 5.2 seconds; the name has 2 to 32 characters.
   * Needs CREATE_GUILD_EXPRESSIONS.
   *
   * @see {@link https://docs.discord.com/developers/resources/soundboard#create-guild-soundboard-sound | Create guild soundboard sound}
   */
  createSound(
    guildId: string,
    body: RESTPostAPIGuildSoundboardSoundJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPostAPIGuildSoundboardSoundResult>;
  /**
   * Edits one of the guild's sounds. Needs CREATE_GUILD_EXPRESSIONS or MANAGE_GUILD_EXPRESSIONS for the bot's own sounds, and the latter for others.
   *
   * @see {@link https://docs.discord.com/developers/resources/soundboard#modify-guild-soundboard-sound | Modify guild soundboard sound}
   */
  editSound(
    guildId: string,
    soundId: string,
    body: RESTPatchAPIGuildSoundboardSoundJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPatchAPIGuildSoundboardSoundResult>;
  /**
   * Deletes one of the guild's sounds. Needs what {@link SoundboardEndpoints.editSound} needs.
   *
   * @see {@link https://docs.discord.com/developers/resources/soundboard#delete-guild-soundboard-sound | Delete guild soundboard sound}
   */
  deleteSound(guildId: string, soundId: string, options?: AuditedCallOptions): Promise<void>;
}

export function soundboardEndpoints(rest: Requester): SoundboardEndpoints {
  const sounds = (guildId: string): string => route`/guilds/${guildId}/soundboard-sounds`;
  const sound = (guildId: string, soundId: string): string => route`/guilds/${guildId}/soundboard-sounds/${soundId}`;
  return {
    sendSound: async (channelId, body, options) =>
      rest.request('POST', route`/channels/${channelId}/send-soundboard-sound`, { ...options, body }),
    defaultSounds: async (options) => rest.request('GET', '/soundboard-default-sounds', options),
    sounds: async (guildId, options) => rest.request('GET', sounds(guildId), options),
    sound: async (guildId, soundId, options) => rest.request('GET', sound(guildId, soundId), options),
    createSound: async (guildId, body, options) => rest.request('POST', sounds(guildId), { ...options, body }),
    editSound: async (guildId, soundId, body, options) => rest.request('PATCH', sound(guildId, soundId), { ...options, body }),
    deleteSound: async (guildId, soundId, options) => rest.request('DELETE', sound(guildId, soundId), options),
  };
}
