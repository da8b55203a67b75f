import type { Stage } from '../actors/Stage.js';
import { CHANNEL_KINDS } from '../world/arrange.js';
import type { ChannelKindName } from '../world/arrange.js';
import { EVERYONE_DEFAULT, permissionBits, permissionNames } from '../world/permissions.js';
import type { GuildChannelRecord, GuildRecord, MemberRecord } from '../world/records.js';
import type { RecordedChannel, RecordedGuild, RecordedMember, RecordedRole, RecordedWorld } from './RecordedStory.js';

/** The people whom `memberCount` makes up: they do nothing. */
const EXTRA = /^member_\d+$/;
const TEXT = 'text';

/** The world as it is now, as far as it can be arranged again: without messages and threads. */
export function snapshotWorld({ arrangedCommands, world }: Stage): RecordedWorld {
  const guilds = [...world.guilds.values()];
  const strangers = [...world.users.values()].filter(({ bot, id }) => bot !== true && guilds.every(({ members }) => !members.has(id)));
  return {
    botId: world.bot.id,
    commands: arrangedCommands.map(({ command, guildId }) => ({ command, guildId })),
    guilds: guilds.map((guild) => guildAsIs(guild, world.bot.id)),
    strangers: strangers.map(({ global_name: name, id, username }) => ({ id, name: name ?? username })),
  };
}

function guildAsIs(guild: GuildRecord, botId: string): RecordedGuild {
  const roles = [...guild.roles.values()];
  const botRole = roles.find(({ tags }) => tags?.bot_id === botId);
  const everyone = roles.find(({ id }) => id === guild.id)?.permissions ?? '0';
  const people = [...guild.members.values()].filter(({ user }) => user.id !== botId && !EXTRA.test(user.username));
  return {
    id: guild.id,
    name: guild.name,
    botPermissions: botRole === undefined ? null : permissionNames(BigInt(botRole.permissions)),
    everyone: everyone === permissionBits(EVERYONE_DEFAULT).toString() ? null : everyone,
    roles: roles.filter((role) => role.id !== guild.id && !role.managed).map(roleAsIs),
    members: people.sort((a) => (a.user.id === guild.ownerId ? -1 : 0)).map(memberAsIs),
    channels: [...guild.channels.values()].map(channelAsIs),
    emojis: [...guild.things.emojis.values()].map((emoji) => ({ id: String(emoji['id']), name: String(emoji['name']) })),
  };
}

function roleAsIs(role: { id: string; mentionable: boolean; name: string; permissions: string; position: number }): RecordedRole {
  const { id, mentionable, name, permissions, position } = role;
  return { id, name, permissions: permissionNames(BigInt(permissions)), position, mentionable };
}

function memberAsIs({ nick, roles, user }: MemberRecord): RecordedMember {
  return { id: user.id, name: user.global_name ?? user.username, nick, roles };
}

function channelAsIs({ id, more, name, overwrites, parentId, topic, type, userLimit }: GuildChannelRecord): RecordedChannel {
  const kind = Object.entries(CHANNEL_KINDS).find(([, number]) => number === type)?.[0] ?? TEXT;
  return {
    id,
    kind: kind as ChannelKindName,
    name,
    topic,
    parentId,
    userLimit,
    overwrites: overwrites.map((each) => ({
      id: each.id,
      allow: permissionNames(BigInt(each.allow)),
      deny: permissionNames(BigInt(each.deny)),
    })),
    more: JSON.parse(JSON.stringify(more)) as RecordedChannel['more'],
  };
}
