import { createBookBot, startBookBot } from './createBookBot.js';

/*
 * DISCORD_TOKEN=… node dist/esm/testing-your-bot/main.js
 *
 * Then say `!hello`, or type `/suggest`, `/review` or `/remind`. Ctrl-C ends it. Its tests, which need no token: `npx jest --selectProjects examples bookBot`.
 */

const { DISCORD_TOKEN } = process.env;

if (DISCORD_TOKEN === undefined) {
  console.error('Give DISCORD_TOKEN, from the Bot page of your application in the Developer Portal.');
  process.exitCode = 1;
} else {
  const client = createBookBot({ token: DISCORD_TOKEN });
  process.once('SIGINT', () => void client.shutdown());
  await startBookBot(client);
  console.log('The bot is there. Say !hello.');
  await client.finished;
}
