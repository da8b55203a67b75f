/**
 * Which members of a guild are asked for.
 *
 * - nothing: all of them, which needs the GuildMembers intent and is allowed once per guild in 30 seconds;
 * - `query`: those whose name begins with it, 100 at most;
 * - `userIds`: these.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#request-guild-members | Request guild members}
 */
export type ChunkGuildFilter =
  | { readonly query?: undefined; readonly userIds?: undefined }
  | { readonly query: string; readonly userIds?: undefined }
  | { readonly query?: undefined; readonly userIds: readonly string[] };
