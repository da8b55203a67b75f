import { commands } from './commands.js';
import { createSlashBot } from './createSlashBot.js';

/*
 * DISCORD_TOKEN=… GUILD_ID=… node dist/esm/slash-bot/main.js
 *
 * Then type `/roll` or `/introduce`. Without GUILD_ID the commands are there in every guild, and in direct messages. Ctrl-C ends it.
 */

const { DISCORD_TOKEN, GUILD_ID } = process.env;

if (DISCORD_TOKEN === undefined) {
  console.error('Give DISCORD_TOKEN, from the Bot page of your application in the Developer Portal.');
  process.exitCode = 1;
} else {
  const client = createSlashBot({ token: DISCORD_TOKEN });
  process.once('SIGINT', () => void client.shutdown());
  await client.start();
  const registered = await client.application?.setCommands(commands, GUILD_ID === undefined ? {} : { guildId: GUILD_ID });
  console.log(`The bot is there. Type ${registered?.map(({ name }) => `/${name}`).join(' or ') ?? '/'}.`);
  await client.finished;
}
