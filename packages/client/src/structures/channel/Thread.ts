import type { AuditedCallOptions, CallOptions } from '@aplomb/rest';
import { dateOf, madeAt } from '../dates.js';
import type { Member } from '../guild/Member.js';
import type { Message } from '../message/Message.js';
import { Relation } from '../Relation.js';
import type { AnnouncementChannel } from './AnnouncementChannel.js';
import type { AnyChannel, PostChannel } from './AnyChannel.js';
import type { ChannelHandle } from './ChannelHandle.js';
import { GuildChannel } from './GuildChannel.js';
import { KINDS } from './kinds.js';
import type { ThreadPayload } from './payloads.js';
import type { ForumTag } from './PostPlace.js';
import type { TextChannel } from './TextChannel.js';
import type { ThreadMember } from './ThreadMember.js';

/** A channel that threads are made in. */
export type ThreadParent = AnnouncementChannel | PostChannel | TextChannel;

/** @see {@link https://docs.discord.com/developers/resources/channel#channel-object-channel-flags | Channel flags} */
const PINNED = 1 << 1;

/**
 * A thread, or a post of a forum or media channel.
 *
 * @see {@link https://docs.discord.com/developers/topics/threads | Threads}
 */
export class Thread extends GuildChannel<ThreadPayload> {
  /** The channel that it is in: as the cache knows it, else a handle. */
  get parent(): ChannelHandle | ThreadParent {
    const id = this.parentId ?? '';
    return (this.views.cachedChannel(id) as ThreadParent | undefined) ?? this.views.channelHandle(id);
  }

  /** Whether it is a post of a forum or media channel; `undefined` when its channel is not cached. */
  get isForumPost(): boolean | undefined {
    const { type } = this.parent;
    return type === undefined ? undefined : KINDS.post.includes(type);
  }

  /** Whether only those see it who are in it. */
  get isPrivate(): boolean {
    return this.type === 12;
  }

  /** Who made it. */
  get ownerId(): string | null {
    return this.data.owner_id ?? null;
  }

  /** Who made it, if the cache knows. */
  get owner(): Member | undefined {
    return this.ownerId === null ? undefined : this.views.cachedMember(this.guildId, this.ownerId);
  }

  /** How many messages it has, without the first one and without those that are deleted. Discord counts no further than 50 in threads from before 2022-07-01. */
  get messageCount(): number {
    return this.data.message_count ?? 0;
  }

  /** How many messages were ever sent in it. */
  get totalMessageSent(): number {
    return this.data.total_message_sent ?? 0;
  }

  /** How many are in it; Discord stops counting at 50. */
  get memberCount(): number {
    return this.data.member_count ?? 0;
  }

  /** The ids of a post's tags. */
  get appliedTags(): readonly string[] {
    return this.data.applied_tags ?? [];
  }

  /** A post's tags, as far as its forum is cached. */
  get tags(): readonly ForumTag[] {
    const { parent } = this;
    return parent.isPostBased() ? parent.availableTags.filter(({ id }) => this.appliedTags.includes(id)) : [];
  }

  /** Whether it is archived: nobody sees it in the list, and the next message brings it back. */
  get archived(): boolean {
    return this.data.thread_metadata?.archived ?? false;
  }

  /** When it was archived or brought back last, or its settings for that were changed. */
  get archiveTimestamp(): Date | null {
    return dateOf(this.data.thread_metadata?.archive_timestamp);
  }

  /** After how many minutes without a message it is archived. */
  get autoArchiveDuration(): number | null {
    return this.data.thread_metadata?.auto_archive_duration ?? null;
  }

  /** Whether only moderators can bring it back from the archive. */
  get locked(): boolean {
    return this.data.thread_metadata?.locked ?? false;
  }

  /** Whether everybody in a private thread may add people. */
  get invitable(): boolean {
    return this.data.thread_metadata?.invitable ?? true;
  }

  /** When it was made: by its id that of its first message, which may be older. */
  override get createdAt(): Date {
    return dateOf(this.data.thread_metadata?.create_timestamp) ?? madeAt(this.id);
  }

  /** Whether it was made just now: in the `threadCreate` event, which also tells of threads that the bot was added to. */
  get newlyCreated(): boolean {
    return this.data.newly_created ?? false;
  }

  /** Whether it is a post that is pinned in its forum. */
  get isPinned(): boolean {
    return (this.flags & PINNED) !== 0;
  }

  /** The bot's own membership; `null` when it is not in it. */
  get member(): ThreadMember | null {
    const { member } = this.data;
    return member === undefined ? null : this.views.threadMember(member, { guildId: this.guildId, threadId: this.id });
  }

  /** Whether the bot is in it. */
  get isJoined(): boolean {
    return this.data.member !== undefined;
  }

  /** Who is in it, of those whom the cache knows: none, unless its policy keeps the members of threads. */
  get members(): Relation<ThreadMember> {
    const { guildId, id: threadId, views } = this;
    const all = (): readonly ThreadMember[] => views.cachedThreadMembers({ guildId, threadId });
    return new Relation({ get: (userId) => all().find((member) => member.userId === userId), all });
  }

  /** Pins a post in its forum, or unpins it. A forum has one that is pinned. Needs MANAGE_THREADS. */
  async setPinned(pinned = true, options?: AuditedCallOptions): Promise<AnyChannel> {
    return this.edit({ flags: pinned ? this.flags | PINNED : this.flags & ~PINNED }, options);
  }

  /** Who made it, asked of Discord. */
  async fetchOwner(options?: CallOptions): Promise<ThreadMember | null> {
    return this.ownerId === null ? null : this.fetchMember(this.ownerId, options);
  }

  /** The message that it was started with: of a post the first one, else that in the channel above. Rejects with a 404 where there is none. */
  async fetchStarterMessage(options?: CallOptions): Promise<Message> {
    const channel = this.isForumPost === true ? this.id : (this.parentId ?? this.id);
    return this.views.messageHandle({ channelId: channel, id: this.id }).fetch(options);
  }
}
