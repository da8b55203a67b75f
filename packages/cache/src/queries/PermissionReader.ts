import type { ChannelFacts, GuildFacts, MemberFacts } from './PermissionFacts.js';

/** Where {@link PermissionQueries} finds what is known, by ids. A cache is one, and so is anything of your own. `undefined` means that it is not known. */
export interface PermissionReader {
  /** The bot's own user id, once READY has told it. */
  selfId(): string | undefined;
  guild(guildId: string): GuildFacts | undefined;
  member(guildId: string, userId: string): MemberFacts | undefined;
  /** A channel or thread of a guild, and whose it is; `null` for a direct message, which has no permissions. */
  channel(channelId: string): PlacedChannel | null | undefined;
  /** Whether a user has joined a thread. */
  isInThread(threadId: string, userId: string): boolean | undefined;
}

/** A channel or thread with the guild that it belongs to. */
export interface PlacedChannel {
  readonly channel: ChannelFacts;
  readonly guildId: string;
}
