import type { APIGuildMember, GatewayGuildCreateDispatchData, GatewayPresenceUpdate } from 'discord-api-types/v10';
import { Intent, hasIntent } from './intents.js';
import type { Viewer } from './visibility.js';

/** Above so many members Discord sends neither members nor presences with a guild, whatever the intents. */
const MOST_MEMBERS_WITH_PRESENCES = 75_000;

/** Who looks at a guild: a viewer with IDENTIFY's `large_threshold`. */
export interface GuildViewer extends Viewer {
  readonly largeThreshold: number;
}

/**
 * GUILD_CREATE as one session gets it. Without GUILD_PRESENCES (or in a huge guild) it holds only the bot and people in voice; else everybody
 * in a guild up to `large_threshold`, and above it those who are online, have a role or a nickname, or are in voice.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#guild-create | Guild create}
 */
export function guildAsSeenBy(guild: GatewayGuildCreateDispatchData, viewer: GuildViewer): GatewayGuildCreateDispatchData {
  const isLarge = guild.member_count > viewer.largeThreshold;
  const inVoice = new Set(guild.voice_states.map((state) => state.user_id));
  const isClose = (userId: string): boolean => userId === viewer.botId || inVoice.has(userId);
  if (!hasIntent(viewer.intents, Intent.GUILD_PRESENCES) || guild.member_count > MOST_MEMBERS_WITH_PRESENCES) {
    return {
      ...guild,
      large: isLarge,
      ...only(
        guild,
        (member) => isClose(member.user.id),
        (presence) => isClose(presence.user.id),
      ),
    };
  }
  if (!isLarge) return { ...guild, large: false };
  const online = new Set(guild.presences.filter((presence) => presence.status !== 'offline').map((presence) => presence.user.id));
  const isNotable = (member: APIGuildMember): boolean =>
    isClose(member.user.id) || online.has(member.user.id) || member.roles.length > 0 || (member.nick ?? null) !== null;
  return { ...guild, large: true, ...only(guild, isNotable, (presence) => online.has(presence.user.id)) };
}

function only(
  guild: GatewayGuildCreateDispatchData,
  keepMember: (member: APIGuildMember) => boolean,
  keepPresence: (presence: GatewayPresenceUpdate) => boolean,
): Pick<GatewayGuildCreateDispatchData, 'members' | 'presences'> {
  return { members: guild.members.filter(keepMember), presences: guild.presences.filter(keepPresence) };
}
