import { createStarboardBot } from './createStarboardBot.js';

/*
 * DISCORD_TOKEN=… BOARD=<channel id> node dist/esm/starboard/main.js
 *
 * Then react with ⭐ to a message: three stars bring it onto the board. Ctrl-C ends it.
 */

const { BOARD, DISCORD_TOKEN } = process.env;

if (DISCORD_TOKEN === undefined || BOARD === undefined) {
  console.error('Give DISCORD_TOKEN, from the Bot page of your application in the Developer Portal, and BOARD, the id of a channel.');
  process.exitCode = 1;
} else {
  const client = createStarboardBot({ token: DISCORD_TOKEN }, { boardId: BOARD, threshold: 3 });
  process.once('SIGINT', () => void client.shutdown());
  await client.start();
  console.log('The board is there.');
  await client.finished;
}
