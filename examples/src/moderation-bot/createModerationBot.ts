import { AplombError, Client, type ClientOptions, type Member } from 'aplomb';
import { moderate } from './moderate.js';
import { orderIn, type Order } from './order.js';

/** Orders need their text, which is privileged: enable MessageContent in the Developer Portal. */
const intents = ['Guilds', 'GuildMessages', 'MessageContent'] as const;

/** A bot that moderators order about: `!timeout @alice 10 Too loud`, `!kick @bob`, `!ban @mallory Spam`. It does only what they may do themselves. */
export function createModerationBot(options: Omit<ClientOptions, 'intents'>): Client {
  const client = new Client({ ...options, intents });
  client.on('messageCreate', async (message) => {
    const order = orderIn(message.content);
    if (order === null || message.member === undefined) return;
    await message.reply({ content: await answerTo(message.member, order), allowedMentions: { parse: [] } });
  });
  return client;
}

/** What is refused before anything is sent, such as a time-out of a year, is told to the one who asked. */
async function answerTo(moderator: Member, order: Order): Promise<string> {
  try {
    return await moderate(moderator, order);
  } catch (error) {
    if (AplombError.is(error)) return error.message;
    throw error;
  }
}
