import type { CallOptions } from '@aplomb/rest';
import type { APIThreadMember } from 'discord-api-types/v10';
import type { Member } from '../guild/Member.js';
import type { User } from '../guild/User.js';
import { View, type Source } from '../View.js';
import type { Views } from '../Views.js';
import type { ChannelHandle } from './ChannelHandle.js';
import type { Thread } from './Thread.js';

/** A thread and its guild, as far as it is known. */
export interface ThreadIds {
  readonly guildId: string | undefined;
  readonly threadId: string;
}

/**
 * Somebody in a thread.
 *
 * @see {@link https://docs.discord.com/developers/resources/channel#thread-member-object | Thread member object}
 */
export class ThreadMember extends View<APIThreadMember> {
  /** `undefined` where the thread is not cached. */
  readonly guildId: string | undefined;
  readonly threadId: string;

  constructor(source: Source<APIThreadMember>, { guildId, threadId }: ThreadIds, views: Views) {
    super(source, views);
    this.guildId = guildId;
    this.threadId = threadId;
  }

  /** The thread's id. */
  get id(): string {
    return this.threadId;
  }

  /** Discord leaves it out where it is the bot's own membership. */
  get userId(): string {
    return this.data.user_id ?? this.views.cache.selfId ?? '';
  }

  /** When the user joined the thread. */
  get joinTimestamp(): Date {
    return new Date(this.data.join_timestamp);
  }

  /** How the user is notified of it, as Discord's bit set. */
  get flags(): number {
    return this.data.flags;
  }

  /** The thread: as the cache knows it, else a handle. */
  get thread(): ChannelHandle | Thread {
    return (this.views.cachedChannel(this.threadId) as Thread | undefined) ?? this.views.channelHandle(this.threadId);
  }

  /** The user, if known. */
  get user(): User | undefined {
    return this.views.cachedUser(this.userId) ?? this.member?.user;
  }

  /** The user in the thread's guild, if known. */
  get member(): Member | undefined {
    const { guildId, userId, views } = this;
    if (guildId === undefined) return undefined;
    const { member } = this.data;
    return member === undefined ? views.cachedMember(guildId, userId) : views.member(member, { guildId, userId });
  }

  /** Takes the user out of the thread. Needs MANAGE_THREADS, unless the bot made it and it is private. */
  async remove(options?: CallOptions): Promise<void> {
    await this.views.rest.channels.removeThreadMember(this.threadId, this.userId, options);
  }
}
