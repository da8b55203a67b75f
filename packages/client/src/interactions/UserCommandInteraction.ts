import type { APIUserApplicationCommandInteraction } from 'discord-api-types/v10';
import type { Member } from '../structures/guild/Member.js';
import type { User } from '../structures/guild/User.js';
import type { UserHandle } from '../structures/guild/UserHandle.js';
import { ApplicationCommandInteraction } from './ApplicationCommandInteraction.js';
import { Resolved } from './Resolved.js';

/**
 * Somebody used a command of the menu of a user.
 *
 * @see {@link https://docs.discord.com/developers/interactions/application-commands#user-commands | User commands}
 */
export class UserCommandInteraction extends ApplicationCommandInteraction<APIUserApplicationCommandInteraction> {
  readonly kind = 'userCommand';

  get targetId(): string {
    return this.data.data.target_id;
  }

  /** Whom it was used on. Discord sends the user along; were it missing, this is a handle. */
  get targetUser(): User | UserHandle {
    return this.resolved.user(this.targetId) ?? this.views.userHandle(this.targetId);
  }

  /** The same as a member; `undefined` in direct messages, and for who is not in the guild. */
  get targetMember(): Member | undefined {
    return this.resolved.member(this.targetId);
  }

  /** What Discord sent along of the target. */
  get resolved(): Resolved {
    return new Resolved(this.data.data.resolved, this.guildId, this.views);
  }
}
