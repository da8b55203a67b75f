import { enterChannel, guildOf } from './access.js';
import { memberPayload } from './payloads.js';
import type { World } from './World.js';

/** Shows for ten seconds that somebody is typing. */
export function startTyping(world: World, userId: string, channelId: string): void {
  const channel = enterChannel(world, userId, channelId, 'SendMessages');
  const guild = guildOf(world, channel);
  const member = guild?.members.get(userId);
  world.publishInChannel(channel, 'TYPING_START', {
    channel_id: channel.id,
    user_id: userId,
    timestamp: Math.floor(world.clock.wallMs() / 1000),
    ...(guild !== undefined && { guild_id: guild.id }),
    ...(member !== undefined && { member: memberPayload(member) }),
  });
}
