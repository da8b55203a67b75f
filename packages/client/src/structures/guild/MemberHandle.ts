import { OptionsError, shown } from '@aplomb/base';
import type { AuditedCallOptions, CallOptions } from '@aplomb/rest';
import type { APIGuildMember, RESTPatchAPIGuildMemberJSONBody } from 'discord-api-types/v10';
import { mention } from '../../text/mention.js';
import { checkedId } from '../../text/snowflake.js';
import { checkedIds, idOf, type Ref } from '../refs.js';
import { View, type Source } from '../View.js';
import type { Views } from '../Views.js';
import { changedBody, type BodyOptions } from '../wireBody.js';
import type { BanOptions } from './banBody.js';
import type { Guild } from './Guild.js';
import type { GuildHandle } from './GuildHandle.js';
import type { Member } from './Member.js';

/** What a member is found by. */
export interface MemberIds {
  readonly guildId: string;
  readonly userId: string;
}

/** What of a member can be changed. */
export type MemberChanges = BodyOptions<RESTPatchAPIGuildMemberJSONBody>;

const MAX_TIMEOUT_MS = 28 * 86_400_000;

/**
 * A member of whom perhaps only the guild's and the user's id are known: made by `client.guild(id).member(userId)`.
 *
 * @example
 * ```ts
 * import { Client } from 'aplomb';
 *
 * const client = new Client({ token: process.env.DISCORD_TOKEN ?? '' });
 * const member = client.guild('41771983423143937').member('80351110224678912');
 * await member.timeout(10 * 60_000, { reason: 'Spam' });
 * ```
 */
export class MemberHandle<Payload extends object = MemberIds> extends View<Payload> {
  readonly guildId: string;
  readonly userId: string;

  constructor(source: Source<Payload>, { guildId, userId }: MemberIds, views: Views) {
    super(source, views);
    this.guildId = guildId;
    this.userId = userId;
  }

  /** The id of its user: a member has none of its own. */
  get id(): string {
    return this.userId;
  }

  /** `<@id>`, which pings where pings are allowed. */
  get mention(): string {
    return mention.user(this.userId);
  }

  /** The member as the cache knows it now; `undefined` when it does not. */
  get cached(): Member | undefined {
    return this.views.cachedMember(this.guildId, this.userId);
  }

  /** The guild; `undefined` where it is not cached. */
  get guild(): Guild | undefined {
    return this.views.cachedGuild(this.guildId);
  }

  /**
   * The member as Discord knows it now.
   *
   * @throws {@link DiscordApiError} 10007 where the user is no member, 10013 where there is no such user
   */
  async fetch(options?: CallOptions): Promise<Member> {
    return this.of(await this.views.rest.guilds.member(this.guildId, this.userId, options));
  }

  /**
   * Changes the member; what is left out stays. Each field needs a permission of its own.
   *
   * @throws {@link OptionsError} `INVALID_BODY` for a nickname of more than 32 characters or a time-out of more than 28 days
   * @see {@link https://docs.discord.com/developers/resources/guild#modify-guild-member | Modify guild member}
   */
  async edit(changes: MemberChanges, options?: AuditedCallOptions): Promise<Member> {
    const body = changedBody<RESTPatchAPIGuildMemberJSONBody>(changes);
    return this.of(await this.views.rest.guilds.editMember(this.guildId, this.userId, body, options));
  }

  /** Gives a nickname of up to 32 characters; `null` takes it away. Needs MANAGE_NICKNAMES, for the bot's own CHANGE_NICKNAME. */
  async setNickname(nick: string | null, options?: AuditedCallOptions): Promise<Member> {
    return this.userId === this.views.cache.selfId ? this.inGuild().editMe({ nick }, options) : this.edit({ nick }, options);
  }

  /**
   * Forbids the member to write and speak for `durationMs` milliseconds, at most 28 days; `null` ends it. Needs MODERATE_MEMBERS, and does not work on
   * administrators.
   *
   * @throws {@link OptionsError} `INVALID_BODY` for a time that is none, or too long
   */
  async timeout(durationMs: number | null, options?: AuditedCallOptions): Promise<Member> {
    const until = durationMs === null ? null : new Date(this.views.ports.clock.wallMs() + checkedTimeout(durationMs));
    return this.timeoutUntil(until, options);
  }

  /** {@link MemberHandle.timeout} until a moment; `null` ends it. */
  async timeoutUntil(until: Date | null, options?: AuditedCallOptions): Promise<Member> {
    return this.edit({ communicationDisabledUntil: until }, options);
  }

  /** Gives a role. Needs MANAGE_ROLES and a role above it. */
  async addRole(role: Ref, options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.guilds.addMemberRole(this.guildId, this.userId, idOf(role), options);
  }

  /** Takes a role away. Needs MANAGE_ROLES and a role above it. */
  async removeRole(role: Ref, options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.guilds.removeMemberRole(this.guildId, this.userId, idOf(role), options);
  }

  /** Gives these roles, and takes all others away but managed ones, which must be among them. Needs MANAGE_ROLES and a role above them. */
  async setRoles(roles: Iterable<Ref>, options?: AuditedCallOptions): Promise<Member> {
    return this.edit({ roles: checkedIds(roles, 'a role') }, options);
  }

  /** Moves the member to another voice channel; it has to be in one. Needs MOVE_MEMBERS. */
  async moveTo(channel: Ref, options?: AuditedCallOptions): Promise<Member> {
    return this.edit({ channelId: checkedId(idOf(channel), 'the voice channel') }, options);
  }

  /** Takes the member out of its voice channel. Needs MOVE_MEMBERS. */
  async disconnect(options?: AuditedCallOptions): Promise<Member> {
    return this.edit({ channelId: null }, options);
  }

  /** Whether the member is muted in all voice channels of the guild; it has to be in one. Needs MUTE_MEMBERS. */
  async setMute(mute: boolean, options?: AuditedCallOptions): Promise<Member> {
    return this.edit({ mute }, options);
  }

  /** Whether the member hears nobody in all voice channels of the guild; it has to be in one. Needs DEAFEN_MEMBERS. */
  async setDeaf(deaf: boolean, options?: AuditedCallOptions): Promise<Member> {
    return this.edit({ deaf }, options);
  }

  /** Removes the member, who may come back. Needs KICK_MEMBERS. */
  async kick(options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.guilds.kickMember(this.guildId, this.userId, options);
  }

  /** Bans the member: see {@link GuildHandle.ban}. */
  async ban(options?: BanOptions): Promise<void> {
    await this.inGuild().ban(this.userId, options);
  }

  /** Lifts the ban of the user: see {@link GuildHandle.unban}. */
  async unban(options?: AuditedCallOptions): Promise<void> {
    await this.inGuild().unban(this.userId, options);
  }

  override toString(): string {
    return this.mention;
  }

  private inGuild(): GuildHandle {
    return this.views.guildHandle(this.guildId);
  }

  private of(member: APIGuildMember): Member {
    return this.views.member(member, { guildId: this.guildId, userId: this.userId });
  }
}

function checkedTimeout(durationMs: number): number {
  if (durationMs > 0 && durationMs <= MAX_TIMEOUT_MS) return durationMs;
  throw new OptionsError('INVALID_BODY', {
    what: `\`durationMs\` of \`timeout(…)\` is ${shown(durationMs)}; it lies between 1 and ${String(MAX_TIMEOUT_MS)} (28 days).`,
    cure: 'Give milliseconds, or `null` to end a time-out.',
  });
}
