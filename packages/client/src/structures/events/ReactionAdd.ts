import type { GatewayMessageReactionAddDispatchData } from 'discord-api-types/v10';
import type { User } from '../guild/User.js';
import type { UserHandle } from '../guild/UserHandle.js';
import { ReactionRemove } from './ReactionRemove.js';

/**
 * A reaction that was added.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#message-reaction-add | Message reaction add}
 */
export class ReactionAdd extends ReactionRemove<GatewayMessageReactionAddDispatchData> {
  /** Who wrote the message; `null` for a webhook's. */
  get messageAuthorId(): string | null {
    return this.data.message_author_id ?? null;
  }

  /** Who wrote the message: as far as it is known, else a handle; `null` for a webhook's. */
  get messageAuthor(): User | UserHandle | null {
    const { messageAuthorId: id, views } = this;
    return id === null ? null : (views.cachedUser(id) ?? views.userHandle(id));
  }

  /** The colours of a super reaction, as `#rrggbb`. */
  get burstColors(): readonly string[] {
    return this.data.burst_colors ?? [];
  }
}
