import type { RequestMembersOptions } from '@aplomb/gateway';
import { OptionsError } from '@aplomb/base';
import type { AuditedCallOptions, AuditLogQuery, CallOptions, PruneCountQuery } from '@aplomb/rest';
import type {
  APIGuildMember,
  RESTGetAPIGuildBansQuery,
  RESTGetAPIGuildMembersQuery,
  RESTGetAPIGuildMembersSearchQuery,
  RESTPatchAPICurrentGuildMemberJSONBody,
  RESTPostAPIGuildPruneJSONBody,
  RESTPutAPIGuildMemberJSONBody,
} from 'discord-api-types/v10';
import type { Camel } from '../camel.js';
import type { Identified } from '../Identified.js';
import { imageBody, type ImageBodyOptions } from '../imageBody.js';
import { Paged } from '../Paged.js';
import { checkedIds, idOf, type Ref } from '../refs.js';
import { refuseNothing, wireBody, type BodyOptions } from '../wireBody.js';
import type { AuditLogEntry } from './AuditLogEntry.js';
import type { Ban } from './Ban.js';
import { banBody, type BanOptions } from './banBody.js';
import { GuildSettings } from './GuildSettings.js';
import type { Member } from './Member.js';
import type { MemberHandle } from './MemberHandle.js';
import type { VoiceState } from './VoiceState.js';

/** What came of banning several users. */
export interface BulkBan {
  /** The ids of those who are banned now. */
  readonly bannedUsers: readonly string[];
  /** The ids of those who could not be banned, or were banned before. */
  readonly failedUsers: readonly string[];
}

/** The members that the gateway told. */
export interface RequestedMembers {
  readonly members: readonly Member[];
  /** Ids that belong to no member. */
  readonly notFound: readonly string[];
  /** `false` when some never came: what did come is here. */
  readonly isComplete: boolean;
}

/** What can be done with the people of a guild. */
export abstract class GuildPeople<Payload extends Identified = Identified> extends GuildSettings<Payload> {
  /** One of its members, of whom only the ids are known. Nothing is fetched. */
  member(user: Ref): MemberHandle {
    return this.views.memberHandle({ guildId: this.id, userId: idOf(user) });
  }

  /** One of its members. */
  async fetchMember(user: Ref, options?: CallOptions): Promise<Member> {
    return this.member(user).fetch(options);
  }

  /** The bot as a member. */
  async fetchMe(options?: CallOptions): Promise<Member> {
    return this.fetchMember(this.views.selfId(), options);
  }

  /**
   * Its members by their ids, oldest account first. Awaited, it is a page of up to 1,000, one unless `limit` says otherwise; iterated, it is all of them.
   * Needs the GuildMembers intent to be enabled in the Developer Portal.
   */
  fetchMembers(query?: RESTGetAPIGuildMembersQuery, options?: CallOptions): Paged<Member> {
    return Paged.of(this.views.rest.guilds.members(this.id, query, options), {
      itemsOf: (page) => page,
      make: (member) => this.memberOf(member),
    });
  }

  /** Members whose name or nickname begins so: one unless `limit` says otherwise, at most 1,000. */
  async searchMembers(query: RESTGetAPIGuildMembersSearchQuery | string, options?: CallOptions): Promise<readonly Member[]> {
    const asked = typeof query === 'string' ? { query } : query;
    return (await this.views.rest.guilds.searchMembers(this.id, asked, options)).map((member) => this.memberOf(member));
  }

  /**
   * Asks the guild's shard for members, which are cached as well. It costs no REST call; to ask for all needs the GuildMembers intent.
   *
   * @throws {@link OptionsError} `NOT_STARTED` where the shard of the guild does not run here
   * @see {@link https://docs.discord.com/developers/events/gateway-events#request-guild-members | Request guild members}
   */
  async requestMembers(options?: RequestMembersOptions & { readonly signal?: AbortSignal }): Promise<RequestedMembers> {
    const shard = this.views.ports.messengerFor(this.id);
    if (shard === undefined)
      throw new OptionsError('NOT_STARTED', {
        what: `The shard of guild ${this.id} does not run here.`,
        cure: 'Await the start first; in a process with other shards, fetch members over REST.',
      });
    const { isComplete, members, notFound } = await shard.requestMembers(this.id, options);
    return { isComplete, notFound, members: members.map((member) => this.memberOf(member)) };
  }

  /** Adds a user by an OAuth2 token with the scope `guilds.join`. `undefined` where the user was a member before. */
  async addMember(user: Ref, member: BodyOptions<RESTPutAPIGuildMemberJSONBody>, options?: CallOptions): Promise<Member | undefined> {
    const body = wireBody<RESTPutAPIGuildMemberJSONBody>(member);
    // A 204 has no body: the member was there.
    const added = await this.views.rest.guilds.addMember(this.id, idOf(user), body, options);
    return added && this.memberOf(added);
  }

