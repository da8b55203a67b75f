import { createVoicePlayer } from './createVoicePlayer.js';

/*
 * DISCORD_TOKEN=… node dist/esm/voice-player/main.js song.ogg
 *
 * Go into a voice channel, and say `!play`. The file is Ogg with Opus: `ffmpeg -i song.mp3 -c:a libopus song.ogg`. Ctrl-C ends it.
 */

const { DISCORD_TOKEN } = process.env;
const [, , file] = process.argv;

if (DISCORD_TOKEN === undefined || file === undefined) {
  console.error('Give DISCORD_TOKEN, from the Bot page of your application in the Developer Portal, and an Ogg file.');
  process.exitCode = 1;
} else {
  const { client } = createVoicePlayer({ token: DISCORD_TOKEN }, file);
  process.once('SIGINT', () => void client.shutdown());
  await client.start();
  console.log('The bot is there. Say !play in a channel that it sees.');
  await client.finished;
}
