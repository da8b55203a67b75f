import type { GatewayGuildScheduledEventUserAddDispatchData } from 'discord-api-types/v10';
import type { ScheduledEvent } from '../guild/ScheduledEvent.js';
import { MemberEvent } from './MemberEvent.js';

/**
 * Somebody is interested in an event, or is not any more.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#guild-scheduled-event-user-add | Guild scheduled event user add}
 */
export class ScheduledEventInterest extends MemberEvent<GatewayGuildScheduledEventUserAddDispatchData> {
  get scheduledEventId(): string {
    return this.data.guild_scheduled_event_id;
  }

  /** The event, where it is cached. */
  get scheduledEvent(): ScheduledEvent | undefined {
    return this.views.cached('scheduledEvents', this.guildId, this.scheduledEventId);
  }
}
