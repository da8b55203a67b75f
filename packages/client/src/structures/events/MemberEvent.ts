import type { Member } from '../guild/Member.js';
import type { User } from '../guild/User.js';
import { GuildEvent } from './GuildEvent.js';

/** What somebody did in a guild. */
export abstract class MemberEvent<Payload extends { readonly guild_id: string; readonly user_id: string }> extends GuildEvent<Payload> {
  get userId(): string {
    return this.data.user_id;
  }

  /** Who it was; `undefined` where the user is not cached. */
  get user(): User | undefined {
    return this.views.cachedUser(this.userId);
  }

  /** Who it was, as a member; `undefined` where the member is not cached. */
  get member(): Member | undefined {
    return this.views.cachedMember(this.guildId, this.userId);
  }
}
