import type { FakeDiscord } from '@aplomb/fake-discord';
import type { Client } from 'aplomb';
import { createBookBot, startBookBot } from '../../src/testing-your-bot/createBookBot.js';

/** Starts the bot on a Discord of this machine. It is attached, so that acts wait for it and its errors fail the test. */
export async function startBot(discord: FakeDiscord): Promise<Client> {
  const client = createBookBot({ token: discord.bot.token, rest: { baseUrl: discord.url } }, (ms, callback) =>
    discord.clock.after(ms, callback),
  );
  discord.attach(client);
  await startBookBot(client);
  return client;
}
