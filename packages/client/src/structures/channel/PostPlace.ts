import type { AuditedCallOptions } from '@aplomb/rest';
import type { APIGuildForumDefaultReactionEmoji, APIGuildForumTag, APIThreadOnlyChannel } from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import type { AnyChannel } from './AnyChannel.js';
import type { PostType } from './kinds.js';
import { ThreadParent } from './ThreadParent.js';

/** A tag that posts of a forum can have: its `id`, `name`, `emojiId` or `emojiName`, and whether it is `moderated`. */
export type ForumTag = Camel<APIGuildForumTag>;

/** A tag of a forum: one with an `id` is a tag that is there. */
export type ForumTagOptions = Pick<ForumTag, 'name'> & Partial<ForumTag>;

/** @see {@link https://docs.discord.com/developers/resources/channel#channel-object-channel-flags | Channel flags} */
const REQUIRE_TAG = 1 << 4;

/** What forum and media channels have in common. */
export abstract class PostPlace<Type extends PostType> extends ThreadParent<APIThreadOnlyChannel<Type>> {
  /** The guidelines. */
  get topic(): string | null {
    return this.data.topic ?? null;
  }

  /** The tags that posts can have. */
  get availableTags(): readonly ForumTag[] {
    return camel((this.data as Partial<APIThreadOnlyChannel<Type>>).available_tags ?? []);
  }

  /** Whether every post must have a tag. */
  get requiresTag(): boolean {
    return (this.flags & REQUIRE_TAG) !== 0;
  }

  /** The emoji of the button beneath a post. */
  get defaultReactionEmoji(): Camel<APIGuildForumDefaultReactionEmoji> | null {
    const { default_reaction_emoji: emoji } = this.data as Partial<APIThreadOnlyChannel<Type>>;
    return emoji === null || emoji === undefined ? null : camel(emoji);
  }

  /** How posts are sorted: 0 is by activity, 1 by date; `null` as each user likes. */
  get defaultSortOrder(): number | null {
    return (this.data as Partial<APIThreadOnlyChannel<Type>>).default_sort_order ?? null;
  }

  /** Sets the tags that posts can have: up to 20. One with an `id` is a tag that is there; one that is left out goes. */
  async setAvailableTags(availableTags: readonly ForumTagOptions[], options?: AuditedCallOptions): Promise<AnyChannel> {
    return this.edit({ availableTags }, options);
  }
}