  /** Changes the bot's own nickname, avatar, banner or bio in this guild. Needs CHANGE_NICKNAME for the nickname. */
  async editMe(changes: ImageBodyOptions<RESTPatchAPICurrentGuildMemberJSONBody>, options?: AuditedCallOptions): Promise<Member> {
    const body = refuseNothing(await imageBody<RESTPatchAPICurrentGuildMemberJSONBody>(changes));
    return this.memberOf(await this.views.rest.guilds.editOwnMember(this.id, body, options));
  }

  /** Removes a member, who may come back. Needs KICK_MEMBERS. */
  async kick(user: Ref, options?: AuditedCallOptions): Promise<void> {
    await this.member(user).kick(options);
  }

  /**
   * Bans a user, member or not. Needs BAN_MEMBERS.
   *
   * @example
   * ```ts
   * import type { Guild } from 'aplomb';
   *
   * export async function banSpammer(guild: Guild, userId: string): Promise<void> {
   *   await guild.ban(userId, { deleteMessageSeconds: 3_600, reason: 'Spam in every channel' });
   * }
   * ```
   * @throws {@link OptionsError} `INVALID_BODY` for more than 7 days of messages
   */
  async ban(user: Ref, options: BanOptions = {}): Promise<void> {
    const { body, call } = banBody(options);
    await this.views.rest.guilds.banMember(this.id, idOf(user), body, call);
  }

  /** Lifts a ban. Needs BAN_MEMBERS. */
  async unban(user: Ref, options?: AuditedCallOptions): Promise<void> {
    await this.views.rest.guilds.unbanMember(this.id, idOf(user), options);
  }

  /** Bans up to 200 users. Needs BAN_MEMBERS and MANAGE_GUILD. Rejects with 500000 where nobody could be banned. */
  async bulkBan(users: Iterable<Ref>, options: BanOptions = {}): Promise<BulkBan> {
    const { body, call } = banBody(options);
    const user_ids = checkedIds(users, 'a user who is to be banned');
    const { banned_users, failed_users } = await this.views.rest.guilds.bulkBanMembers(this.id, { ...body, user_ids }, call);
    return { bannedUsers: banned_users, failedUsers: failed_users };
  }

  /** The ban of one user. Rejects with 10026 where the user is not banned. Needs BAN_MEMBERS. */
  async fetchBan(user: Ref, options?: CallOptions): Promise<Ban> {
    return this.views.ban(await this.views.rest.guilds.ban(this.id, idOf(user), options), this.id);
  }

  /** Who is banned, by ids. Awaited, it is a page of up to 1,000; iterated, it is all of them. Needs BAN_MEMBERS. */
  fetchBans(query?: RESTGetAPIGuildBansQuery, options?: CallOptions): Paged<Ban> {
    return Paged.of(this.views.rest.guilds.bans(this.id, query, options), {
      itemsOf: (page) => page,
      make: (ban) => this.views.ban(ban, this.id),
    });
  }

  /** How many members {@link GuildPeople.prune} would remove: those without roles who were inactive for `days`, 7 unless given. */
  async fetchPruneCount(query: Camel<PruneCountQuery> = {}, options?: CallOptions): Promise<number> {
    const asked = wireBody<PruneCountQuery>(query);
    return (await this.views.rest.guilds.pruneCount(this.id, asked, options)).pruned;
  }

  /**
   * Removes the members without roles who were inactive for `days`, 1 to 30, and 7 unless given. Resolves with how many, and with `null` where
   * `computePruneCount` is `false`, as Discord recommends for large guilds. Needs KICK_MEMBERS and MANAGE_GUILD.
   */
  async prune(options: BodyOptions<RESTPostAPIGuildPruneJSONBody> = {}, call?: AuditedCallOptions): Promise<number | null> {
    const body = wireBody<RESTPostAPIGuildPruneJSONBody>(options);
    return (await this.views.rest.guilds.pruneMembers(this.id, body, call)).pruned;
  }

  /** Who is where in voice, asked of Discord. Rejects with 10065 for somebody who is in no voice channel. */
  async fetchVoiceState(user: Ref, options?: CallOptions): Promise<VoiceState> {
    const { voice } = this.views.rest;
    const isOwn = idOf(user) === this.views.cache.selfId;
    return this.views.voiceState(await (isOwn ? voice.ownState(this.id, options) : voice.state(this.id, idOf(user), options)), this.id);
  }

  /**
   * Who changed what, newest first; with `after` oldest first. Discord keeps it for 45 days. Awaited, it is a page of up to 100 entries, 50 unless
   * `limit` says otherwise; iterated, it is all of them. Needs VIEW_AUDIT_LOG.
   */
  auditLog(query?: AuditLogQuery, options?: CallOptions): Paged<AuditLogEntry> {
    return Paged.of(this.views.rest.guilds.auditLog(this.id, query, options), {
      itemsOf: (page) => page.audit_log_entries,
      make: (entry) => this.views.auditLogEntry(entry, this.id),
    });
  }

  private memberOf(member: APIGuildMember): Member {
    return this.views.member(member, { guildId: this.id, userId: member.user.id });
  }
}
