import type { ChannelType, GatewayThreadDeleteDispatchData } from 'discord-api-types/v10';
import type { AnyChannel } from '../channel/AnyChannel.js';
import type { ChannelHandle } from '../channel/ChannelHandle.js';
import { GuildEvent } from './GuildEvent.js';

/**
 * A thread that was deleted. What it was, handlers get as `before`, if it was cached.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#thread-delete | Thread delete}
 */
export class ThreadDeletion extends GuildEvent<GatewayThreadDeleteDispatchData> {
  /** The thread's id. */
  get id(): string {
    return this.data.id;
  }

  /** The channel that it was in. */
  get parentId(): string {
    return this.data.parent_id;
  }

  /** The channel that it was in: as the cache knows it, else a handle. */
  get parent(): AnyChannel | ChannelHandle {
    return this.views.cachedChannel(this.parentId) ?? this.views.channelHandle(this.parentId);
  }

  get type(): ChannelType {
    return this.data.type;
  }
}
