import { createLavalinkBot } from './createLavalinkBot.js';

/*
 * DISCORD_TOKEN=… LAVALINK_PASSWORD=… node dist/esm/voice-lavalink/main.js
 *
 * Needs a Lavalink server on this machine, at port 2333. Go into a voice channel, and say `!join`. Ctrl-C ends it.
 */

const { DISCORD_TOKEN, LAVALINK_PASSWORD } = process.env;

if (DISCORD_TOKEN === undefined || LAVALINK_PASSWORD === undefined) {
  console.error('Give DISCORD_TOKEN, from the Bot page of your application in the Developer Portal, and LAVALINK_PASSWORD.');
  process.exitCode = 1;
} else {
  const { client } = createLavalinkBot({ token: DISCORD_TOKEN }, { host: '127.0.0.1', port: 2333, authorization: LAVALINK_PASSWORD });
  process.once('SIGINT', () => void client.shutdown());
  await client.start();
  console.log('The bot is there. Say !join in a channel that it sees.');
  await client.finished;
}
