import type { AuditedCallOptions, CallOptions } from '@aplomb/rest';
import type { APIApplication, APIExtendedInvite, APIInvite, GatewayInviteCreateDispatchData, InviteFlags } from 'discord-api-types/v10';
import { links } from '../../text/links.js';
import type { AnyChannel } from '../channel/AnyChannel.js';
import { camel, type Camel } from '../camel.js';
import { dateOf } from '../dates.js';
import { View } from '../View.js';
import type { Guild } from './Guild.js';
import type { ScheduledEvent } from './ScheduledEvent.js';
import type { User } from './User.js';

type Shared = 'code' | 'target_application' | 'type';

/** An invite as REST or the gateway sends it: each has what the other lacks. */
export type InvitePayload = Pick<APIInvite, 'code'> &
  Partial<Omit<APIExtendedInvite, Shared>> &
  Partial<Pick<GatewayInviteCreateDispatchData, 'channel_id' | 'guild_id' | 'role_ids'>> & {
    readonly target_application?: Partial<APIApplication>;
    readonly type?: APIInvite['type'];
  };

/**
 * A way into a guild, or into a group's direct messages.
 *
 * @see {@link https://docs.discord.com/developers/resources/invite#invite-object | Invite object}
 */
export class Invite extends View<InvitePayload> {
  get code(): string {
    return this.data.code;
  }

  /** What it is found by: its code, since it has no other id. */
  get id(): string {
    return this.code;
  }

  /** `https://discord.gg/<code>`. */
  get url(): string {
    return links.invite(this.code);
  }

  /** 0: a guild; 1: a group; 2: a friend. */
  get type(): APIInvite['type'] {
    return this.data.type ?? 0;
  }

  /** The guild that it leads to; `null` where it leads to none. */
  get guildId(): string | null {
    return this.data.guild_id ?? this.data.guild?.id ?? null;
  }

  /** The channel that it leads to. */
  get channelId(): string | null {
    return this.data.channel_id ?? this.data.channel?.id ?? null;
  }

  /** The guild that it leads to, where it is cached; see {@link Invite.guildName} where it is not. */
  get guild(): Guild | undefined {
    return this.guildId === null ? undefined : this.views.cachedGuild(this.guildId);
  }

  /** What the guild is called, for those who are not in it. */
  get guildName(): string | null {
    return this.data.guild?.name ?? this.guild?.name ?? null;
  }

  /** The channel that it leads to, where it is cached. */
  get channel(): AnyChannel | undefined {
    return this.channelId === null ? undefined : this.views.cachedChannel(this.channelId);
  }

  get inviter(): User | null {
    return this.userOf(this.data.inviter);
  }

  /** 1: a stream; 2: an activity. */
  get targetType(): APIInvite['target_type'] | null {
    return this.data.target_type ?? null;
  }

  /** Whose stream it leads to. */
  get targetUser(): User | null {
    return this.userOf(this.data.target_user);
  }

  /** Which activity it leads to. */
  get targetApplication(): Camel<Partial<APIApplication>> | null {
    return camel<Partial<APIApplication> | null>(this.data.target_application ?? null);
  }

  /** Of a fetched invite: about how many members are not offline. */
  get approximatePresenceCount(): number | null {
    return this.data.approximate_presence_count ?? null;
  }

  /** Of a fetched invite: about how many members there are. */
  get approximateMemberCount(): number | null {
    return this.data.approximate_member_count ?? null;
  }

  /** `null` where it never does. */
  get expiresAt(): Date | null {
    return dateOf(this.data.expires_at);
  }

  /** The event that it leads to. */
  get guildScheduledEvent(): ScheduledEvent | null {
    const event = this.data.guild_scheduled_event;
    return event === undefined ? null : this.views.scheduledEvent(event, event.guild_id);
  }

  get flags(): InviteFlags | 0 {
    return this.data.flags ?? 0;
  }

  /** The ids of the roles that those get who come by it. */
  get roleIds(): readonly string[] {
    return this.data.role_ids ?? this.data.roles?.map(({ id }) => id) ?? [];
  }

  /** The roles that those get who come by it. */
  get roles(): Camel<NonNullable<APIInvite['roles']>> {
    return camel(this.data.roles ?? []);
  }

  /** How often it was used; `null` where Discord does not say. */
  get uses(): number | null {
    return this.data.uses ?? null;
  }

  /** How often it can be used; 0 is any number of times, `null` that Discord does not say. */
  get maxUses(): number | null {
    return this.data.max_uses ?? null;
  }

  /** After how many seconds it expires; 0 is never, `null` that Discord does not say. */
  get maxAge(): number | null {
    return this.data.max_age ?? null;
  }

  /** Whether those who come by it are members only while they are here. */
  get temporary(): boolean {
    return this.data.temporary === true;
  }

  get createdAt(): Date | null {
    return dateOf(this.data.created_at);
  }

  /** The invite as Discord knows it now, with about how many members there are. */
  async fetch(options?: CallOptions): Promise<Invite> {
    return this.views.invite(await this.views.rest.invites.get(this.code, { with_counts: true }, options));
  }

  /** Makes it invalid. Needs MANAGE_CHANNELS in its channel, or MANAGE_GUILD. */
  async delete(options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.invites.delete(this.code, options);
  }

  override toString(): string {
    return this.url;
  }

  private userOf(user: APIInvite['inviter']): User | null {
    return user === undefined ? null : this.views.user(user);
  }
}
