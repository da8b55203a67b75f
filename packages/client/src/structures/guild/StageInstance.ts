import type { AuditedCallOptions, CallOptions } from '@aplomb/rest';
import type { APIStageInstance, RESTPatchAPIStageInstanceJSONBody, StageInstancePrivacyLevel } from 'discord-api-types/v10';
import type { AnyChannel } from '../channel/AnyChannel.js';
import { changedBody, type BodyOptions } from '../wireBody.js';
import { GuildEntity } from './GuildEntity.js';
import type { ScheduledEvent } from './ScheduledEvent.js';

/** A stage as Discord sends it, with what it still sends from when stages could be discovered. */
export interface StageInstancePayload extends Omit<APIStageInstance, 'discoverable_disabled'> {
  readonly discoverable_disabled: boolean;
}

/**
 * A stage on which somebody speaks.
 *
 * @see {@link https://docs.discord.com/developers/resources/stage-instance#stage-instance-object | Stage instance object}
 */
export class StageInstance extends GuildEntity<StageInstancePayload> {
  get channelId(): string {
    return this.data.channel_id;
  }

  /** What is spoken about. */
  get topic(): string {
    return this.data.topic;
  }

  get privacyLevel(): StageInstancePrivacyLevel {
    return this.data.privacy_level;
  }

  get discoverableDisabled(): boolean {
    return this.data.discoverable_disabled;
  }

  /** The event that it belongs to. */
  get guildScheduledEventId(): string | null {
    return this.data.guild_scheduled_event_id ?? null;
  }

  /** The stage's channel, where it is cached. */
  get channel(): AnyChannel | undefined {
    return this.views.cachedChannel(this.channelId);
  }

  /** The event that it belongs to, where it is cached. */
  get scheduledEvent(): ScheduledEvent | undefined {
    return this.guildScheduledEventId === null ? undefined : this.views.cached('scheduledEvents', this.guildId, this.guildScheduledEventId);
  }

  /** The stage as Discord knows it now. */
  async fetch(options?: CallOptions): Promise<StageInstance> {
    return this.views.stageInstance(await this.views.rest.stageInstances.get(this.channelId, options), this.guildId);
  }

  /** Changes it. Needs to moderate the stage: MANAGE_CHANNELS, MUTE_MEMBERS and MOVE_MEMBERS. */
  async edit(changes: BodyOptions<RESTPatchAPIStageInstanceJSONBody>, options?: AuditedCallOptions): Promise<StageInstance> {
    const body = changedBody<RESTPatchAPIStageInstanceJSONBody>(changes);
    return this.views.stageInstance(await this.views.rest.stageInstances.edit(this.channelId, body, options), this.guildId);
  }

  /** Says what is spoken about: 1 to 120 characters. */
  async setTopic(topic: string, options?: AuditedCallOptions): Promise<StageInstance> {
    return this.edit({ topic }, options);
  }

  /** Closes the stage. */
  async delete(options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.stageInstances.delete(this.channelId, options);
  }
}
