import type { AuditedCallOptions, CallOptions } from '@aplomb/rest';
import type { ChannelType, RESTPostAPIStageInstanceJSONBody } from 'discord-api-types/v10';
import type { StageInstance } from '../guild/StageInstance.js';
import { wireBody, type BodyOptions } from '../wireBody.js';
import { VoicePlace } from './VoicePlace.js';

/** What a stage takes: its `topic` of 1 to 120 characters, and whether `sendStartNotification`. */
export type StageOptions = BodyOptions<Omit<RESTPostAPIStageInstanceJSONBody, 'channel_id'>>;

/** A channel with speakers and listeners. */
export class StageChannel extends VoicePlace<ChannelType.GuildStageVoice> {
  /** The line that says what it is for; what is going on has a topic of its own. */
  get topic(): string | null {
    return (this.data as { readonly topic?: string | null }).topic ?? null;
  }

  /**
   * Opens the stage. Needs a moderator of the channel.
   *
   * @see {@link https://docs.discord.com/developers/resources/stage-instance#create-stage-instance | Create stage instance}
   */
  async startStage(options: StageOptions, call?: AuditedCallOptions): Promise<StageInstance> {
    const body = wireBody<Omit<RESTPostAPIStageInstanceJSONBody, 'channel_id'>>(options);
    return this.views.stageInstance(await this.views.rest.stageInstances.create({ ...body, channel_id: this.id }, call), this.guildId);
  }

  /** The stage that is open; rejects with a 404 when none is. */
  async fetchStage(options?: CallOptions): Promise<StageInstance> {
    return this.views.stageInstance(await this.views.rest.stageInstances.get(this.id, options), this.guildId);
  }

  /** Closes the stage. */
  async endStage(options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.stageInstances.delete(this.id, options);
  }
}
