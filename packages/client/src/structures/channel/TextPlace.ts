import type { APIGuildTextChannel, ChannelType } from 'discord-api-types/v10';
import { ThreadParent } from './ThreadParent.js';

/** What text and announcement channels have in common. */
export abstract class TextPlace<Type extends ChannelType.GuildAnnouncement | ChannelType.GuildText> extends ThreadParent<
  APIGuildTextChannel<Type>
> {
  /** The line above the messages. */
  get topic(): string | null {
    return this.data.topic ?? null;
  }
}
