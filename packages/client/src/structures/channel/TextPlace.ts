import type { APIGuildTextChannel, ChannelType } from 'discord-api-types/v10';
import type { Relation } from '../Relation.js';
import { ListedChannel } from './ListedChannel.js';
import { threadsIn } from './relations.js';
import type { Thread } from './Thread.js';

/** What text and announcement channels have in common. */
export abstract class TextPlace<Type extends ChannelType.GuildAnnouncement | ChannelType.GuildText> extends ListedChannel<
  APIGuildTextChannel<Type>
> {
  /** The line above the messages. */
  get topic(): string | null {
    return this.data.topic ?? null;
  }

  /** After how many minutes without a message a new thread is archived; `null` where Discord's default holds. */
  get defaultAutoArchiveDuration(): number | null {
    return this.data.default_auto_archive_duration ?? null;
  }

  /** How many seconds each has to wait after a message in threads that are made from now on. */
  get defaultThreadRateLimitPerUser(): number {
    return this.data.default_thread_rate_limit_per_user ?? 0;
  }

  /** Its threads that the cache knows: those that are not archived, and that the bot may see. */
  get threads(): Relation<Thread> {
    return threadsIn(this.views, this);
  }
}
