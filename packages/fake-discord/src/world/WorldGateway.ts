import type {
  APIGuildMember,
  APISoundboardSound,
  APIUser,
  GatewayGuildCreateDispatchData,
  GatewayPresenceUpdate,
  APIVoiceState,
} from 'discord-api-types/v10';
import type { BotVoiceAnswer, BotVoiceRequest, ChannelInfo, GatewayWorld } from '../gateway/GatewayWorld.js';
import { isVoiceBased } from './channelTypes.js';
import { guildCreatePayload, memberPayload, presencesOf, thingsOf } from './payloads.js';
import { allows } from './permissions.js';
import type { GuildChannelRecord, GuildRecord } from './records.js';
import { hasRoom, VOICE_ENDPOINT } from './voice.js';
import type { World } from './World.js';

/** The world as the gateway sees it. */
export class WorldGateway implements GatewayWorld {
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  get botUser(): APIUser {
    return this.world.bot;
  }

  get application(): { readonly id: string; readonly flags: number } {
    return this.world.application;
  }

  guildIds(): Iterable<string> {
    return this.world.guilds.keys();
  }

  hasGuild(guildId: string): boolean {
    return this.world.guilds.has(guildId);
  }

  guildCreatePayload(guildId: string): GatewayGuildCreateDispatchData | null {
    const guild = this.world.guilds.get(guildId);
    return guild?.isAvailable === true ? guildCreatePayload(this.world, guild) : null;
  }

  members(guildId: string): readonly APIGuildMember[] {
    return [...(this.world.guilds.get(guildId)?.members.values() ?? [])].map(memberPayload);
  }

  presences(guildId: string): readonly GatewayPresenceUpdate[] {
    const guild = this.world.guilds.get(guildId);
    return guild === undefined ? [] : presencesOf(this.world, guild);
  }

  soundboardSounds(guildId: string): readonly APISoundboardSound[] {
    const guild = this.world.guilds.get(guildId);
    return guild === undefined ? [] : thingsOf(guild, 'soundboardSounds');
  }

  channelInfo(guildId: string): readonly ChannelInfo[] {
    const channels = [...(this.world.guilds.get(guildId)?.channels.values() ?? [])];
    return channels.filter(isVoiceBased).map(({ id, status }) => ({ id, ...(status !== undefined && { status }) }));
  }

  updateBotVoice(request: BotVoiceRequest): BotVoiceAnswer | null {
    const guild = this.world.guilds.get(request.guildId);
    if (guild === undefined) return null;
    return request.channelId === null ? this.leaveVoice(guild, request) : this.joinVoice(guild, request.channelId, request);
  }

  private leaveVoice(guild: GuildRecord, request: BotVoiceRequest): BotVoiceAnswer | null {
    if (!guild.voiceStates.delete(this.world.bot.id)) return null;
    return { state: this.voiceState(guild, request) };
  }

  private joinVoice(guild: GuildRecord, channelId: string, request: BotVoiceRequest): BotVoiceAnswer | null {
    const channel = guild.channels.get(channelId);
    if (channel === undefined || !isVoiceBased(channel) || !this.mayJoin(guild, channel)) return null;
    const state = this.voiceState(guild, request);
    guild.voiceStates.set(this.world.bot.id, state);
    return { state, server: { token: this.world.snowflakes.next(), endpoint: VOICE_ENDPOINT } };
  }

  private mayJoin(guild: GuildRecord, channel: GuildChannelRecord): boolean {
    const isAllowed = allows(this.world.permissionsIn(channel, this.world.bot.id), 'Connect');
    return isAllowed && hasRoom(this.world, guild, channel, this.world.bot.id);
  }

  private voiceState(guild: GuildRecord, request: BotVoiceRequest): APIVoiceState {
    return {
      guild_id: guild.id,
      channel_id: request.channelId,
      user_id: this.world.bot.id,
      member: memberPayload(this.world.member(guild, this.world.bot.id)),
      session_id: request.sessionId,
      deaf: false,
      mute: false,
      self_deaf: request.selfDeaf,
      self_mute: request.selfMute,
      self_video: false,
      suppress: false,
      request_to_speak_timestamp: null,
    };
  }
}
