import type {
  RESTGetAPIChannelWebhooksResult,
  RESTGetAPIGuildWebhooksResult,
  RESTGetAPIWebhookResult,
  RESTGetAPIWebhookWithTokenResult,
  RESTPatchAPIWebhookJSONBody,
  RESTPatchAPIWebhookResult,
  RESTPatchAPIWebhookWithTokenJSONBody,
  RESTPatchAPIWebhookWithTokenResult,
  RESTPostAPIChannelWebhookJSONBody,
  RESTPostAPIChannelWebhookResult,
} from 'discord-api-types/v10';
import type { AuditedCallOptions, CallOptions, Requester } from '../../RestRequest.js';
import { route, tokenSegment } from '../../Route.js';

/** Webhooks themselves. */
export interface WebhookMethods {
  /**
   * Makes a webhook. Its name has 1 to 80 characters, and neither "clyde" nor "discord" in it; `avatar` is a data URI. Needs MANAGE_WEBHOOKS.
   *
   * @see {@link https://docs.discord.com/developers/resources/webhook#create-webhook | Create webhook}
   */
  create(
    channelId: string,
    body: RESTPostAPIChannelWebhookJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPostAPIChannelWebhookResult>;
  /**
   * The webhooks of a channel. Needs MANAGE_WEBHOOKS.
   *
   * @see {@link https://docs.discord.com/developers/resources/webhook#get-channel-webhooks | Get channel webhooks}
   */
  channelWebhooks(channelId: string, options?: CallOptions): Promise<RESTGetAPIChannelWebhooksResult>;
  /**
   * The webhooks of a guild. Needs MANAGE_WEBHOOKS.
   *
   * @see {@link https://docs.discord.com/developers/resources/webhook#get-guild-webhooks | Get guild webhooks}
   */
  guildWebhooks(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildWebhooksResult>;
  /**
   * A webhook. Needs MANAGE_WEBHOOKS, unless the application owns it.
   *
   * @see {@link https://docs.discord.com/developers/resources/webhook#get-webhook | Get webhook}
   */
  get(webhookId: string, options?: CallOptions): Promise<RESTGetAPIWebhookResult>;
  /**
   * A webhook, without who made it.
   *
   * @see {@link https://docs.discord.com/developers/resources/webhook#get-webhook-with-token | Get webhook with token}
   */
  getWithToken(webhookId: string, token: string, options?: CallOptions): Promise<RESTGetAPIWebhookWithTokenResult>;
  /**
   * Changes a webhook's name or avatar, or moves it to another channel. Needs MANAGE_WEBHOOKS.
   *
   * @see {@link https://docs.discord.com/developers/resources/webhook#modify-webhook | Modify webhook}
   */
  edit(webhookId: string, body: RESTPatchAPIWebhookJSONBody, options?: AuditedCallOptions): Promise<RESTPatchAPIWebhookResult>;
  /**
   * Changes a webhook's name or avatar.
   *
   * @see {@link https://docs.discord.com/developers/resources/webhook#modify-webhook-with-token | Modify webhook with token}
   */
  editWithToken(
    webhookId: string,
    token: string,
    body: RESTPatchAPIWebhookWithTokenJSONBody,
    options?: CallOptions,
  ): Promise<RESTPatchAPIWebhookWithTokenResult>;
  /**
   * Deletes a webhook for good. Needs MANAGE_WEBHOOKS.
   *
   * @see {@link https://docs.discord.com/developers/resources/webhook#delete-webhook | Delete webhook}
   */
  delete(webhookId: string, options?: AuditedCallOptions): Promise<void>;
  /**
   * Deletes a webhook for good.
   *
   * @see {@link https://docs.discord.com/developers/resources/webhook#delete-webhook-with-token | Delete webhook with token}
   */
  deleteWithToken(webhookId: string, token: string, options?: CallOptions): Promise<void>;
}

export function webhookMethods(rest: Requester): WebhookMethods {
  const withToken = (webhookId: string, token: string): string => route`/webhooks/${webhookId}/${tokenSegment(token)}`;
  return {
    create: async (channelId, body, options) => rest.request('POST', route`/channels/${channelId}/webhooks`, { ...options, body }),
    channelWebhooks: async (channelId, options) => rest.request('GET', route`/channels/${channelId}/webhooks`, options),
    guildWebhooks: async (guildId, options) => rest.request('GET', route`/guilds/${guildId}/webhooks`, options),
    get: async (webhookId, options) => rest.request('GET', route`/webhooks/${webhookId}`, options),
    getWithToken: async (webhookId, token, options) => rest.request('GET', withToken(webhookId, token), options),
    edit: async (webhookId, body, options) => rest.request('PATCH', route`/webhooks/${webhookId}`, { ...options, body }),
    editWithToken: async (webhookId, token, body, options) => rest.request('PATCH', withToken(webhookId, token), { ...options, body }),
    delete: async (webhookId, options) => rest.request('DELETE', route`/webhooks/${webhookId}`, options),
    deleteWithToken: async (webhookId, token, options) => rest.request('DELETE', withToken(webhookId, token), options),
  };
}
