import type { AnyChannel } from '../channel/AnyChannel.js';
import type { ChannelHandle } from '../channel/ChannelHandle.js';
import type { Guild } from '../guild/Guild.js';
import { View } from '../View.js';

/** What happened in a channel or a thread, of a guild or not. */
export abstract class ChannelEvent<Payload extends { readonly channel_id: string; readonly guild_id?: string }> extends View<Payload> {
  get channelId(): string {
    return this.data.channel_id;
  }

  /** `undefined` in direct messages. */
  get guildId(): string | undefined {
    return this.data.guild_id;
  }

  /** The channel: as the cache knows it, else a handle. */
  get channel(): AnyChannel | ChannelHandle {
    return this.views.cachedChannel(this.channelId) ?? this.views.channelHandle(this.channelId);
  }

  /** The guild, if it is cached; `undefined` in direct messages. */
  get guild(): Guild | undefined {
    return this.guildId === undefined ? undefined : this.views.cachedGuild(this.guildId);
  }
}
