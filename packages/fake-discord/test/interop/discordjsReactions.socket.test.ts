import { describe, expect, it } from '@jest/globals';
import { ReactionType } from 'discord.js';
import type { MessageReaction, User } from 'discord.js';
import { useDiscordjs } from './useDiscordjs.js';

const home = useDiscordjs();

describe('a bot of discord.js and reactions', () => {
  it('adds them, counts those of people, and takes its own back', async () => {
    const { alice, discord, theirs } = home;
    const sent = await theirs.send('vote');
    await sent.react('👍');
    await alice.react(home.general.lastMessage!, '👍');
    const reaction = sent.reactions.cache.get('👍')!;
    expect([reaction.count, reaction.me, reaction.countDetails]).toEqual([2, true, { burst: 0, normal: 2 }]);
    expect((await reaction.users.fetch({ type: ReactionType.Normal })).map(({ username }) => username)).toEqual(['robot', 'alice']);
    await reaction.users.remove();
    await discord.settle();
    const left = (await sent.fetch()).reactions.cache.get('👍');
    expect([left?.count, left?.me]).toEqual([1, false]);
  });

  it('removes those of a person, of an emoji, and all', async () => {
    const { alice, discord, guild, theirs } = home;
    const bob = guild.addMember('bob');
    const sent = await theirs.send('vote');
    const message = home.general.lastMessage!;
    const told: string[] = [];
    const removals = { messageReactionRemove: 'one', messageReactionRemoveEmoji: 'emoji', messageReactionRemoveAll: 'all' } as const;
    for (const [event, what] of Object.entries(removals)) home.client.on(event as never, () => void told.push(what));
    for (const emoji of ['👍', '👎', '🎉']) for (const person of [alice, bob]) await person.react(message, emoji);
    await sent.reactions.cache.get('👍')!.users.remove(alice.id);
    await sent.reactions.cache.get('👎')!.remove();
    await discord.settle();
    expect(message.reactions).toEqual({ '👍': 1, '🎉': 2 });
    await sent.reactions.removeAll();
    await discord.settle();
    expect([message.reactions, sent.reactions.cache.size, told]).toEqual([{}, 0, ['one', 'emoji', 'all']]);
  });

  it('collects them until they are enough', async () => {
    const { alice, guild, theirs } = home;
    const sent = await theirs.send('vote');
    const collected = sent.awaitReactions({ filter: ({ emoji }) => emoji.name === '🎉', maxUsers: 2, time: 5_000 });
    for (const person of [alice, guild.addMember('bob')]) await person.react(home.general.lastMessage!, '🎉');
    expect((await collected).map(({ emoji, count }) => [emoji.name, count])).toEqual([['🎉', 2]]);
  });

  it('hears who reacted to what, with an emoji of the guild too', async () => {
    const { alice, client, general, guild, theirGuild } = home;
    const emoji = guild.addEmoji('blob');
    const heard: unknown[] = [];
    client.on('messageReactionAdd', (reaction: MessageReaction | object, user: User | object) => {
      const { emoji: given, message } = reaction as MessageReaction;
      heard.push([given.name, given.id, message.id, (user as User).id]);
    });
    const message = await alice.send(general, 'hi');
    await alice.react(message, `blob:${emoji.id ?? ''}`);
    expect(heard).toEqual([['blob', emoji.id, message.id, alice.id]]);
    expect(theirGuild.emojis.cache.get(emoji.id ?? '')?.name).toBe('blob');
    await expect(home.theirs.messages.react(message.id, 'nonsense:1')).rejects.toMatchObject({ status: 400, code: 10014 });
  });
});
