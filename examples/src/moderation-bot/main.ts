import { createModerationBot } from './createModerationBot.js';

/*
 * DISCORD_TOKEN=… node dist/esm/moderation-bot/main.js
 *
 * Give the bot Kick Members, Ban Members and Timeout Members, and a role above those that it shall moderate. Then say `!timeout @somebody 10 Too loud`.
 * Ctrl-C ends it.
 */

const { DISCORD_TOKEN } = process.env;

if (DISCORD_TOKEN === undefined) {
  console.error('Give DISCORD_TOKEN, from the Bot page of your application in the Developer Portal.');
  process.exitCode = 1;
} else {
  const client = createModerationBot({ token: DISCORD_TOKEN });
  process.once('SIGINT', () => void client.shutdown());
  await client.start();
  console.log(`${client.me?.tag ?? 'The bot'} keeps order in ${String(client.guilds.size)} guilds.`);
  await client.finished;
}
