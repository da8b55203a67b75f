import type { APIGuildMember } from 'discord-api-types/v10';
import type { Member } from '../guild/Member.js';
import type { User } from '../guild/User.js';
import type { UserHandle } from '../guild/UserHandle.js';
import { ChannelEvent } from './ChannelEvent.js';

/** What tells who did something in a channel. */
export interface UserPayload {
  readonly channel_id: string;
  readonly guild_id?: string;
  readonly member?: APIGuildMember;
  readonly user_id: string;
}

/** What somebody did in a channel. */
export abstract class UserEvent<Payload extends UserPayload> extends ChannelEvent<Payload> {
  get userId(): string {
    return this.data.user_id;
  }

  /** Who did it: as far as it is known, else a handle. */
  get user(): User | UserHandle {
    return this.views.cachedUser(this.userId) ?? this.member?.user ?? this.views.userHandle(this.userId);
  }

  /** Who did it, as a member, if known; `undefined` in direct messages. */
  get member(): Member | undefined {
    const { guildId, userId, views } = this;
    if (guildId === undefined) return undefined;
    const { member } = this.data;
    return member === undefined ? views.cachedMember(guildId, userId) : views.member(member, { guildId, userId });
  }

  /** Whether the bot did it. */
  get isOwn(): boolean {
    return this.userId === this.views.cache.selfId;
  }
}
