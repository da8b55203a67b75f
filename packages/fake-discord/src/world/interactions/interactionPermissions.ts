import { explicitPermissions, permissionBits } from '../permissions.js';
import type { ChannelRecord } from '../records.js';
import type { World } from '../World.js';

/** What there is to do in a direct conversation, and what a bot is told that it may do there. */
const IN_DIRECT = permissionBits([
  'AddReactions',
  'AttachFiles',
  'EmbedLinks',
  'MentionEveryone',
  'ReadMessageHistory',
  'SendMessages',
  'SendPolls',
  'SendVoiceMessages',
  'UseExternalEmojis',
  'UseExternalStickers',
  'ViewChannel',
]);

/** What somebody may do in a channel, as interactions tell it: without what the lack of one permission implies for others. */
export function permissionsIn(world: World, channel: ChannelRecord, userId: string): string {
  if (channel.isDirect) return IN_DIRECT.toString();
  const guild = world.guild(channel.guildId);
  const member = guild.members.get(userId);
  return member === undefined ? '0' : explicitPermissions(guild, channel, member, world.clock.wallMs()).toString();
}
