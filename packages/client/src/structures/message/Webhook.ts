import type { APIWebhook, APIWebhookSourceChannel, APIWebhookSourceGuild, WebhookType } from 'discord-api-types/v10';
import { cdn, type MovingImageOptions } from '../../text/cdn.js';
import { camel, type Camel } from '../camel.js';
import type { AnyChannel } from '../channel/AnyChannel.js';
import type { ChannelHandle } from '../channel/ChannelHandle.js';
import type { User } from '../guild/User.js';
import { WebhookHandle } from './WebhookHandle.js';

/**
 * A webhook, which writes in a channel under a name of its own.
 *
 * @see {@link https://docs.discord.com/developers/resources/webhook#webhook-object | Webhook object}
 */
export class Webhook extends WebhookHandle<APIWebhook> {
  /** 1 is one that people or applications made, 2 follows a channel, 3 belongs to an application's interactions. */
  get type(): WebhookType {
    return this.data.type;
  }

  get guildId(): string | null {
    return this.data.guild_id ?? null;
  }

  /** The channel that it writes in. */
  get channelId(): string | null {
    return this.data.channel_id;
  }

  /** The channel that it writes in: as the cache knows it, else a handle. */
  get channel(): AnyChannel | ChannelHandle | null {
    const { channelId, views } = this;
    return channelId === null ? null : (views.cachedChannel(channelId) ?? views.channelHandle(channelId));
  }

  /** Who made it; `null` when it was asked for with its token. */
  get user(): User | null {
    return this.data.user === undefined ? null : this.views.user(this.data.user);
  }

  get name(): string | null {
    return this.data.name;
  }

  /** The hash of its picture. */
  get avatar(): string | null {
    return this.data.avatar;
  }

  /** The application that made it. */
  get applicationId(): string | null {
    return this.data.application_id;
  }

  /** The guild of the channel that it follows. */
  get sourceGuild(): Camel<APIWebhookSourceGuild> | null {
    return camel(this.data.source_guild ?? null);
  }

  /** The channel that it follows. */
  get sourceChannel(): Camel<APIWebhookSourceChannel> | null {
    return camel(this.data.source_channel ?? null);
  }

  /** Its picture; `null` without one. */
  avatarUrl(options?: MovingImageOptions): string | null {
    return this.avatar === null ? null : cdn.userAvatar(this.id, this.avatar, options);
  }
}
