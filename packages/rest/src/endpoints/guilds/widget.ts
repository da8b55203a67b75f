import type {
  RESTGetAPIGuildWidgetImageQuery,
  RESTGetAPIGuildWidgetJSONResult,
  RESTGetAPIGuildWidgetSettingsResult,
  RESTPatchAPIGuildWidgetSettingsJSONBody,
  RESTPatchAPIGuildWidgetSettingsResult,
} from 'discord-api-types/v10';
import type { AuditedCallOptions, CallOptions, Requester } from '../../RestRequest.js';
import { route } from '../../Route.js';

/** A guild's widget: what websites show of it. */
export interface GuildWidgetMethods {
  /**
   * Whether the widget is enabled, and which channel it invites to. Needs MANAGE_GUILD.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-widget-settings | Get guild widget settings}
   */
  widgetSettings(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildWidgetSettingsResult>;
  /**
   * Enables or disables the widget, and sets its channel. Needs MANAGE_GUILD.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#modify-guild-widget | Modify guild widget}
   */
  editWidgetSettings(
    guildId: string,
    body: RESTPatchAPIGuildWidgetSettingsJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPatchAPIGuildWidgetSettingsResult>;
  /**
   * The widget as data. Needs no token. It may make an invite, if the widget has a channel.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-widget | Get guild widget}
   */
  widget(guildId: string, options?: CallOptions): Promise<RESTGetAPIGuildWidgetJSONResult>;
  /**
   * The widget as a PNG, of `style` `shield` unless another one is given. Needs no token.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-widget-image | Get guild widget image}
   */
  widgetImage(guildId: string, query?: RESTGetAPIGuildWidgetImageQuery, options?: CallOptions): Promise<Buffer>;
}

export function guildWidgetMethods(rest: Requester): GuildWidgetMethods {
  const settings = (guildId: string): string => route`/guilds/${guildId}/widget`;
  return {
    widgetSettings: async (guildId, options) => rest.request('GET', settings(guildId), options),
    editWidgetSettings: async (guildId, body, options) => rest.request('PATCH', settings(guildId), { ...options, body }),
    widget: async (guildId, options) => rest.request('GET', route`/guilds/${guildId}/widget.json`, { ...options, authorized: false }),
    widgetImage: async (guildId, query, options) =>
      rest.request('GET', route`/guilds/${guildId}/widget.png`, {
        ...options,
        query: { ...query },
        authorized: false,
        answerAs: 'bytes',
      }),
  };
}
