import type { GatewayPresenceUpdateData } from 'discord-api-types/v10';
import type { MembersResult } from '../members/MemberChunks.js';
import type { ActivityData } from '../presence/ActivityData.js';
import { PresenceData, type PresenceStatus } from '../presence/PresenceData.js';
import { checkGuildId, type RequestMembersOptions } from '../shard/commands.js';
import type { ConnectionStage } from '../shard/ConnectionStage.js';
import type { Latency } from '../shard/Latency.js';
import type { Session } from '../shard/Session.js';
import type { CollectorCallback } from './CollectorCallback.js';
import type { ShardLike } from './ShardLike.js';

/** What a {@link ShardMessenger} speaks through. */
export interface MessengerTarget {
  readonly connection: ShardLike;
  addCollector(callback: CollectorCallback): () => void;
  close(code: number): Promise<Session | null>;
  restart(options: { readonly resume: boolean }): void;
}

/** Where a bot wants to be in a guild's voice channels. `channelId` `null` leaves. */
export interface VoiceStateData {
  readonly channelId: string | null;
  /** @defaultValue `false` */
  readonly selfDeaf?: boolean;
  /** @defaultValue `false` */
  readonly selfMute?: boolean;
}

/** The channel fields that are on no channel object and must be asked for. */
export type ChannelInfoField = 'status' | 'voice_start_time';

/**
 * Speaks to one shard. It stays the same through reconnects and restarts, so it can be kept; what is sent while the shard is not connected waits.
 *
 * @example
 * ```ts
 * import { ActivityData, type ShardMessenger } from '@aplomb/gateway';
 *
 * function busy(shard: ShardMessenger): void {
 *   shard.setPresence(ActivityData.playing('chess'), 'dnd');
 * }
 * ```
 */
export class ShardMessenger {
  private readonly target: MessengerTarget;

  constructor(target: MessengerTarget) {
    this.target = target;
  }

  get shardId(): number {
    return this.target.connection.id;
  }

  get stage(): ConnectionStage {
    return this.target.connection.stage;
  }

  get latency(): Latency {
    return this.target.connection.latency;
  }

  /** Shows the bot doing this, or nothing (`null`). The status stays. */
  setActivity(activity: ActivityData | null): void {
    this.change({ activities: PresenceData.toPayload({ activities: activity === null ? [] : [activity] }).activities });
  }

  /** Changes the coloured dot. The activities stay. */
  setStatus(status: PresenceStatus): void {
    this.change({ status: PresenceData.toPayload({ status }).status });
  }

  /** Changes all of the presence: an activity and a status, or everything that a presence has. */
  setPresence(presence: PresenceData): void;
  setPresence(activity: ActivityData | null, status: PresenceStatus): void;
  setPresence(given: PresenceData | ActivityData | null, status?: PresenceStatus): void {
    if (status === undefined) this.say(PresenceData.toPayload(given as PresenceData));
    else this.say(PresenceData.toPayload({ activities: given === null ? [] : [given as ActivityData], status }));
  }

  /** See {@link Shard.chunkGuild}. */
  chunkGuild(guildId: string, options?: RequestMembersOptions): Promise<void> {
    return this.target.connection.chunkGuild(guildId, options);
  }

  /** See {@link Shard.requestMembers}. */
  requestMembers(guildId: string, options?: RequestMembersOptions & { readonly signal?: AbortSignal }): Promise<MembersResult> {
    return this.target.connection.requestMembers(guildId, options);
  }

  /**
   * Joins, moves within or leaves a guild's voice channels. Discord's answers go to the `voice` port.
   *
   * @see {@link https://docs.discord.com/developers/events/gateway-events#update-voice-state | Update voice state}
   */
  async updateVoiceState(guildId: string, { channelId, selfDeaf = false, selfMute = false }: VoiceStateData): Promise<void> {
    checkGuildId(guildId);
    await this.send(4, { guild_id: guildId, channel_id: channelId, self_mute: selfMute, self_deaf: selfDeaf });
  }

  /**
   * Asks for the soundboard sounds of guilds; each answers with a SOUNDBOARD_SOUNDS dispatch.
   *
   * @see {@link https://docs.discord.com/developers/events/gateway-events#request-soundboard-sounds | Request soundboard sounds}
   */
  async requestSoundboardSounds(guildIds: readonly string[]): Promise<void> {
    guildIds.forEach(checkGuildId);
    await this.send(31, { guild_ids: guildIds });
  }

  /** Asks for what is on no channel object; the guild answers with a CHANNEL_INFO dispatch. */
  async requestChannelInfo(guildId: string, fields: readonly ChannelInfoField[]): Promise<void> {
    checkGuildId(guildId);
    await this.send(43, { guild_id: guildId, fields });
  }

  /** Sends any command. See {@link Shard.command} for the errors. */
  send(op: number, data: unknown): Promise<void> {
    return this.target.connection.command({ op, d: data });
  }

  /** Closes the shard: 1000 and 1001 end its session, others keep it. It stays closed until it is restarted. */
  close(code = 1000): Promise<Session | null> {
    return this.target.close(code);
  }

  /** Gives up the connection and comes back, with the same session or a new one. */
  restart(options: { readonly resume: boolean } = { resume: true }): void {
    this.target.restart(options);
  }

  /**
   * Shows `callback` every dispatch that this shard parses until it returns `false`: through a client, those that some handler listens for. The function that
   * comes back ends it, too. A callback that throws is removed.
   */
  addCollector(callback: CollectorCallback): () => void {
    return this.target.addCollector(callback);
  }

  private change(part: Partial<GatewayPresenceUpdateData>): void {
    this.say({ ...(this.target.connection.presence ?? PresenceData.toPayload({})), ...part });
  }

  private say(presence: GatewayPresenceUpdateData): void {
    // Nobody looks at a shard that is closed, so it is no error to set how it would look.
    this.target.connection.command({ op: 3, d: presence }).catch(() => undefined);
  }
}
