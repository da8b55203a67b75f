/** A sum of permissions as it comes: the decimal digits that Discord sends, or the bigint that they stand for. */
export type RawPermissions = bigint | string;

/** What permissions need to know of a role. */
export interface RoleFacts {
  readonly id: string;
  /** Whether an integration owns it, such as a bot's own role: nobody can assign or delete it. */
  readonly isManaged: boolean;
  readonly permissions: RawPermissions;
  readonly position: number;
}

/** What permissions need to know of a guild. */
export interface GuildFacts {
  readonly id: string;
  readonly ownerId: string;
  /** The guild's roles by id, @everyone (which has the guild's id) among them; a `Map` is one. */
  readonly roles: { get(roleId: string): RoleFacts | undefined };
}

/** What permissions need to know of a member. */
export interface MemberFacts {
  readonly userId: string;
  /** As Discord sends them: without @everyone. */
  readonly roleIds: readonly string[];
  /** Until when the member is timed out, in milliseconds since 1970; `null` for somebody who is not. */
  readonly timedOutUntilMs: number | null;
}

/** What a channel changes for a role (type 0) or a member (type 1). */
export interface OverwriteFacts {
  readonly allow: RawPermissions;
  readonly deny: RawPermissions;
  readonly id: string;
  readonly type: number;
}

/** What permissions need to know of a channel of a guild that is no thread. */
export interface GuildChannelFacts {
  readonly id: string;
  /** Whether Discord hides the channel from the bot (flag `1 << 17`): then its overwrites are not the true ones. Default: no. */
  readonly isObfuscated?: boolean;
  readonly overwrites: readonly OverwriteFacts[];
  /** Discord's number for the kind of channel. */
  readonly type: number;
}

/** What permissions need to know of a thread or a forum's post. */
export interface ThreadFacts {
  readonly id: string;
  readonly isArchived: boolean;
  readonly isLocked: boolean;
  /** The channel that the thread is in, or `undefined` where it is not known. */
  readonly parent: GuildChannelFacts | undefined;
  readonly parentId: string;
  /** Discord's number for the kind of thread: 10 (announcement), 11 (public) or 12 (private). */
  readonly type: number;
}

/** What permissions need to know of a channel or thread of a guild. */
export type ChannelFacts = GuildChannelFacts | ThreadFacts;

/** What a member may do in a guild. */
export interface GuildQuestion {
  readonly guild: GuildFacts;
  readonly member: MemberFacts;
  /** Wall-clock time in milliseconds since 1970: whether a time-out is over depends on it. */
  readonly nowMs: number;
}

/** What a member may do in a channel or thread. */
export interface ChannelQuestion extends GuildQuestion {
  readonly channel: ChannelFacts;
  /** Whether the member has joined the thread. It is asked for with private threads only; left out means that it is not known. */
  readonly isInThread?: boolean | undefined;
  /** The bot's own user id: of a channel that is hidden from the bot, only the bot's own permissions are known (none). */
  readonly selfId?: string | undefined;
}
