import type {
  APIMessage,
  APIMessagePin,
  RESTGetAPIChannelMessagesPinsQuery,
  RESTGetAPIChannelMessagesPinsResult,
} from 'discord-api-types/v10';
import { Listing } from '../../Listing.js';
import { byTime } from '../../paging/byTime.js';
import type { AuditedCallOptions, CallOptions, Requester } from '../../RestRequest.js';
import { route } from '../../Route.js';

/** The pinned messages of a channel: at most 250. */
export interface PinMethods {
  /**
   * The pinned messages, latest pin first, each with the time when it was pinned. Needs VIEW_CHANNEL; without READ_MESSAGE_HISTORY there are none.
   * Awaited, it is a page of 1 to 50 (50 unless `limit` is given), from `before` on, which is an ISO 8601 time.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#get-channel-pins | Get channel pins}
   */
  pins(
    channelId: string,
    query?: RESTGetAPIChannelMessagesPinsQuery,
    options?: CallOptions,
  ): Listing<APIMessagePin, RESTGetAPIChannelMessagesPinsResult>;
  /**
   * Pins a message. Needs PIN_MESSAGES.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#pin-message | Pin message}
   */
  pinMessage(channelId: string, messageId: string, options?: AuditedCallOptions): Promise<void>;
  /**
   * Unpins a message. Needs PIN_MESSAGES.
   *
   * @see {@link https://docs.discord.com/developers/resources/message#unpin-message | Unpin message}
   */
  unpinMessage(channelId: string, messageId: string, options?: AuditedCallOptions): Promise<void>;
  /**
   * The 50 latest pinned messages, by the old route.
   *
   * @deprecated Discord keeps the route for old programs. Use {@link PinMethods.pins}.
   * @see {@link https://docs.discord.com/developers/resources/message#get-pinned-messages-deprecated | Get pinned messages}
   */
  deprecatedPins(channelId: string, options?: CallOptions): Promise<APIMessage[]>;
  /**
   * Pins a message, by the old route.
   *
   * @deprecated Discord keeps the route for old programs. Use {@link PinMethods.pinMessage}.
   * @see {@link https://docs.discord.com/developers/resources/message#pin-message-deprecated | Pin message}
   */
  deprecatedPinMessage(channelId: string, messageId: string, options?: CallOptions): Promise<void>;
  /**
   * Unpins a message, by the old route.
   *
   * @deprecated Discord keeps the route for old programs. Use {@link PinMethods.unpinMessage}.
   * @see {@link https://docs.discord.com/developers/resources/message#unpin-message-deprecated | Unpin message}
   */
  deprecatedUnpinMessage(channelId: string, messageId: string, options?: CallOptions): Promise<void>;
}

export function pinMethods(rest: Requester): PinMethods {
  return {
    pins: (channelId, query, options) =>
      new Listing<APIMessagePin, RESTGetAPIChannelMessagesPinsResult>({
        fetchPage: async (page) => rest.request('GET', route`/channels/${channelId}/messages/pins`, { ...options, query: page }),
        items: (page) => page.items,
        maxPageItems: 50,
        paging: byTime((pin) => pin.pinned_at),
        query: { ...query },
      }),
    pinMessage: async (channelId, messageId, options) =>
      rest.request('PUT', route`/channels/${channelId}/messages/pins/${messageId}`, options),
    unpinMessage: async (channelId, messageId, options) =>
      rest.request('DELETE', route`/channels/${channelId}/messages/pins/${messageId}`, options),
    ...oldRoutes(rest),
  };
}

// Without the interface's name, so that only their callers are told that they are deprecated.
function oldRoutes(rest: Requester) {
  return {
    deprecatedPins: async (channelId: string, options?: CallOptions): Promise<APIMessage[]> =>
      rest.request('GET', route`/channels/${channelId}/pins`, options),
    deprecatedPinMessage: async (channelId: string, messageId: string, options?: CallOptions): Promise<void> =>
      rest.request('PUT', route`/channels/${channelId}/pins/${messageId}`, options),
    deprecatedUnpinMessage: async (channelId: string, messageId: string, options?: CallOptions): Promise<void> =>
      rest.request('DELETE', route`/channels/${channelId}/pins/${messageId}`, options),
  };
}
