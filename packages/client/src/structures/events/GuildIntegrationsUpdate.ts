import type { GatewayGuildIntegrationsUpdateDispatchData } from 'discord-api-types/v10';
import { GuildEvent } from './GuildEvent.js';

/**
 * Some integration of a guild has changed; which one, `integrationCreate` and its like tell.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#guild-integrations-update | Guild integrations update}
 */
export class GuildIntegrationsUpdate extends GuildEvent<GatewayGuildIntegrationsUpdateDispatchData> {}
