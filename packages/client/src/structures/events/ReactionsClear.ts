import type { GatewayMessageReactionRemoveAllDispatchData } from 'discord-api-types/v10';
import { MessageEvent } from './MessageEvent.js';

/**
 * All reactions to a message were taken away at once.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#message-reaction-remove-all | Message reaction remove all}
 */
export class ReactionsClear extends MessageEvent<GatewayMessageReactionRemoveAllDispatchData> {}
