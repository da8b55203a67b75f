import type { AuditedCallOptions, CallOptions } from '@aplomb/rest';
import type {
  APIGuildScheduledEvent,
  APIGuildScheduledEventRecurrenceRule,
  APIGuildScheduledEventUser,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  RESTGetAPIGuildScheduledEventUsersQuery,
  RESTPatchAPIGuildScheduledEventJSONBody,
} from 'discord-api-types/v10';
import { cdn, type ImageOptions } from '../../text/cdn.js';
import { links } from '../../text/links.js';
import type { AnyChannel } from '../channel/AnyChannel.js';
import { camel, type Camel } from '../camel.js';
import { dateOf } from '../dates.js';
import { imageBody, type ImageBodyOptions } from '../imageBody.js';
import { refuseNothing } from '../wireBody.js';
import { Paged } from '../Paged.js';
import type { Member } from './Member.js';
import { GuildEntity } from './GuildEntity.js';
import type { User } from './User.js';

/** What of an event can be changed; moments as `Date`, `image` as a file. */
export type ScheduledEventChanges = ImageBodyOptions<RESTPatchAPIGuildScheduledEventJSONBody>;

/** Somebody who is interested in an event. */
export interface ScheduledEventUser {
  readonly user: User;
  /** Only where `with_member` asked for it. */
  readonly member: Member | null;
}

const SCHEDULED = 1;
const ACTIVE = 2;
const COMPLETED = 3;
const CANCELED = 4;

/**
 * An event of a guild that has a time: in a voice channel, on a stage, or somewhere else.
 *
 * @example
 * ```ts
 * import type { Guild } from 'aplomb';
 *
 * export async function announceNext(guild: Guild): Promise<string> {
 *   const events = guild.scheduledEvents.toArray();
 *   const [next] = [...events].sort((one, other) => one.scheduledStartTime.getTime() - other.scheduledStartTime.getTime());
 *   return next === undefined ? 'Nothing is planned.' : `${next.name}: ${next.url}`;
 * }
 * ```
 * @see {@link https://docs.discord.com/developers/resources/guild-scheduled-event#guild-scheduled-event-object | Guild scheduled event object}
 */
export class ScheduledEvent extends GuildEntity<APIGuildScheduledEvent> {
  get name(): string {
    return this.data.name;
  }

  get description(): string | null {
    return this.data.description ?? null;
  }

  /** The channel that it is in; `null` where it is somewhere else. */
  get channelId(): string | null {
    return this.data.channel_id;
  }

  /** `null` for events of before October 2021. */
  get creatorId(): string | null {
    return this.data.creator_id ?? null;
  }

  /** Who made it, as far as that is known. */
  get creator(): User | null {
    const { creator } = this.data;
    if (creator !== undefined) return this.views.user(creator);
    return (this.creatorId === null ? undefined : this.views.cachedUser(this.creatorId)) ?? null;
  }

  get scheduledStartTime(): Date {
    return new Date(this.data.scheduled_start_time);
  }

  get scheduledEndTime(): Date | null {
    return dateOf(this.data.scheduled_end_time);
  }

  get privacyLevel(): GuildScheduledEventPrivacyLevel {
    return this.data.privacy_level;
  }

  /** 1: planned; 2: going on; 3: over; 4: cancelled. */
  get status(): GuildScheduledEventStatus {
    return this.data.status;
  }

  /** 1: on a stage; 2: in a voice channel; 3: somewhere else. */
  get entityType(): GuildScheduledEventEntityType {
    return this.data.entity_type;
  }

  /** What belongs to it: a stage, for example. */
  get entityId(): string | null {
    return this.data.entity_id;
  }

  get entityMetadata(): { readonly location?: string } | null {
    return this.data.entity_metadata;
  }

  /** Where it is, if it is in no channel. */
  get location(): string | null {
    return this.data.entity_metadata?.location ?? null;
  }

  /** How many are interested; `null` where Discord did not count them. */
  get userCount(): number | null {
    return this.data.user_count ?? null;
  }

  /** The hash of the cover. */
  get image(): string | null {
    return this.data.image ?? null;
  }

  /** When it takes place again. */
  get recurrenceRule(): Camel<APIGuildScheduledEventRecurrenceRule> | null {
    return camel(this.data.recurrence_rule ?? null);
  }

  get isActive(): boolean {
    return this.status === (ACTIVE as GuildScheduledEventStatus);
  }

  get isScheduled(): boolean {
    return this.status === (SCHEDULED as GuildScheduledEventStatus);
  }

  /** The channel that it is in, where it is cached. */
  get channel(): AnyChannel | undefined {
    return this.channelId === null ? undefined : this.views.cachedChannel(this.channelId);
  }

  /** Opens it in Discord. */
  get url(): string {
    return links.scheduledEvent(this.guildId, this.id);
  }

  /** The cover; `null` where there is none. */
  imageUrl(options?: ImageOptions): string | null {
    return this.image === null ? null : cdn.scheduledEventCover(this.id, this.image, options);
  }

  /** The event as Discord knows it now, with how many are interested. */
  async fetch(options?: CallOptions): Promise<ScheduledEvent> {
    return this.of(await this.views.rest.scheduledEvents.get(this.guildId, this.id, { with_user_count: true }, options));
  }

  /** Changes it; what is left out stays. Needs MANAGE_EVENTS, or CREATE_EVENTS for those that the bot has made. */
  async edit(changes: ScheduledEventChanges, options?: AuditedCallOptions): Promise<ScheduledEvent> {
    const body = refuseNothing(await imageBody<RESTPatchAPIGuildScheduledEventJSONBody>(changes));
    return this.of(await this.views.rest.scheduledEvents.edit(this.guildId, this.id, body, options));
  }

  /** Begins it. */
  async start(options?: AuditedCallOptions): Promise<ScheduledEvent> {
    return this.edit({ status: ACTIVE }, options);
  }

  /** Ends it. */
  async end(options?: AuditedCallOptions): Promise<ScheduledEvent> {
    return this.edit({ status: COMPLETED }, options);
  }

  /** Cancels it before it has begun. */
  async cancel(options?: AuditedCallOptions): Promise<ScheduledEvent> {
    return this.edit({ status: CANCELED }, options);
  }

  async delete(options?: CallOptions): Promise<void> {
    await this.views.rest.scheduledEvents.delete(this.guildId, this.id, options);
  }

  /** Who is interested, by ids. Awaited, it is a page of up to 100; iterated, it is everybody. */
  fetchUsers(query?: RESTGetAPIGuildScheduledEventUsersQuery, options?: CallOptions): Paged<ScheduledEventUser> {
    return Paged.of(this.views.rest.scheduledEvents.users(this.guildId, this.id, query, options), {
      itemsOf: (page) => page,
      make: (user) => this.interested(user),
    });
  }

  private interested({ member, user }: APIGuildScheduledEventUser): ScheduledEventUser {
    const ids = { guildId: this.guildId, userId: user.id };
    return { user: this.views.user(user), member: member === undefined ? null : this.views.member({ ...member, user }, ids) };
  }

  private of(event: APIGuildScheduledEvent): ScheduledEvent {
    return this.views.scheduledEvent(event, this.guildId);
  }
}
