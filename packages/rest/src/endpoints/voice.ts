import type {
  RESTGetAPIGuildVoiceStateCurrentMemberResult,
  RESTGetAPIGuildVoiceStateUserResult,
  RESTGetAPIVoiceRegionsResult,
  RESTPatchAPIGuildVoiceStateCurrentMemberJSONBody,
  RESTPatchAPIGuildVoiceStateUserJSONBody,
} from 'discord-api-types/v10';
import type { CallOptions, Requester } from '../RestRequest.js';
import { route } from '../Route.js';

/** Who is in which voice channel, and the regions that serve voice. */
export interface VoiceEndpoints {
  /**
   * The voice regions that a channel's `rtc_region` can name.
   *
   * @see {@link https://docs.discord.com/developers/resources/voice#list-voice-regions | List voice regions}
   */
  regions(options?: CallOptions): Promise<RESTGetAPIVoiceRegionsResult>;
  /**
   * The bot's own voice state in the guild.
   *
   * @see {@link https://docs.discord.com/developers/resources/voice#get-current-user-voice-state | Get current user voice state}
   */
  ownState(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildVoiceStateCurrentMemberResult>;
  /**
   * A member's voice state. Needs CONNECT on the channel that the member is in.
   *
   * @see {@link https://docs.discord.com/developers/resources/voice#get-user-voice-state | Get user voice state}
   */
  state(guildId: string, userId: string, options?: CallOptions): Promise<RESTGetAPIGuildVoiceStateUserResult>;
  /**
   * Lets the bot speak, fall silent or ask to speak in the stage channel that it has joined. To unsuppress itself needs MUTE_MEMBERS, to ask needs
   * REQUEST_TO_SPEAK.
   *
   * @see {@link https://docs.discord.com/developers/resources/voice#modify-current-user-voice-state | Modify current user voice state}
   */
  editOwnState(guildId: string, body: RESTPatchAPIGuildVoiceStateCurrentMemberJSONBody, options?: CallOptions): Promise<void>;
  /**
   * Lets a member speak or fall silent in the stage channel that it has joined. Needs MUTE_MEMBERS.
   *
   * @see {@link https://docs.discord.com/developers/resources/voice#modify-user-voice-state | Modify user voice state}
   */
  editState(guildId: string, userId: string, body: RESTPatchAPIGuildVoiceStateUserJSONBody, options?: CallOptions): Promise<void>;
}

export function voiceEndpoints(rest: Requester): VoiceEndpoints {
  const ownState = (guildId: string): string => route`/guilds/${guildId}/voice-states/@me`;
  const state = (guildId: string, userId: string): string => route`/guilds/${guildId}/voice-states/${userId}`;
  return {
    regions: async (options) => rest.request('GET', '/voice/regions', options),
    ownState: async (guildId, options) => rest.request('GET', ownState(guildId), options),
    state: async (guildId, userId, options) => rest.request('GET', state(guildId, userId), options),
    editOwnState: async (guildId, body, options) => rest.request('PATCH', ownState(guildId), { ...options, body }),
    editState: async (guildId, userId, body, options) => rest.request('PATCH', state(guildId, userId), { ...options, body }),
  };
}
