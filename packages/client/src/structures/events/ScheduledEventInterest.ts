import type { GatewayGuildScheduledEventUserAddDispatchData } from 'discord-api-types/v10';
import type { Member } from '../guild/Member.js';
import type { ScheduledEvent } from '../guild/ScheduledEvent.js';
import type { User } from '../guild/User.js';
import { GuildEvent } from './GuildEvent.js';

/**
 * Somebody is interested in an event, or is not any more.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#guild-scheduled-event-user-add | Guild scheduled event user add}
 */
export class ScheduledEventInterest extends GuildEvent<GatewayGuildScheduledEventUserAddDispatchData> {
  get scheduledEventId(): string {
    return this.data.guild_scheduled_event_id;
  }

  /** The event, where it is cached. */
  get scheduledEvent(): ScheduledEvent | undefined {
    return this.views.cached('scheduledEvents', this.guildId, this.scheduledEventId);
  }

  get userId(): string {
    return this.data.user_id;
  }

  /** Who it is, where it is cached. */
  get user(): User | undefined {
    return this.views.cachedUser(this.userId);
  }

  /** Who it is as a member, where it is cached. */
  get member(): Member | undefined {
    return this.views.cachedMember(this.guildId, this.userId);
  }
}
