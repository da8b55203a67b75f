import type {
  APIGuildMember,
  APIGuildScheduledEventUser,
  APIUser,
  RESTGetAPIGuildScheduledEventQuery,
  RESTGetAPIGuildScheduledEventResult,
  RESTGetAPIGuildScheduledEventsQuery,
  RESTGetAPIGuildScheduledEventsResult,
  RESTGetAPIGuildScheduledEventUsersQuery,
  RESTGetAPIGuildScheduledEventUsersResult,
  RESTPatchAPIGuildScheduledEventJSONBody,
  RESTPatchAPIGuildScheduledEventResult,
  RESTPostAPIGuildScheduledEventJSONBody,
  RESTPostAPIGuildScheduledEventResult,
} from 'discord-api-types/v10';
import { Listing } from '../Listing.js';
import { byId } from '../paging/byId.js';
import type { AuditedCallOptions, CallOptions, Requester } from '../RestRequest.js';
import { route } from '../Route.js';

/**
 * One occurrence of a recurring event that is not like the others.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface ScheduledEventException {
  readonly event_exception_id: string;
  readonly event_id: string;
  readonly is_canceled: boolean;
  readonly scheduled_end_time: string | null;
  readonly scheduled_start_time: string | null;
}

/**
 * What is different about one occurrence of a recurring event. Times are ISO 8601.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface ScheduledEventExceptionEdit {
  readonly is_canceled?: boolean | null;
  readonly scheduled_end_time?: string | null;
  readonly scheduled_start_time?: string | null;
}

/**
 * Which occurrence of a recurring event is different, and how.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface ScheduledEventExceptionCreation extends ScheduledEventExceptionEdit {
  /** When the occurrence would have begun. */
  readonly original_scheduled_start_time: string;
}

/**
 * Somebody who answered to one occurrence of a recurring event.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface ScheduledEventExceptionUser {
  readonly guild_scheduled_event_exception_id?: string | null;
  readonly guild_scheduled_event_id: string;
  readonly member?: APIGuildMember;
  /** 0: not interested; 1: interested. */
  readonly response: 0 | 1;
  readonly user?: APIUser;
  readonly user_id: string;
}

/**
 * How many users are interested in an event, and in each of its occurrences that were asked for.
 *
 * @experimental Not in Discord's reference; this is what its OpenAPI document says.
 */
export interface ScheduledEventUserCounts {
  readonly guild_scheduled_event_count: number;
  readonly guild_scheduled_event_exception_counts: Readonly<Record<string, number>>;
}

/**
 * Occurrences of recurring events that are not like the others.
 *
 * @experimental Not in Discord's reference.
 */
export interface ScheduledEventExceptionMethods {
  /**
   * Moves or cancels one occurrence of a recurring event.
   *
   * @experimental Not in Discord's reference.
   */
  createException(
    guildId: string,
    eventId: string,
    body: ScheduledEventExceptionCreation,
    options?: CallOptions,
  ): Promise<ScheduledEventException>;
  /**
   * Edits what is different about one occurrence.
   *
   * @experimental Not in Discord's reference.
   */
  editException(
    guildId: string,
    eventId: string,
    exceptionId: string,
    body: ScheduledEventExceptionEdit,
    options?: CallOptions,
  ): Promise<ScheduledEventException>;
  /**
   * Makes one occurrence like the others again.
   *
   * @experimental Not in Discord's reference.
   */
  deleteException(guildId: string, eventId: string, exceptionId: string, options?: CallOptions): Promise<void>;
  /**
   * Who answered to one occurrence. Awaited, a page of up to 100 as Discord sends it, `null` included; iterated, all of them by their ids.
   *
   * @experimental Not in Discord's reference.
   */
  exceptionUsers(
    guildId: string,
    eventId: string,
    exceptionId: string,
    query?: RESTGetAPIGuildScheduledEventUsersQuery,
    options?: CallOptions,
  ): Listing<ScheduledEventExceptionUser, readonly ScheduledEventExceptionUser[] | null>;
  /**
   * How many users are interested in the event, and in each of up to 10 of its exceptions.
   *
   * @experimental Not in Discord's reference.
   */
  userCounts(
    guildId: string,
    eventId: string,
    query?: { readonly guild_scheduled_event_exception_ids?: readonly string[] },
    options?: CallOptions,
  ): Promise<ScheduledEventUserCounts>;
}

/**
 * Events that a guild announces, of which at most 100 may be scheduled or active.
 *
 * To create one needs CREATE_EVENTS; to edit or delete one the same, or MANAGE_EVENTS if somebody else made it; and besides, for an event in a voice
 * channel VIEW_CHANNEL and CONNECT, on a stage MANAGE_CHANNELS, MUTE_MEMBERS and MOVE_MEMBERS. To read one needs VIEW_CHANNEL on its channel.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-permissions-requirements | Permissions}
 */
