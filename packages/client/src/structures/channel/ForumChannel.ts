import type { APIGuildForumChannel, ChannelType } from 'discord-api-types/v10';
import { PostPlace } from './PostPlace.js';

/** A channel of posts. */
export class ForumChannel extends PostPlace<ChannelType.GuildForum> {
  /** How posts are shown: 1 is a list, 2 a gallery, 0 as each user likes. */
  get defaultForumLayout(): number {
    return (this.data as Partial<APIGuildForumChannel>).default_forum_layout ?? 0;
  }
}
