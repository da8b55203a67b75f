import type { GatewayIntegrationDeleteDispatchData } from 'discord-api-types/v10';
import { GuildEvent } from './GuildEvent.js';

/**
 * An integration that was taken out of its guild. What it was, handlers get as `before`, if it was cached.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#integration-delete | Integration delete}
 */
export class IntegrationDeletion extends GuildEvent<GatewayIntegrationDeleteDispatchData> {
  /** The integration's id. */
  get id(): string {
    return this.data.id;
  }

  /** The application of a bot. */
  get applicationId(): string | null {
    return this.data.application_id ?? null;
  }
}
