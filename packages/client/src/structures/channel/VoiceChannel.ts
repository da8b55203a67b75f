import type { ChannelType } from 'discord-api-types/v10';
import { VoicePlace } from './VoicePlace.js';

/** A voice channel of a guild. It has messages, too. */
export class VoiceChannel extends VoicePlace<ChannelType.GuildVoice> {
  /** What stands beneath its name. Known once it changed, or was asked for with `context.shard`. */
  get status(): string | null {
    return this.data.status ?? null;
  }

  /** Since when people talk in it; `null` when nobody does, or it is not known. */
  get voiceStartTime(): Date | null {
    const seconds = this.data.voice_start_time ?? null;
    return seconds === null ? null : new Date(Number(seconds) * 1_000);
  }
}
