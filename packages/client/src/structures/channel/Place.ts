import type { Permissions } from '@aplomb/cache';
import type { AuditedCallOptions, CallOptions, CreateInviteOptions } from '@aplomb/rest';
import type { APIFollowedChannel, RESTPostAPIChannelInviteJSONBody, RESTPostAPIChannelWebhookJSONBody } from 'discord-api-types/v10';
import { checkedId } from '../../text/snowflake.js';
import type { Invite } from '../guild/Invite.js';
import type { Identified } from '../Identified.js';
import type { Webhook } from '../message/Webhook.js';
import { imageBody, type ImageBodyOptions } from '../imageBody.js';
import { idOf, type Ref } from '../refs.js';
import { wireBody, type BodyOptions } from '../wireBody.js';
import type { AnyChannel } from './AnyChannel.js';
import type {
  AnnouncementType,
  DirectType,
  Of,
  OpenType,
  PlaceType,
  PostType,
  StageType,
  TextBasedType,
  ThreadType,
  VoiceType,
} from './kinds.js';
import { overwriteBody, overwriteId, type OverwriteOptions, type OverwriteTarget } from './overwriteBody.js';
import { ThreadPlace } from './ThreadPlace.js';

/** What an invite takes: `maxAge` in seconds, `maxUses`, `temporary`, `unique` … */
export type InviteOptions = BodyOptions<RESTPostAPIChannelInviteJSONBody>;

/** What a webhook takes: its `name`, and an `avatar` as a file. */
export type WebhookOptions = ImageBodyOptions<RESTPostAPIChannelWebhookJSONBody>;

type InGuild = Place<Of<PlaceType | ThreadType>>;
type Placed = Place<Of<PlaceType>>;
type Open = Place<Of<OpenType>>;

/** What can be done with a channel's place in its guild: who may do what there, who is invited, how it is called and where it stands. */
export abstract class Place<Payload extends Identified = Identified> extends ThreadPlace<Payload> {
  /**
   * What somebody may do in it, from what the cache knows.
   *
   * @throws {@link MissingDataError} `CACHE_LACKS_DATA` when something is not cached on which the answer depends
   */
  permissionsFor(this: InGuild, member: Ref | { readonly userId: string }): Permissions {
    return this.views.permissions.inChannel(this.id, typeof member === 'object' && 'userId' in member ? member.userId : idOf(member));
  }

  /** Sets what a role or a member may do here beyond or below what it may in the guild. What it had here is replaced. Needs MANAGE_ROLES. */
  async setOverwrite(this: Placed, target: OverwriteTarget, options: OverwriteOptions, call?: AuditedCallOptions): Promise<void> {
    await this.views.rest.channels.setPermission(this.id, overwriteId(target), overwriteBody(target, options), call);
  }

  /** Takes away what was set for a role or a member. Needs MANAGE_ROLES. */
  async deleteOverwrite(this: Placed, target: OverwriteTarget | string, call?: AuditedCallOptions): Promise<void> {
    await this.views.rest.channels.deletePermission(this.id, typeof target === 'string' ? target : overwriteId(target), call);
  }

  /** Changes the line above the messages; in forums the guidelines. `null` removes it. */
  async setTopic(this: Place<Of<OpenType>>, topic: string | null, options?: AuditedCallOptions): Promise<AnyChannel> {
    return this.edit({ topic }, options);
  }

  /** How many seconds each has to wait after a message: 0 to 21,600. */
  async setSlowmode(
    this: Place<Of<Exclude<TextBasedType, DirectType> | PostType>>,
    seconds: number,
    options?: AuditedCallOptions,
  ): Promise<AnyChannel> {
    return this.edit({ rateLimitPerUser: seconds }, options);
  }

  /** Moves it within its category or its list: 0 is the first place. */
  async setPosition(this: Placed, position: number, options?: AuditedCallOptions): Promise<AnyChannel> {
    return this.edit({ position }, options);
  }

  /** Moves it into a category, or out of all with `null`. Its permissions stay. */
  async setParent(this: Open, category: Ref | null, options?: AuditedCallOptions): Promise<AnyChannel> {
    return this.edit({ parentId: category === null ? null : checkedId(idOf(category), 'a category') }, options);
  }

  /** Whether only adults may see it. */
  async setNsfw(this: Open, nsfw = true, options?: AuditedCallOptions): Promise<AnyChannel> {
    return this.edit({ nsfw }, options);
  }

  /** Makes an invite: for a day and any number of uses, unless said otherwise. Needs CREATE_INSTANT_INVITE. */
  async createInvite(this: Open, options: InviteOptions = {}, call?: CreateInviteOptions): Promise<Invite> {
    const body = wireBody<RESTPostAPIChannelInviteJSONBody>(options);
    return this.views.invite(await this.views.rest.channels.createInvite(this.id, body, call));
  }

  /** All invites to it, with how often they were used. Needs MANAGE_CHANNELS. */
  async fetchInvites(this: Open, options?: CallOptions): Promise<readonly Invite[]> {
    return (await this.views.rest.channels.invites(this.id, options)).map((invite) => this.views.invite(invite));
  }

  /** Makes a webhook that writes in it. Needs MANAGE_WEBHOOKS. */
  async createWebhook(this: Open, options: WebhookOptions, call?: AuditedCallOptions): Promise<Webhook> {
    const body = await imageBody<RESTPostAPIChannelWebhookJSONBody>(options, ['name']);
    return this.views.webhook(await this.views.rest.webhooks.create(this.id, body, call));
  }

  /** The webhooks that write in it. Needs MANAGE_WEBHOOKS. */
  async fetchWebhooks(this: Open, options?: CallOptions): Promise<readonly Webhook[]> {
    return (await this.views.rest.webhooks.channelWebhooks(this.id, options)).map((webhook) => this.views.webhook(webhook));
  }

  /** Sends what is published in this announcement channel to another channel from now on. Needs MANAGE_WEBHOOKS there. */
  async follow(this: Place<Of<AnnouncementType>>, target: Ref, options?: AuditedCallOptions): Promise<APIFollowedChannel> {
    return this.views.rest.channels.follow(this.id, { webhook_channel_id: checkedId(idOf(target), 'the channel that follows') }, options);
  }

  /** Sets what stands beneath the name of a voice channel: up to 500 characters, `null` for nothing. Needs SET_VOICE_CHANNEL_STATUS. */
  async setStatus(this: Place<Of<Exclude<VoiceType, StageType>>>, status: string | null, options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.channels.setVoiceStatus(this.id, { status }, options);
  }
}
