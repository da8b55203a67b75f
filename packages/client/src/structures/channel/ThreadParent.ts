import type { APIGuildTextChannel, APIThreadOnlyChannel, ChannelType } from 'discord-api-types/v10';
import type { Relation } from '../Relation.js';
import type { PostType } from './kinds.js';
import { ListedChannel } from './ListedChannel.js';
import { threadsIn } from './relations.js';
import type { Thread } from './Thread.js';

type ParentPayload = APIGuildTextChannel<ChannelType.GuildAnnouncement | ChannelType.GuildText> | APIThreadOnlyChannel<PostType>;

/** What the channels have in common that threads or posts are made in. */
export abstract class ThreadParent<Payload extends ParentPayload> extends ListedChannel<Payload> {
  /** After how many minutes without a message a new thread is archived; `null` where Discord's default holds. */
  get defaultAutoArchiveDuration(): number | null {
    return this.data.default_auto_archive_duration ?? null;
  }

  /** How many seconds each has to wait after a message in threads that are made from now on. */
  get defaultThreadRateLimitPerUser(): number {
    return this.data.default_thread_rate_limit_per_user ?? 0;
  }

  /** Its threads or posts that the cache knows: those that are not archived, and that the bot may see. */
  get threads(): Relation<Thread> {
    return threadsIn(this.views, this);
  }
}
