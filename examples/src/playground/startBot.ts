import type { FakeDiscord } from '@aplomb/fake-discord';
import type { Client } from 'aplomb';
import { commands } from './commands.js';
import { createPlaygroundBot } from './createPlaygroundBot.js';

/** Starts the bot on a fake Discord, for tests: what is recorded in the playground calls it. Its errors fail the test. */
export async function startBot(discord: FakeDiscord): Promise<Client> {
  const bot = createPlaygroundBot({ token: discord.bot.token, rest: { baseUrl: discord.url } });
  discord.attach(bot);
  await bot.start();
  await bot.application?.setCommands(commands);
  return bot;
}
