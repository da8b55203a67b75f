import type { Messages } from '../Messages.js';
import type { GuildChannelRecord, GuildRecord } from '../records.js';
import type { World } from '../World.js';

const USER_JOIN = 7;
const SUPPRESS_JOIN_NOTIFICATIONS = 1;

/**
 * Posts that somebody has come into the system channel of a guild, where it has one and its flags do not suppress that.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild#guild-object-system-channel-flags | System channel flags}
 */
export function postJoins(world: World, messages: Messages): void {
  world.arrivals.listen(({ guild, user }) => {
    const channel = channelForJoins(guild);
    if (channel !== undefined) messages.postSystem(user, channel, USER_JOIN);
  });
}

function channelForJoins({ channels, more }: GuildRecord): GuildChannelRecord | undefined {
  const isSuppressed = ((more.system_channel_flags ?? 0) & SUPPRESS_JOIN_NOTIFICATIONS) !== 0;
  return isSuppressed ? undefined : channels.get(more.system_channel_id ?? '');
}
