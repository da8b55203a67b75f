import { describe, expect, it } from '@jest/globals';
import { ActivityType, PresenceUpdateStatus } from 'discord.js';
import type { Presence } from 'discord.js';
import { nextEvent, useDiscordjs } from './useDiscordjs.js';

const home = useDiscordjs();

describe('a bot of discord.js that asks for members', () => {
  it('gets all of a large guild in chunks', async () => {
    const { client, discord } = home;
    const chunks: (readonly [number, number])[] = [];
    client.on('guildMembersChunk', (members, _, { count }) => chunks.push([members.size, count]));
    const large = discord.addGuild({ name: 'Large', memberCount: 2_100 });
    await discord.settle();
    const guild = client.guilds.cache.get(large.id)!;
    expect([(await guild.members.fetch()).size, guild.members.cache.size, guild.memberCount]).toEqual([2_100, 2_100, 2_100]);
    expect(chunks).toEqual([
      [1_000, 3],
      [1_000, 3],
      [100, 3],
    ]);
  });

  it('finds them by name and by id, with their presences', async () => {
    const { alice, guild, theirGuild } = home;
    const [anna, bob] = ['anna', 'bob'].map((name) => guild.addMember(name));
    await anna!.setStatus('dnd');
    const found = await theirGuild.members.fetch({ query: 'a', limit: 10, withPresences: true });
    expect(found.map(({ user, presence }) => [user.username, presence?.status]).sort()).toEqual([
      ['alice', undefined],
      ['anna', 'dnd'],
    ]);
    const named = await theirGuild.members.fetch({ user: [alice.id, bob!.id] });
    expect(named.map(({ user }) => user.username).sort()).toEqual(['alice', 'bob']);
    expect((await theirGuild.members.search({ query: 'bo' })).map(({ id }) => id)).toEqual([bob!.id]);
    expect((await theirGuild.members.list({ limit: 2 })).size).toBe(2);
  });

  it('is told that nobody has such a name', async () => {
    expect((await home.theirGuild.members.fetch({ query: 'zzz', limit: 1 })).size).toBe(0);
  });
});

describe('a bot of discord.js and presences', () => {
  it('hears who comes online and goes', async () => {
    const { alice, client, theirGuild } = home;
    await theirGuild.members.fetch(alice.id);
    const came = nextEvent<Presence | null>(client, 'presenceUpdate');
    await alice.setStatus('idle');
    await came;
    expect(theirGuild.presences.cache.get(alice.id)?.status).toBe(PresenceUpdateStatus.Idle);
    await alice.setStatus('offline');
    expect(theirGuild.presences.cache.get(alice.id)?.status ?? 'offline').toBe(PresenceUpdateStatus.Offline);
  });

  it('sets its own', async () => {
    const { client, discord } = home;
    client.user.setPresence({ status: 'dnd', activities: [{ name: 'chess', type: ActivityType.Competing }] });
    await discord.settle();
    const asked = discord.gateway.journal.frames.filter(({ op }) => op === 3);
    expect(asked.map(({ d }) => d)).toMatchObject([{ status: 'dnd', activities: [{ name: 'chess', type: 5 }] }]);
  });
});
