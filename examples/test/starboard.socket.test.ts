import { FakeDiscord } from '@aplomb/fake-discord';
import { describe, expect, it } from '@jest/globals';
import { createStarboardBot } from '../src/starboard/createStarboardBot.js';

async function openWorld() {
  const discord = await FakeDiscord.start({ rateLimits: false });
  const guild = discord.addGuild({ name: 'Home' });
  const [general, board] = [guild.addTextChannel('general'), guild.addTextChannel('board')];
  const people = [guild.addMember('alice'), guild.addMember('bob')] as const;
  const client = createStarboardBot({ token: discord.bot.token, rest: { baseUrl: discord.url } }, { boardId: board.id, threshold: 2 });
  discord.attach(client);
  await client.start();
  const close = async (): Promise<void> => {
    await client.shutdown();
    await discord.close();
  };
  const cards = (): readonly string[] => board.messages.map(({ data }) => data.content.replace(/<#.*/s, '…'));
  return { board, cards, general, people, [Symbol.asyncDispose]: close };
}

describe('a starboard', () => {
  it('shows what has enough stars, counts on, and takes away what has lost them', async () => {
    await using world = await openWorld();
    const { board, cards, general, people } = world;
    const [alice, bob] = people;
    const message = await alice.send(general, 'I can fly');
    await alice.react(message, '⭐');
    expect(cards()).toEqual([]);
    await bob.react(message, '⭐');
    expect(cards()).toEqual(['⭐ **2** in …']);
    expect(board.lastMessage?.data.embeds[0]).toMatchObject({ description: 'I can fly', author: { name: 'alice' } });
    await bob.unreact(message, '⭐');
    expect(cards()).toEqual([]);
  });

  it('does not care for other emojis, nor for the board itself', async () => {
    await using world = await openWorld();
    const { board, cards, general, people } = world;
    const [alice, bob] = people;
    const message = await alice.send(general, 'I can fly');
    for (const person of people) await person.react(message, '👍');
    expect(cards()).toEqual([]);
    for (const person of people) await person.react(message, '⭐');
    for (const person of [alice, bob]) await person.react(board.lastMessage!, '⭐');
    expect(cards()).toHaveLength(1);
  });
});
