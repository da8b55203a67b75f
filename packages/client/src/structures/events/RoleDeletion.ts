import type { GatewayGuildRoleDeleteDispatchData } from 'discord-api-types/v10';
import { GuildEvent } from './GuildEvent.js';

/**
 * A role that was deleted. What it was, handlers get as `before`, if it was cached.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#guild-role-delete | Guild role delete}
 */
export class RoleDeletion extends GuildEvent<GatewayGuildRoleDeleteDispatchData> {
  /** The role's id. */
  get id(): string {
    return this.data.role_id;
  }
}
