import { OptionsError } from '@aplomb/base';
import type { AuditedCallOptions, CallOptions } from '@aplomb/rest';
import type { APIVoiceState } from 'discord-api-types/v10';
import type { AnyChannel } from '../channel/AnyChannel.js';
import { dateOf } from '../dates.js';
import type { Ref } from '../refs.js';
import type { Member } from './Member.js';
import type { MemberHandle } from './MemberHandle.js';
import { PartOfGuild } from './PartOfGuild.js';
import type { User } from './User.js';

/**
 * Where somebody is in voice, and how.
 *
 * @example
 * ```ts
 * import type { Member } from 'aplomb';
 *
 * export async function sendHome(member: Member, homeId: string): Promise<void> {
 *   if (member.voice?.channelId !== homeId) await member.voice?.moveTo(homeId, { reason: 'Too loud' });
 * }
 * ```
 * @see {@link https://docs.discord.com/developers/resources/voice#voice-state-object | Voice state object}
 */
export class VoiceState extends PartOfGuild<APIVoiceState> {
  /** `null` for somebody who left. */
  get channelId(): string | null {
    return this.data.channel_id;
  }

  get userId(): string {
    return this.data.user_id;
  }

  get sessionId(): string {
    return this.data.session_id;
  }

  /** Whether the guild has taken away the ears. */
  get deaf(): boolean {
    return this.data.deaf;
  }

  /** Whether the guild has taken away the voice. */
  get mute(): boolean {
    return this.data.mute;
  }

  get selfDeaf(): boolean {
    return this.data.self_deaf;
  }

  get selfMute(): boolean {
    return this.data.self_mute;
  }

  /** Whether the screen is shown. */
  get selfStream(): boolean {
    return this.data.self_stream === true;
  }

  /** Whether the camera is on. */
  get selfVideo(): boolean {
    return this.data.self_video;
  }

  /** Whether it is somebody in the audience of a stage. */
  get suppress(): boolean {
    return this.data.suppress;
  }

  /** Since when somebody in the audience asks to speak. */
  get requestToSpeakTimestamp(): Date | null {
    return dateOf(this.data.request_to_speak_timestamp);
  }

  /** The channel, where it is cached. */
  get channel(): AnyChannel | undefined {
    return this.channelId === null ? undefined : this.views.cachedChannel(this.channelId);
  }

  /** The member, where the event tells it or the cache has it. */
  get member(): Member | undefined {
    const { guildId, userId } = this;
    const { member } = this.data;
    return member === undefined ? this.views.cachedMember(guildId, userId) : this.views.member(member, { guildId, userId });
  }

  /** The user, where it is cached. */
  get user(): User | undefined {
    return this.member?.user ?? this.views.cachedUser(this.userId);
  }

  /** The state as Discord knows it now. Rejects with 10065 for somebody who is in no voice channel. */
  async fetch(options?: CallOptions): Promise<VoiceState> {
    return this.views.guildHandle(this.guildId).fetchVoiceState(this.userId, options);
  }

  /** See {@link MemberHandle.moveTo}. */
  async moveTo(channel: Ref, options?: AuditedCallOptions): Promise<Member> {
    return this.handle.moveTo(channel, options);
  }

  /** See {@link MemberHandle.disconnect}. */
  async disconnect(options?: AuditedCallOptions): Promise<Member> {
    return this.handle.disconnect(options);
  }

  /** See {@link MemberHandle.setMute}. */
  async setMute(mute: boolean, options?: AuditedCallOptions): Promise<Member> {
    return this.handle.setMute(mute, options);
  }

  /** See {@link MemberHandle.setDeaf}. */
  async setDeaf(deaf: boolean, options?: AuditedCallOptions): Promise<Member> {
    return this.handle.setDeaf(deaf, options);
  }

  /**
   * Puts somebody on a stage into the audience, or, with `false`, lets them speak; oneself as well. Needs MUTE_MEMBERS, but to go into the audience
   * oneself.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` for somebody who is in no channel
   */
  async setSuppressed(suppress: boolean, options?: CallOptions): Promise<void> {
    const body = { channel_id: this.channelOr('suppress'), suppress };
    if (this.isOwn) await this.views.rest.voice.editOwnState(this.guildId, body, options);
    else await this.views.rest.voice.editState(this.guildId, this.userId, body, options);
  }

  /**
   * Of the bot itself, in the audience of a stage: asks to speak, or, with `false`, asks no more. Needs REQUEST_TO_SPEAK.
   *
   * @throws {@link OptionsError} `INVALID_OPTION` for anybody else, or in no channel
   */
  async requestToSpeak(asks = true, options?: CallOptions): Promise<void> {
    if (!this.isOwn)
      throw new OptionsError('INVALID_OPTION', {
        what: `\`requestToSpeak\` was called for user ${this.userId}, who is not the bot.`,
        cure: 'Let others speak with `setSuppressed(false)`.',
      });
    const until = asks ? new Date(this.views.ports.clock.wallMs()).toISOString() : null;
    const body = { channel_id: this.channelOr('requestToSpeak'), request_to_speak_timestamp: until };
    await this.views.rest.voice.editOwnState(this.guildId, body, options);
  }

  private get isOwn(): boolean {
    return this.userId === this.views.cache.selfId;
  }

  private get handle(): MemberHandle {
    return this.views.memberHandle({ guildId: this.guildId, userId: this.userId });
  }

  private channelOr(deed: string): string {
    if (this.channelId !== null) return this.channelId;
    throw new OptionsError('INVALID_OPTION', {
      what: `\`${deed}\` was called for user ${this.userId}, who is in no voice channel.`,
      cure: 'Look at `channelId` first.',
    });
  }
}
