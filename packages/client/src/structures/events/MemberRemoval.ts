import type { GatewayGuildMemberRemoveDispatchData } from 'discord-api-types/v10';
import type { User } from '../guild/User.js';
import { GuildEvent } from './GuildEvent.js';

/**
 * A member who left, was kicked or was banned. What the member was, handlers get as `before`, if it was cached.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#guild-member-remove | Guild member remove}
 */
export class MemberRemoval extends GuildEvent<GatewayGuildMemberRemoveDispatchData> {
  /** The user's id. */
  get userId(): string {
    return this.data.user.id;
  }

  get user(): User {
    return this.views.user(this.data.user);
  }
}
