import type {
  GatewayActivity,
  GatewayPresenceClientStatus,
  GatewayPresenceUpdate,
  PresenceUpdateReceiveStatus,
} from 'discord-api-types/v10';
import { camel, type Camel } from '../camel.js';
import { View } from '../View.js';
import type { Guild } from './Guild.js';
import type { Member } from './Member.js';
import type { User } from './User.js';

/** What somebody does: plays, streams, listens, watches. Times are in milliseconds since 1970. */
export type Activity = Camel<GatewayActivity>;

/**
 * What somebody shows in a guild.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#presence-update | Presence update}
 */
export class Presence extends View<GatewayPresenceUpdate> {
  get guildId(): string {
    return this.data.guild_id;
  }

  get userId(): string {
    return this.data.user.id;
  }

  /** `online`, `idle`, `dnd` or `offline`. */
  get status(): `${PresenceUpdateReceiveStatus}` {
    return this.data.status ?? 'offline';
  }

  get activities(): readonly Activity[] {
    return camel(this.data.activities ?? []);
  }

  /** The status by platform: `desktop`, `mobile`, `web`, `vr`. */
  get clientStatus(): GatewayPresenceClientStatus {
    return this.data.client_status ?? {};
  }

  /** The user, where it is cached. */
  get user(): User | undefined {
    return this.views.cachedUser(this.userId);
  }

  /** The member, where it is cached. */
  get member(): Member | undefined {
    return this.views.cachedMember(this.guildId, this.userId);
  }

  /** The guild, where it is cached. */
  get guild(): Guild | undefined {
    return this.views.cachedGuild(this.guildId);
  }
}
