import { expectMessage, FakeDiscord } from '@aplomb/fake-discord';
import { describe, expect, it } from '@jest/globals';
import { createQuizBot } from '../src/quiz-bot/createQuizBot.js';
import { isAnswer } from '../src/quiz-bot/questions.js';

async function openWorld(times?: Parameters<typeof createQuizBot>[1]) {
  const discord = await FakeDiscord.start({ rateLimits: false });
  const guild = discord.addGuild({ name: 'Home' });
  const general = guild.addTextChannel('general');
  const [alice, bob] = [guild.addMember('alice'), guild.addMember('bob')];
  const client = createQuizBot({ token: discord.bot.token, rest: { baseUrl: discord.url } }, times);
  discord.attach(client);
  await client.start();
  const close = async (): Promise<void> => {
    await client.shutdown();
    await discord.close();
  };
  const texts = (): readonly string[] =>
    general.messages.filter(({ authorId }) => authorId === discord.bot.id).map(({ data }) => data.content);
  return { alice, bob, client, discord, general, guild, texts, [Symbol.asyncDispose]: close };
}

describe('a quiz', () => {
  it('gives a point to whoever is first, and goes on when nobody knows', async () => {
    await using world = await openWorld({ answerMs: 1_500, voteMs: 60_000 });
    const { alice, bob, general, texts } = world;
    await alice.send(general, '!quiz');
    await alice.send(general, 'Jupiter');
    await bob.send(general, 'saturn!');
    expect(texts().slice(-2)).toEqual(['Right!', '**How many strings does a violin have?**']);
    await bob.send(general, 'Four');
    // It is said when the time for an answer is over, which is longer than an expectation waits by itself.
    await expectMessage(general, { content: /Nobody knew: Ursula K. Le Guin/ }, { timeoutMs: 5_000 });
    await expectMessage(general, { content: 'The quiz is over.\nbob: 2' });
  });

  it('is played once at a time in a channel, and ends with it', async () => {
    await using world = await openWorld();
    const { alice, client, general, guild, texts } = world;
    await alice.send(general, '!quiz');
    await alice.send(general, '!quiz');
    expect(texts()).toHaveLength(1);
    guild.remove();
    await client.idle();
  });

  it('takes an answer however it is written', () => {
    const question = { text: '?', answers: ['Le Guin'] };
    expect(['le guin', ' LE-GUIN! ', 'Guin'].map((said) => isAnswer(question, said))).toEqual([true, true, false]);
  });
});

describe('a vote', () => {
  it('counts who changes their mind once, and is closed by the one who asked', async () => {
    await using world = await openWorld();
    const { alice, bob, general, texts } = world;
    await alice.send(general, '!vote Pizza tonight?');
    const ballot = general.lastMessage!;
    await bob.react(ballot, '👎');
    await bob.unreact(ballot, '👎');
    await bob.react(ballot, '👍');
    await alice.react(ballot, '👍');
    await bob.react(ballot, '🏁');
    expect(texts()).toHaveLength(1);
    await alice.react(ballot, '🏁');
    expect(texts().at(-1)).toBe('Pizza tonight? 👍 2, 👎 0');
  });
});
