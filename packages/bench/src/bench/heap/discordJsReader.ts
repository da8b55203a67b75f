import type { Client, GuildChannel, GuildMember, PermissionOverwrites, Role, User } from 'discord.js';
import type { Json } from '../cache/guildPayload.js';
import type { Reader } from '../cache/Reader.js';

/** Reads discord.js's caches, and says in Discord's words what it keeps: not a member's `mute` and `deaf`, and instants only to the millisecond. */
export function discordJsReader({ guilds }: Client): Reader {
  return {
    member: (guildId, userId) => memberWords(guilds.cache.get(guildId)?.members.cache.get(userId)),
    channel: (guildId, channelId) => channelWords(guilds.cache.get(guildId)?.channels.cache.get(channelId) as GuildChannel | undefined),
    role: (guildId, roleId) => roleWords(guilds.cache.get(guildId)?.roles.cache.get(roleId)),
  };
}

function memberWords(member: GuildMember | undefined): Json | undefined {
  if (member === undefined) return undefined;
  const { avatar, banner, flags, guild, joinedTimestamp, nickname, pending, roles, user } = member;
  return {
    ...{
      user: userWords(user),
      nick: nickname,
      roles: [...roles.cache.keys()].filter((id) => id !== guild.id),
      joined_at: joinedTimestamp,
    },
    ...{ premium_since: member.premiumSinceTimestamp, pending, flags: flags.bitfield, avatar, banner },
    communication_disabled_until: member.communicationDisabledUntilTimestamp,
  };
}

function userWords({ avatar, bot, discriminator, flags, globalName, id, username }: User): Json {
  return { id, username, global_name: globalName, discriminator, avatar, bot, public_flags: flags?.bitfield };
}

function channelWords(channel: GuildChannel | undefined): Json | undefined {
  if (channel === undefined) return undefined;
  const { flags, id, name, parentId, permissionOverwrites, rawPosition, type } = channel;
  const overwrites = permissionOverwrites.cache.map(overwriteWords);
  return { id, type, name, position: rawPosition, parent_id: parentId, flags: flags.bitfield, permission_overwrites: overwrites };
}

function overwriteWords({ allow, deny, id, type }: PermissionOverwrites): Json {
  return { id, type, allow: String(allow.bitfield), deny: String(deny.bitfield) };
}

function roleWords(role: Role | undefined): Json | undefined {
  if (role === undefined) return undefined;
  const { colors, flags, hoist, icon, id, managed, mentionable, name, permissions, rawPosition, unicodeEmoji } = role;
  const { primaryColor, secondaryColor, tertiaryColor } = colors;
  return {
    ...{
      id,
      name,
      position: rawPosition,
      permissions: String(permissions.bitfield),
      hoist,
      managed,
      mentionable,
      icon,
      flags: flags.bitfield,
    },
    ...{
      unicode_emoji: unicodeEmoji,
      colors: { primary_color: primaryColor, secondary_color: secondaryColor, tertiary_color: tertiaryColor },
    },
  };
}
