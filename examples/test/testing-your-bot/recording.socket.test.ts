import { expectMessage, FakeDiscord, inDiscord, replay } from '@aplomb/fake-discord';
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startBot } from './startBot.js';

/** What somebody tried out with the bot, by hand for example, while it was recorded. */
async function tryOut(discord: FakeDiscord) {
  const guild = discord.addGuild({ name: 'Readers' });
  const [library, alice, bob] = [guild.addTextChannel('library'), guild.addMember('alice'), guild.addMember('bob')];
  await using _bot = await startBot(discord);
  const recording = discord.record();
  await alice.send(library, '!hello');
  await expectMessage(library, /^Hello/);
  const suggestion = await alice.useCommand(library, 'suggest', { title: 'Middlemarch' });
  await bob.press(suggestion.reply!, 'read');
  await bob.press(suggestion.reply!, 'read');
  const review = await bob.useCommand(library, 'review');
  await bob.submit(review.modal, { title: 'Middlemarch', text: 'Long, and worth it.' });
  await bob.useCommand(library, 'remind', { minutes: 30 });
  await discord.advance(30 * 60_000);
  discord.faults.dropSocket(0);
  await bob.send(library, '!hello');
  await expectMessage(library, /^Hello/); // as soon as the bot is back
  recording.stop();
  return recording;
}

/** Code as it is, however a formatter has laid it out. */
const squeezed = (code: string): string => code.replace(/[\s,]+/g, '');

describe('a recording of the bot', () => {
  it(
    'is copied as a test, which stands beside this one',
    inDiscord(async (discord) => {
      const recording = await tryOut(discord);
      const copied = readFileSync(join(__dirname, 'recorded.socket.test.ts'), 'utf8');
      expect(squeezed(recording.toTest({ title: 'does what it did when it was tried out' }))).toBe(squeezed(copied));
    }),
  );

  it(
    'is kept as JSON, and told again to the bot of another day',
    inDiscord(async (discord) => {
      const kept = JSON.stringify(await tryOut(discord));
      await using another = await FakeDiscord.start();
      await using _bot = await startBot(another);
      await replay(another, JSON.parse(kept) as Parameters<typeof replay>[1]);
    }),
  );
});
