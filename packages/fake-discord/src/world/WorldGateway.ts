import type {
  APIGuildMember,
  APISoundboardSound,
  APIUser,
  GatewayGuildCreateDispatchData,
  GatewayPresenceUpdate,
  APIVoiceState,
} from 'discord-api-types/v10';
import type { BotVoiceAnswer, BotVoiceRequest, ChannelInfo, GatewayWorld } from '../gateway/GatewayWorld.js';
import { guildCreatePayload, memberPayload, presencesOf } from './payloads.js';
import { allows } from './permissions.js';
import type { GuildChannelRecord, GuildRecord } from './records.js';
import type { World } from './World.js';

/** Voice itself is not simulated: a name that can never resolve makes a bot that connects to it fail at once and by name. */
const VOICE_ENDPOINT = 'voice.fake-discord.invalid:443';

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

  /** Sounds are not simulated yet, so no guild has any. */
  soundboardSounds(): readonly APISoundboardSound[] {
    return [];
  }

  channelInfo(guildId: string): readonly ChannelInfo[] {
    const channels = [...(this.world.guilds.get(guildId)?.channels.values() ?? [])];
    return channels.filter(({ type }) => type === 2).map(({ id }) => ({ id }));
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
    if (channel?.type !== 2 || !this.mayJoin(guild, channel)) return null;
    const state = this.voiceState(guild, request);
    guild.voiceStates.set(this.world.bot.id, state);
    return { state, server: { token: this.world.snowflakes.next(), endpoint: VOICE_ENDPOINT } };
  }

  /** A full channel lets only those in who may move others. */
  private mayJoin(guild: GuildRecord, channel: GuildChannelRecord): boolean {
    const bits = this.world.permissionsIn(channel, this.world.bot.id);
    if (!allows(bits, 'Connect')) return false;
    const others = [...guild.voiceStates.values()].filter(
      (state) => state.channel_id === channel.id && state.user_id !== this.world.bot.id,
    );
    return channel.userLimit === 0 || others.length < channel.userLimit || allows(bits, 'MoveMembers');
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
