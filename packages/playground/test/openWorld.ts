import { FakeDiscord } from '@aplomb/fake-discord';
import type { Channel, Guild, User } from '@aplomb/fake-discord';
import { Client } from 'aplomb';
import { startPlayground } from '../src/index.js';
import type { Playground } from '../src/index.js';
import { answer } from './answer.js';
import { COMMANDS } from './commands.js';
import { TestPage } from './TestPage.js';

/** A fake Discord with a guild, two people, a bot that answers, a playground before it, and a page. */
export interface PlayWorld extends AsyncDisposable {
  readonly alice: User;
  readonly bob: User;
  readonly bot: Client;
  readonly discord: FakeDiscord;
  readonly general: Channel;
  readonly guild: Guild;
  readonly page: TestPage;
  readonly playground: Playground;
  /** Opens the page once more. */
  openPage(): Promise<TestPage>;
}

export async function openWorld({ knowsBot = true } = {}): Promise<PlayWorld> {
  const discord = await FakeDiscord.start({ rateLimits: false });
  const guild = discord.addGuild({ name: 'Home' });
  const [general, alice, bob] = [guild.addTextChannel('general'), guild.addMember('alice'), guild.addMember('bob')];
  for (const command of COMMANDS) discord.addCommand(command);
  const intents = ['Guilds', 'GuildMessages', 'MessageContent', 'DirectMessages'] as const;
  const bot = new Client({ token: discord.bot.token, intents, rest: { baseUrl: discord.url } });
  bot.on('interactionCreate', answer);
  bot.on('messageCreate', async (message) => {
    if (message.content === '!ping') await message.reply('Pong!');
    if (message.content === '!fail') throw new TypeError('a broken bot');
  });
  bot.on('error', () => undefined);
  await bot.start();
  const playground = await startPlayground({ discord, ...(knowsBot && { bot }) });
  const pages: TestPage[] = [];
  const openPage = async (): Promise<TestPage> => {
    pages.push(await TestPage.open(playground.url));
    return pages.at(-1)!;
  };
  const close = async (): Promise<void> => {
    for (const page of pages) page.close();
    await playground.close();
    await bot.shutdown();
    await discord.close();
  };
  return { alice, bob, bot, discord, general, guild, openPage, playground, page: await openPage(), [Symbol.asyncDispose]: close };
}
