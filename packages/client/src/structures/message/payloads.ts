import type { APIMessage, GatewayMessageCreateDispatchData } from 'discord-api-types/v10';

/** What a message is found by. */
export interface MessageIds {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id?: string;
}

/** A message as the gateway sends it; REST sends it without its guild, and without its author's membership. */
export type MessagePayload = GatewayMessageCreateDispatchData;

/** A message as REST sends it. */
export type RestMessage = APIMessage;
