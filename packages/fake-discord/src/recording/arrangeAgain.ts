import type { Channel } from '../actors/Channel.js';
import type { Guild } from '../actors/Guild.js';
import type { User } from '../actors/User.js';
import type { FakeDiscord } from '../FakeDiscord.js';
import type { SeenGuild } from '../watch/PersonView.js';
import type { PermissionInput } from '../world/permissions.js';
import type { Cast } from './Cast.js';
import type { RecordedChannel, RecordedGuild, RecordedMember, RecordedWorld } from './RecordedStory.js';

/** Arranges a recorded world. What is there already, by its name, is taken as it is. */
export async function arrangeAgain(discord: FakeDiscord, world: RecordedWorld, cast: Cast): Promise<void> {
  cast.set(world.botId, discord.bot);
  for (const guild of world.guilds) await arrangeGuild(discord, guild, cast);
  for (const { id, name } of world.strangers) cast.set(id, discord.addUser(name));
  for (const { command, guildId } of world.commands) discord.addCommand(command, guildId === null ? undefined : cast.guild(guildId));
}

async function arrangeGuild(discord: FakeDiscord, recorded: RecordedGuild, cast: Cast): Promise<void> {
  const { botPermissions, id, name } = recorded;
  const permissions = botPermissions === null ? {} : { botPermissions: botPermissions as readonly PermissionInput[] };
  const guild = discord.guilds.find((each) => each.name === name) ?? discord.addGuild({ name, ...permissions });
  const before = seen(guild);
  cast.set(id, guild);
  for (const role of recorded.roles) {
    const spec = { ...role, permissions: role.permissions as readonly PermissionInput[] };
    cast.set(role.id, before.roles.find((each) => each.name === role.name) ?? guild.addRole(spec));
  }
  for (const [index, member] of recorded.members.entries()) {
    cast.set(member.id, index === 0 ? guild.owner : arrangeMember(discord, guild, member, { before, cast }));
  }
  for (const emoji of recorded.emojis) {
    const known = before.emojis.find((each) => each.name === emoji.name) ?? guild.addEmoji(emoji.name);
    cast.set(emoji.id, { id: String(known.id) });
  }
  for (const channel of recorded.channels) await arrangeChannel(guild, channel, cast);
  if (recorded.everyone !== null) await guild.owner.moderate(guild).editRole({ id: guild.id }, { permissions: recorded.everyone });
}

function arrangeMember(
  discord: FakeDiscord,
  guild: Guild,
  { name, nick, roles }: RecordedMember,
  { before, cast }: { readonly before: SeenGuild; readonly cast: Cast },
): User {
  const user = discord.addUser(name);
  if (!before.members.some((member) => member.user.id === user.id)) guild.addMember(user);
  const ids = roles.map((id) => String(cast.decode(id)));
  if (nick !== null || ids.length > 0) guild.updateMember(user, { nick, roles: ids });
  return user;
}

async function arrangeChannel(guild: Guild, recorded: RecordedChannel, cast: Cast): Promise<void> {
  const { id, kind, more, name, overwrites, parentId, topic, userLimit } = recorded;
  const known = guild.channels.find((channel) => channel.name === `#${name}`);
  if (known !== undefined) {
    cast.set(id, known);
    return;
  }
  const parent = parentId !== null && cast.has(parentId) ? { parent: cast.channel({ $channel: parentId }) } : {};
  const channel: Channel = guild.addChannel(name, {
    kind,
    userLimit,
    ...(topic !== null && { topic }),
    ...parent,
    overwrites: overwrites.map((each) => ({
      id: String(cast.decode(each.id)),
      allow: each.allow as readonly PermissionInput[],
      deny: each.deny as readonly PermissionInput[],
    })),
  });
  cast.set(id, channel);
  if (Object.keys(more).length > 0) await guild.owner.moderate(guild).editChannel(channel, more);
}

/** The guild as its owner sees it, who sees all of it. */
function seen(guild: Guild): SeenGuild {
  const found = guild.owner.view().guilds.find(({ id }) => id === guild.id);
  if (found !== undefined) return found;
  return { roles: [], members: [], emojis: [] } as unknown as SeenGuild;
}
