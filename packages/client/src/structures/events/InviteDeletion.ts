import type { GatewayInviteDeleteDispatchData } from 'discord-api-types/v10';
import type { AnyChannel } from '../channel/AnyChannel.js';
import type { Guild } from '../guild/Guild.js';
import { View } from '../View.js';

/**
 * An invite that was deleted. What it was, handlers get as `before`, if it was cached.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#invite-delete | Invite delete}
 */
export class InviteDeletion extends View<GatewayInviteDeleteDispatchData> {
  get code(): string {
    return this.data.code;
  }

  get channelId(): string {
    return this.data.channel_id;
  }

  /** `null` for an invite into a group. */
  get guildId(): string | null {
    return this.data.guild_id ?? null;
  }

  /** The guild that it led to, where it is cached. */
  get guild(): Guild | undefined {
    return this.guildId === null ? undefined : this.views.cachedGuild(this.guildId);
  }

  /** The channel that it led to, where it is cached. */
  get channel(): AnyChannel | undefined {
    return this.views.cachedChannel(this.channelId);
  }
}
