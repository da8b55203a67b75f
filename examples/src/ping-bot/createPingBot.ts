import { Client, type ClientOptions } from 'aplomb';
import { answerTo } from './answers.js';

/** What the bot needs to hear: messages in guilds, with their text. The last one is privileged: enable it in the Developer Portal. */
const intents = ['Guilds', 'GuildMessages', 'MessageContent'] as const;

/** The example bot: it answers `!ping` and a few more. Start it with one of the client's five starts. */
export function createPingBot(options: Omit<ClientOptions, 'intents'>): Client {
  const client = new Client({ ...options, intents });
  client.on('messageCreate', async (message) => {
    // A bot that answers bots may talk to itself for ever.
    if (message.author.bot) return;
    const answer = answerTo(message.content, Math.random);
    if (answer !== null) await message.reply(answer);
  });
  return client;
}
