import { describe, expect, it } from '@jest/globals';
import { ChannelType, SortOrderType, ThreadAutoArchiveDuration } from 'discord.js';
import type { PrivateThreadChannel } from 'discord.js';
import { useDiscordjs } from './useDiscordjs.js';

const home = useDiscordjs();

describe('a bot of discord.js and threads', () => {
  it('begins public ones on nothing and on a message, and talks there', async () => {
    const { alice, discord, theirs } = home;
    const bare = await theirs.threads.create({ name: 'bare', autoArchiveDuration: ThreadAutoArchiveDuration.OneHour });
    await bare.members.add(alice.id);
    await bare.send('welcome');
    await discord.settle();
    expect([bare.members.cache.size, bare.lastMessage?.content, bare.memberCount, bare.autoArchiveDuration]).toEqual([2, 'welcome', 2, 60]);
    const said = await theirs.send('wise words');
    const thread = await said.startThread({ name: 'on wisdom' });
    await discord.settle();
    expect([thread.id, said.hasThread, (await thread.fetchStarterMessage())?.content]).toEqual([said.id, true, 'wise words']);
  });

  it('begins private ones, which only who is invited sees', async () => {
    const { alice, discord, theirs } = home;
    const thread = (await theirs.threads.create({
      name: 'secret',
      type: ChannelType.PrivateThread,
      invitable: false,
    })) as PrivateThreadChannel;
    expect([thread.type, thread.invitable]).toEqual([ChannelType.PrivateThread, false]);
    await thread.members.add(alice.id);
    await discord.settle();
    expect((await thread.members.fetch()).map(({ user }) => user?.username)).toEqual(['robot', 'alice']);
    await thread.members.remove(alice.id);
    await discord.settle();
    expect([...thread.members.cache.keys()]).toEqual([home.client.user.id]);
  });

  it('archives, locks, lists, wakes and deletes them', async () => {
    const { discord, theirs, theirGuild } = home;
    const thread = await theirs.threads.create({ name: 'old' });
    await thread.edit({ archived: true, locked: true, rateLimitPerUser: 5 });
    expect([thread.archived, thread.locked, thread.rateLimitPerUser]).toEqual([true, true, 5]);
    const archived = await theirs.threads.fetchArchived({ fetchAll: true });
    expect([archived.threads.map(({ name }) => name), archived.hasMore]).toEqual([['old'], false]);
    await thread.setArchived(false);
    expect((await theirGuild.channels.fetchActiveThreads()).threads.map(({ name }) => name)).toEqual(['old']);
    await thread.delete();
    await discord.settle();
    expect(theirs.threads.cache.size).toBe(0);
  });

  it('hears of one that a person begins, who comes and who goes, and joins it', async () => {
    const { alice, client, general, guild } = home;
    const told: string[] = [];
    client.on('threadCreate', ({ name }, isNew) => told.push(`create ${name} ${String(isNew)}`));
    client.on('threadUpdate', (before, after) => told.push(`update ${before.name} ${after.name}`));
    client.on('threadMembersUpdate', (added, removed) => told.push(`members +${added.size} -${removed.size}`));
    client.on('threadDelete', ({ name }) => told.push(`delete ${name}`));
    const thread = await alice.startThread(await alice.send(general, 'wise words'), 'On wisdom');
    const cached = client.channels.cache.get(thread.id);
    if (cached?.isThread() !== true) throw new TypeError('The thread was not heard of');
    await cached.join();
    await alice.send(thread, 'indeed');
    await cached.leave();
    await alice.moderate(guild).editChannel(thread, { name: 'On folly' });
    await guild.owner.moderate(guild).deleteChannel(thread);
    expect(told).toEqual(['create On wisdom true', 'members +1 -0', 'members +0 -1', 'update On wisdom On folly', 'delete On folly']);
    expect([cached.ownerId, cached.parentId, cached.messageCount]).toEqual([alice.id, general.id, 1]);
  });

  it('posts in forums, with tags, and pins a post', async () => {
    const { theirGuild } = home;
    const forum = await theirGuild.channels.create({
      name: 'forum',
      type: ChannelType.GuildForum,
      availableTags: [
        { name: 'bug', emoji: { name: '🐛', id: null } },
        { name: 'mods', moderated: true },
      ],
      defaultReactionEmoji: { name: '👍', id: null },
      defaultSortOrder: SortOrderType.CreationDate,
    });
    expect(forum.availableTags.map(({ name, emoji, moderated }) => [name, emoji?.name, moderated])).toEqual([
      ['bug', '🐛', false],
      ['mods', undefined, true],
    ]);
    const tag = forum.availableTags[0]!.id;
    const files = [{ attachment: Buffer.from('log'), name: 'log.txt' }];
    const post = await forum.threads.create({ name: 'Crash', message: { content: 'It broke', files }, appliedTags: [tag] });
    const starter = await post.fetchStarterMessage();
    expect([starter?.content, starter?.attachments.size, post.appliedTags]).toEqual(['It broke', 1, [tag]]);
    await post.setAppliedTags([]);
    await post.pin();
    expect([post.appliedTags, post.flags.toArray()]).toEqual([[], ['Pinned']]);
    expect((await forum.threads.fetchActive()).threads.size).toBe(1);
    const tags = await forum.setAvailableTags([{ ...forum.availableTags[0]!, name: 'defect' }]);
    expect(tags.availableTags.map(({ id, name }) => [id, name])).toEqual([[tag, 'defect']]);
  });
});
