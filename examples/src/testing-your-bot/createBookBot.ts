import { Client, type ClientOptions } from 'aplomb';
import { commands } from './commands.js';
import { remind, type After } from './remind.js';
import { review } from './review.js';
import { suggest, wouldRead, type Readers } from './suggest.js';

/** Answers need their text, which is privileged: enable MessageContent in the Developer Portal. */
const intents = ['Guilds', 'GuildMessages', 'MessageContent'] as const;

/** A bot for people who read together. How it is tested stands in `examples/test/testing-your-bot`. */
export function createBookBot(options: Omit<ClientOptions, 'intents'>, after: After = (ms, callback) => setTimeout(callback, ms)): Client {
  const client = new Client({ ...options, intents });
  const readers: Readers = new Map();
  client.on('messageCreate', async (message) => {
    if (message.content === '!hello') await message.reply('Hello! Type `/suggest` to suggest a book.');
  });
  client.on('interactionCreate', async (interaction) => {
    if (interaction.isButton()) await wouldRead(interaction, readers);
    if (!interaction.isCommand()) return;
    if (interaction.commandName === 'suggest') await suggest(interaction);
    if (interaction.commandName === 'review') await review(interaction);
    if (interaction.commandName === 'remind') await remind(client, interaction, after);
  });
  return client;
}

/** Starts it, and registers its commands. */
export async function startBookBot(client: Client): Promise<void> {
  await client.start();
  await client.application?.setCommands(commands);
}
