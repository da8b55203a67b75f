import { inDiscord, withFakeDiscord, type Channel, type FakeDiscord, type User } from '@aplomb/fake-discord';
import { describe, expect as jestExpect, it } from '@jest/globals';
import type { Client } from 'aplomb';
import { startBot } from './startBot.js';

const expect = withFakeDiscord(jestExpect);

interface Scene {
  readonly alice: User;
  readonly bob: User;
  readonly client: Client;
  readonly discord: FakeDiscord;
  readonly library: Channel;
}

/** A guild with a channel, two people and the bot. Should the test fail, it tells what was said. */
function scene(test: (scene: Scene) => Promise<void>): () => Promise<void> {
  return inDiscord(async (discord) => {
    const guild = discord.addGuild({ name: 'Readers' });
    const library = guild.addTextChannel('library');
    const [alice, bob] = [guild.addMember('alice'), guild.addMember('bob')];
    await using client = await startBot(discord);
    await test({ alice, bob, client, discord, library });
  });
}

describe('somebody who says hello', () => {
  it(
    'is answered',
    scene(async ({ alice, library }) => {
      await alice.send(library, '!hello');
      await expect(library).toReceive({ content: 'Hello! Type `/suggest` to suggest a book.' });
    }),
  );

  it(
    'is not answered by a bot that may not write there',
    scene(async ({ alice, discord, library }) => {
      library.setOverwrites([{ id: discord.bot.id, deny: ['SendMessages'] }]);
      await expect(alice.send(library, '!hello')).rejects.toMatchObject({ code: 'FAKE_BOT_FAILED' });
      expect(library).not.toHaveReceived(/Hello/);
    }),
  );
});

describe('a suggested book', () => {
  it(
    'is shown with a button, which counts readers',
    scene(async ({ alice, bob, library }) => {
      const suggestion = await alice.useCommand(library, 'suggest', { title: 'Middlemarch' });
      expect(suggestion.reply).toHaveEmbed({ title: 'Middlemarch', description: 'Nobody would read it yet.' });
      expect(suggestion.reply).toHaveComponent({ custom_id: 'read', label: 'I would read it' });
      for (const reader of [alice, bob]) await reader.press(suggestion.reply!, 'read');
      expect(suggestion.reply).toHaveEmbed({ description: '2 would read it.' });
    }),
  );

  it(
    'is not counted twice, which only they are told',
    scene(async ({ alice, bob, library }) => {
      const suggestion = await alice.useCommand(library, 'suggest', { title: 'Middlemarch' });
      await alice.press(suggestion.reply!, 'read');
      const again = await alice.press(suggestion.reply!, 'read');
      expect(again).toBeAnsweredWith('You said so already.');
      expect(again.reply).toBeEphemeral();
      expect(library).not.toHaveReceived('You said so already.', { seenBy: bob });
      expect(suggestion.reply).toHaveEmbed({ description: '1 would read it.' });
    }),
  );

  it(
    'needs a title',
    scene(async ({ alice, library }) => {
      await expect(alice.useCommand(library, 'suggest')).rejects.toThrow('The option "title" is required.');
    }),
  );
});

describe('a review', () => {
  it(
    'is written into a form, and shown to all',
    scene(async ({ alice, library }) => {
      const review = await alice.useCommand(library, 'review');
      expect(review).toOpenModal({ title: 'Your review' });
      const form = await alice.submit(review.modal, { title: 'Middlemarch', text: 'Long, and worth it.' });
      expect(form.reply).toHaveEmbed({ title: 'Middlemarch', description: 'Long, and worth it.', footer: { text: 'reviewed by alice' } });
    }),
  );
});

describe('a reminder', () => {
  it(
    'calls when it is time, and not before',
    scene(async ({ alice, discord, library }) => {
      const promise = await alice.useCommand(library, 'remind', { minutes: 30 });
      expect(promise.reply).toBeEphemeral();
      await discord.advance(29 * 60_000);
      expect(library.messages).toEqual([]);
      await discord.advance(60_000);
      expect(library).toHaveReceived(`${alice.mention}, it is time to read.`);
    }),
  );
});

describe('a bot that loses its connection', () => {
  it(
    'resumes, and answers what was said meanwhile',
    scene(async ({ alice, discord, library }) => {
      discord.faults.dropSocket(0);
      await alice.send(library, '!hello');
      await expect(library).toReceive(/^Hello!/);
      expect([discord.gateway.journal.counts.identify, discord.gateway.journal.counts.resume]).toEqual([1, 1]);
    }),
  );

  it(
    'answers when Discord fails once',
    scene(async ({ alice, discord, library }) => {
      discord.faults.failRequests('POST /channels/:id/messages', 502);
      await alice.send(library, '!hello');
      await expect(library).toReceive(/^Hello!/);
      expect(discord.requestsTo('POST /channels/:id/messages').map(({ status }) => status)).toEqual([502, 200]);
    }),
  );
});
