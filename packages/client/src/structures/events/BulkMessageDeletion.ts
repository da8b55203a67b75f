import type { GatewayMessageDeleteBulkDispatchData } from 'discord-api-types/v10';
import { ChannelEvent } from './ChannelEvent.js';

/**
 * Messages that were deleted at once. What they were, handlers get as `before`: those of them that were cached.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#message-delete-bulk | Message delete bulk}
 */
export class BulkMessageDeletion extends ChannelEvent<GatewayMessageDeleteBulkDispatchData> {
  /** The messages' ids. */
  get ids(): readonly string[] {
    return this.data.ids;
  }
}
