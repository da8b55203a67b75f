import type { AuditedCallOptions, CallOptions, FileCallOptions } from '@aplomb/rest';
import type { APIThreadChannel, RESTGetAPIChannelThreadsArchivedQuery, RESTPostAPIChannelThreadsJSONBody } from 'discord-api-types/v10';
import { checkedId } from '../../text/snowflake.js';
import type { Identified } from '../Identified.js';
import { sending, type MessageContent } from '../message/messageBody.js';
import { Paged } from '../Paged.js';
import { idOf, type Ref } from '../refs.js';
import type { AnyChannel } from './AnyChannel.js';
import { Conversation } from './Conversation.js';
import type { Of, PostType, ThreadParentType, ThreadType } from './kinds.js';
import { threadBody, type ThreadOptions } from './threadBody.js';
import type { Thread } from './Thread.js';
import type { ThreadMember } from './ThreadMember.js';

/** A post of a forum or media channel: a thread with its first message. */
export interface PostOptions extends Omit<ThreadOptions, 'invitable' | 'isPrivate'> {
  /** Ids of up to 5 tags; where the forum requires one, at least one. */
  readonly appliedTags?: readonly string[];
  /** The first message. */
  readonly message: MessageContent;
}

/** Which archived threads are meant. */
export interface ArchivedThreadsQuery {
  /** Only those that were archived before; of joined ones, only those with a smaller id. */
  readonly before?: Date | string;
  /**
   * Only the private threads that the bot is in: all that a bot without MANAGE_THREADS can see.
   *
   * @defaultValue `false`
   */
  readonly isJoined?: boolean;
  /**
   * Whether private threads are meant, instead of public ones.
   *
   * @defaultValue `false`
   */
  readonly isPrivate?: boolean;
  /** How many; awaited, a page of 2 to 100. */
  readonly limit?: number;
}

/** ChannelType of discord-api-types, which comes as types only. */
const ANNOUNCEMENT = 5;
const THREADS = { announcement: 10, public: 11, private: 12 } as const;

type Parent = ThreadPlace<Of<ThreadParentType>>;
type InThread = ThreadPlace<Of<ThreadType>>;

/** What can be done with threads: in the channels that have them, and in themselves. */
export abstract class ThreadPlace<Payload extends Identified = Identified> extends Conversation<Payload> {
  /**
   * Starts a thread that belongs to no message. See `message.startThread` for one that does. It is public, unless it is to be private; that an
   * announcement channel wants another kind of thread is known of a channel that is cached.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#start-thread-without-message | Start thread without message}
   */
  async createThread(
    this: ThreadPlace<Of<Exclude<ThreadParentType, PostType>>>,
    options: ThreadOptions,
    call?: AuditedCallOptions,
  ): Promise<Thread> {
    const isAnnouncement = (this.type ?? this.cached?.type) === ANNOUNCEMENT;
    const made = threadBody(options);
    const type = options.isPrivate === true ? THREADS.private : isAnnouncement ? THREADS.announcement : THREADS.public;
    const body: RESTPostAPIChannelThreadsJSONBody = { ...made, type };
    return this.views.thread(await this.views.rest.channels.createThread(this.id, body, call));
  }

  /**
   * Starts a post in a forum or media channel. Its first message has the same id as the post.
   *
   * @see {@link https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel | Start thread in forum or media channel}
   */
  async createPost(this: ThreadPlace<Of<PostType>>, options: PostOptions, call?: AuditedCallOptions & FileCallOptions): Promise<Thread> {
    const { appliedTags, message, ...thread } = options;
    const { body, call: withFiles } = sending(message, call);
    const tags = appliedTags === undefined ? {} : { applied_tags: checkedTags(appliedTags) };
    const post = { ...threadBody(thread), ...tags, message: body };
    return this.views.thread(await this.views.rest.channels.createForumPost(this.id, post, withFiles));
  }

  /** Its archived threads, last archived first. Needs READ_MESSAGE_HISTORY; private ones need MANAGE_THREADS, too, unless only those that the bot is in are meant. */
  fetchArchivedThreads(this: Parent, query: ArchivedThreadsQuery = {}, options?: CallOptions): Paged<Thread> {
    const { channels } = this.views.rest;
    const { before, isJoined = false, isPrivate = false, limit } = query;
    const wire: RESTGetAPIChannelThreadsArchivedQuery = {
      ...(before === undefined ? {} : { before: before instanceof Date ? before.toISOString() : before }),
      ...(limit === undefined ? {} : { limit }),
    };
    const method = isJoined ? 'joinedPrivateArchivedThreads' : isPrivate ? 'privateArchivedThreads' : 'publicArchivedThreads';
    const { views } = this;
    return Paged.of(channels[method](this.id, wire, options), {
      itemsOf: (page) => page.threads,
      make: (thread) => views.thread(thread as APIThreadChannel),
    });
  }

  /** Lets the bot join the thread. */
  async join(this: InThread, options?: CallOptions): Promise<void> {
    await this.views.rest.channels.joinThread(this.id, options);
  }

  /** Lets the bot leave the thread. */
  async leave(this: InThread, options?: CallOptions): Promise<void> {
    await this.views.rest.channels.leaveThread(this.id, options);
  }

  /** Adds somebody to the thread. */
  async addMember(this: InThread, user: Ref, options?: CallOptions): Promise<void> {
    await this.views.rest.channels.addThreadMember(this.id, idOf(user), options);
  }

  /** Takes somebody out of the thread. Needs MANAGE_THREADS, unless the bot made it and it is private. */
  async removeMember(this: InThread, user: Ref, options?: CallOptions): Promise<void> {
    await this.views.rest.channels.removeThreadMember(this.id, idOf(user), options);
  }

  /** One of those who are in the thread. */
  async fetchMember(this: InThread, user: Ref, options?: CallOptions): Promise<ThreadMember> {
    const member = await this.views.rest.channels.threadMember(this.id, idOf(user), { with_member: true }, options);
    return this.views.threadMember(member, { guildId: this.guildId, threadId: this.id });
  }

  /** Those who are in the thread, by user id. Needs GuildMembers to be enabled in the Developer Portal. Awaited, it is a page of 100. */
  fetchMembers(
    this: InThread,
    query: { readonly after?: string; readonly limit?: number } = {},
    options?: CallOptions,
  ): Paged<ThreadMember> {
    const { guildId, id: threadId, views } = this;
    return Paged.of(views.rest.channels.threadMembers(threadId, { ...query, with_member: true }, options), {
      itemsOf: (page) => page,
      make: (member) => views.threadMember(member, { guildId, threadId }),
    });
  }

  /** Archives the thread, or brings it back. */
  async setArchived(this: InThread, archived = true, options?: AuditedCallOptions): Promise<AnyChannel> {
    return this.edit({ archived }, options);
  }

  /** Locks the thread, so that only moderators bring it back, or unlocks it. */
  async setLocked(this: InThread, locked = true, options?: AuditedCallOptions): Promise<AnyChannel> {
    return this.edit({ locked }, options);
  }

  /** Gives a post other tags: ids of up to 5. */
  async setAppliedTags(this: InThread, tagIds: readonly string[], options?: AuditedCallOptions): Promise<AnyChannel> {
    return this.edit({ appliedTags: checkedTags(tagIds) }, options);
  }
}

function checkedTags(tagIds: readonly string[]): string[] {
  return tagIds.map((id) => checkedId(id, 'a tag'));
}
