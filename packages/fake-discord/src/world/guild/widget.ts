import type { GuildRecord } from '../records.js';
import { allows, openPermissions } from '../permissions.js';
import { forbidden } from '../refusals.js';
import { isVoiceBased } from '../channelTypes.js';
import type { World } from '../World.js';
import { invitesOf } from './invites.js';

const LISTED_MAX = 100;

/**
 * What anybody may know of a guild whose widget is on. Names are not told with ids.
 *
 * @throws {@link RefusedError} 50004 while it is off
 * @see {@link https://docs.discord.com/developers/resources/guild#get-guild-widget | Get guild widget}
 */
export function widgetOf(world: World, guildId: string): object {
  const guild = checkEnabled(world.guild(guildId));
  const present = [...guild.members.values()].filter(({ user }) => world.statuses.has(user.id));
  return {
    id: guild.id,
    name: guild.name,
    instant_invite: inviteUrl(world, guild),
    channels: [...guild.channels.values()]
      .filter(isVoiceBased)
      .filter((channel) => allows(openPermissions(guild, channel), 'Connect', 'ViewChannel'))
      .map(({ id, name, position }) => ({ id, name, position })),
    members: present.slice(0, LISTED_MAX).map(({ nick, user }, index) => ({
      id: String(index),
      username: nick ?? user.global_name ?? user.username,
      discriminator: '0000',
      avatar: null,
      status: world.statuses.get(user.id),
      avatar_url: `${world.options.origin}/embed/avatars/0.png`,
    })),
    presence_count: present.length,
  };
}

/** The guild, if its widget is on. */
export function checkEnabled(guild: GuildRecord): GuildRecord {
  if (guild.settings.widget?.['enabled'] !== true) throw forbidden(50004, 'Widget Disabled');
  return guild;
}

function inviteUrl(world: World, guild: GuildRecord): string | null {
  const channelId = guild.settings.widget?.['channel_id'];
  const invite = invitesOf(world, guild).find((each) => each.channel_id === channelId);
  return invite === undefined ? null : `https://discord.com/invite/${invite.code}`;
}