export interface ScheduledEventEndpoints extends ScheduledEventExceptionMethods {
  /**
   * The guild's events; with `with_user_count: true` also how many users are interested in each.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild-scheduled-event#list-scheduled-events-for-guild | List scheduled events for guild}
   */
  list(guildId: string, query?: RESTGetAPIGuildScheduledEventsQuery, options?: CallOptions): Promise<RESTGetAPIGuildScheduledEventsResult>;
  /**
   * One event; with `with_user_count: true` also how many users are interested in it.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild-scheduled-event#get-guild-scheduled-event | Get guild scheduled event}
   */
  get(
    guildId: string,
    eventId: string,
    query?: RESTGetAPIGuildScheduledEventQuery,
    options?: CallOptions,
  ): Promise<RESTGetAPIGuildScheduledEventResult>;
  /**
   * Announces an event. The name has 1 to 100 characters, the description at most 1,000, the place at most 100. One outside of Discord needs
   * `entity_metadata` with its place, and `scheduled_end_time`; others need `channel_id`.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild-scheduled-event#create-guild-scheduled-event | Create guild scheduled event}
   */
  create(
    guildId: string,
    body: RESTPostAPIGuildScheduledEventJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPostAPIGuildScheduledEventResult>;
  /**
   * Edits an event; starts, ends or cancels it by its `status`.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild-scheduled-event#modify-guild-scheduled-event | Modify guild scheduled event}
   */
  edit(
    guildId: string,
    eventId: string,
    body: RESTPatchAPIGuildScheduledEventJSONBody,
    options?: AuditedCallOptions,
  ): Promise<RESTPatchAPIGuildScheduledEventResult>;
  /**
   * Deletes an event.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild-scheduled-event#delete-guild-scheduled-event | Delete guild scheduled event}
   */
  delete(guildId: string, eventId: string, options?: CallOptions): Promise<void>;
  /**
   * Who is interested in an event, by their ids, as members too with `with_member: true`. Awaited, a page of up to 100, in ascending order, whichever of
   * `before` and `after` is given; iterated, all of them: from the lowest id on, from `after` on, or from `before` down.
   *
   * @see {@link https://docs.discord.com/developers/resources/guild-scheduled-event#get-guild-scheduled-event-users | Get guild scheduled event users}
   */
  users(
    guildId: string,
    eventId: string,
    query?: RESTGetAPIGuildScheduledEventUsersQuery,
    options?: CallOptions,
  ): Listing<APIGuildScheduledEventUser, RESTGetAPIGuildScheduledEventUsersResult>;
}

export function scheduledEventEndpoints(rest: Requester): ScheduledEventEndpoints {
  const events = (guildId: string): string => route`/guilds/${guildId}/scheduled-events`;
  const event = (guildId: string, eventId: string): string => route`/guilds/${guildId}/scheduled-events/${eventId}`;
  return {
    list: async (guildId, query, options) => rest.request('GET', events(guildId), { ...options, query: { ...query } }),
    get: async (guildId, eventId, query, options) => rest.request('GET', event(guildId, eventId), { ...options, query: { ...query } }),
    create: async (guildId, body, options) => rest.request('POST', events(guildId), { ...options, body }),
    edit: async (guildId, eventId, body, options) => rest.request('PATCH', event(guildId, eventId), { ...options, body }),
    delete: async (guildId, eventId, options) => rest.request('DELETE', event(guildId, eventId), options),
    users: (guildId, eventId, query, options) =>
      new Listing({
        fetchPage: async (page) =>
          rest.request<RESTGetAPIGuildScheduledEventUsersResult>('GET', route`/guilds/${guildId}/scheduled-events/${eventId}/users`, {
            ...options,
            query: page,
          }),
        items: (page) => page,
        maxPageItems: 100,
        paging: byId(({ user }) => user.id),
        query: { ...query },
      }),
    ...scheduledEventExceptionMethods(rest),
  };
}

function scheduledEventExceptionMethods(rest: Requester): ScheduledEventExceptionMethods {
  const exceptions = (guildId: string, eventId: string): string => route`/guilds/${guildId}/scheduled-events/${eventId}/exceptions`;
  const exception = (guildId: string, eventId: string, exceptionId: string): string =>
    route`/guilds/${guildId}/scheduled-events/${eventId}/exceptions/${exceptionId}`;
  return {
    createException: async (guildId, eventId, body, options) => rest.request('POST', exceptions(guildId, eventId), { ...options, body }),
    editException: async (guildId, eventId, exceptionId, body, options) =>
      rest.request('PATCH', exception(guildId, eventId, exceptionId), { ...options, body }),
    deleteException: async (guildId, eventId, exceptionId, options) =>
      rest.request('DELETE', exception(guildId, eventId, exceptionId), options),
    exceptionUsers: (guildId, eventId, exceptionId, query, options) =>
      new Listing({
        fetchPage: async (page) =>
          rest.request<readonly ScheduledEventExceptionUser[] | null>(
            'GET',
            route`/guilds/${guildId}/scheduled-events/${eventId}/${exceptionId}/users`,
            { ...options, query: page },
          ),
        items: (page) => page ?? [],
        maxPageItems: 100,
        paging: byId((user) => user.user_id),
        query: { ...query },
      }),
    userCounts: async (guildId, eventId, query, options) =>
      rest.request('GET', route`/guilds/${guildId}/scheduled-events/${eventId}/users/counts`, { ...options, query: { ...query } }),
  };
}
