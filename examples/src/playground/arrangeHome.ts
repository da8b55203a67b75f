import type { FakeDiscord, User } from '@aplomb/fake-discord';

/** Arranges a guild: three people with roles of their own, and channels of several kinds, one of which not everybody sees. Returns the people. */
export function arrangeHome(discord: FakeDiscord): readonly User[] {
  const guild = discord.addGuild({ name: 'Tea house' });
  const host = guild.addRole({ name: 'Host', permissions: ['ManageMessages', 'PinMessages', 'ManageRoles', 'KickMembers'] });
  const guest = guild.addRole({ name: 'Guest' });
  const parlour = guild.addChannel('Parlour', { kind: 'category' });
  guild.addChannel('general', { kind: 'text', parent: parlour, topic: 'Say !help, or type a slash' });
  guild.addChannel('tea-room', { kind: 'text', parent: parlour, topic: 'For /tea, /order and /review' });
  const kitchen = guild.addChannel('kitchen', { kind: 'text', parent: parlour, topic: 'For hosts only' });
  kitchen.setOverwrites([
    { id: guild.id, deny: ['ViewChannel'] },
    { id: host.id, allow: ['ViewChannel'] },
    { id: discord.bot.id, allow: ['ViewChannel'] },
  ]);
  guild.addChannel('recipes', { kind: 'forum', parent: parlour });
  guild.addVoiceChannel('Lounge');
  return [
    guild.addMember({ name: 'alice', roles: [host.id] }),
    guild.addMember({ name: 'bob', roles: [guest.id] }),
    guild.addMember({ name: 'carol', roles: [guest.id] }),
  ];
}
