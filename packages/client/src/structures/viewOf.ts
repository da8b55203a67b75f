import type { Rest } from '@aplomb/rest';
import type { GatewayDispatchPayload, GatewayMessageCreateDispatchData } from 'discord-api-types/v10';
import { EventView } from './EventView.js';
import { Message } from './Message.js';

/** The view that the handlers of a dispatch get. The only place that knows which is which. */
export function viewOf(packet: GatewayDispatchPayload, rest: Rest): EventView<unknown> | Message {
  const type: string = packet.t;
  if (type === 'MESSAGE_CREATE' || type === 'MESSAGE_UPDATE') return new Message(packet.d as GatewayMessageCreateDispatchData, rest);
  return new EventView<unknown>(packet.d);
}
