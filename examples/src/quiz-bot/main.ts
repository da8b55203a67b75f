import { createQuizBot } from './createQuizBot.js';

/*
 * DISCORD_TOKEN=… node dist/esm/quiz-bot/main.js
 *
 * Then say `!quiz` or `!vote Pizza tonight?` in a channel that the bot sees. Ctrl-C ends it.
 */

const { DISCORD_TOKEN } = process.env;

if (DISCORD_TOKEN === undefined) {
  console.error('Give DISCORD_TOKEN, from the Bot page of your application in the Developer Portal.');
  process.exitCode = 1;
} else {
  const client = createQuizBot({ token: DISCORD_TOKEN });
  process.once('SIGINT', () => void client.shutdown());
  await client.start();
  console.log('The bot is there. Say !quiz.');
  await client.finished;
}
