import type { GatewayWebhooksUpdateDispatchData } from 'discord-api-types/v10';
import { ChannelEvent } from './ChannelEvent.js';

/**
 * A webhook of a channel was made, changed or deleted. Which one, Discord does not say: `client.channel(id).fetchWebhooks()`.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#webhooks-update | Webhooks update}
 */
export class WebhooksUpdate extends ChannelEvent<GatewayWebhooksUpdateDispatchData> {}
