import { Client } from 'aplomb';
import type { BotHeard } from './protocol.js';

/*
 * A bot of aplomb that reads every message and answers every so many of them: bot.js <url> <token> <answer every>. On request it tells what it has heard.
 */

const [url = '', token = '', everyText = ''] = process.argv.slice(2);
const answerEvery = Number(everyText);
const heard = { answered: 0, heard: 0, idsOutOfOrder: 0, numbersOutOfOrder: 0, own: 0 };
let lastId = 0n;
let nextNumber = 0;

const client = new Client({
  token,
  intents: ['Guilds', 'GuildMessages', 'MessageContent', 'GuildMessageReactions'],
  rest: { baseUrl: url, globalRequestsPerSecond: 100_000 },
});

client.on('messageCreate', async (message) => {
  if (BigInt(message.id) <= lastId) heard.idsOutOfOrder += 1;
  lastId = BigInt(message.id);
  if (message.author.bot) heard.own += 1;
  else if (isNext(message.content) && nextNumber % answerEvery === 0) {
    await message.reply(`You said ${message.content}.`);
    heard.answered += 1;
  }
});
client.on('interactionCreate', async (interaction) => {
  if (interaction.isCommand()) await interaction.reply({ content: 'rolled', ephemeral: true });
});
client.on('error', ({ cause }) => {
  throw cause;
});
process.on('message', () => {
  process.send?.({ type: 'heard', ...heard } satisfies BotHeard);
});
process.on('disconnect', () => {
  process.exit();
});
client.once('ready', () => process.send?.({ type: 'ready' }));
await client.start();

/** Counts a message that bears a number. */
function isNext(content: string): boolean {
  if (!/^\d+$/.test(content)) return false;
  heard.heard += 1;
  if (Number(content) !== nextNumber) heard.numbersOutOfOrder += 1;
  nextNumber = Number(content) + 1;
  return true;
}
