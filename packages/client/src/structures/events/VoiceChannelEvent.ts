import type { VoiceChannel } from '../channel/VoiceChannel.js';
import type { ChannelHandle } from '../channel/ChannelHandle.js';
import { GuildEvent } from './GuildEvent.js';

/** What changes fast of a voice channel. */
export abstract class VoiceChannelEvent<Payload extends { readonly id: string; readonly guild_id: string }> extends GuildEvent<Payload> {
  /** The channel's id. */
  get id(): string {
    return this.data.id;
  }

  /** The channel: as the cache knows it, else a handle. */
  get channel(): ChannelHandle | VoiceChannel {
    const channel = this.views.cachedChannel(this.id);
    return channel?.type === VOICE ? channel : this.views.channelHandle(this.id);
  }
}

const VOICE = 2;
