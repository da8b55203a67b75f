import { InMemoryIdentifyQueue } from '../../../src/identify/InMemoryIdentifyQueue.js';
import { Shard } from '../../../src/shard/Shard.js';
import type { TransportCompression } from '../../../src/transport/FrameDecoder.js';
import { FastClock } from '../FastClock.js';

// A shard in a process of its own, so that it can be stopped and weighed. It says what happens to it over IPC.

const [url = '', token = '', compression = 'none', speed = '1'] = process.argv.slice(3);
const clock = new FastClock(Number(speed));
const shard = new Shard({
  id: 0,
  total: 1,
  token,
  url,
  clock,
  compression: compression as TransportCompression,
  identifyQueue: new InMemoryIdentifyQueue({ clock, maxConcurrency: 0 }),
  intents: ['Guilds', 'GuildMessages'],
  random: () => 0,
});
let heard = 0;

const tell = (): void => {
  const maxRssBytes = process.resourceUsage().maxRSS * 1_024;
  process.send?.({ stage: shard.stage, heard, maxRssBytes, rssBytes: process.memoryUsage().rss });
};

shard.on('stage', tell);
shard.on('dispatch', ({ t }) => {
  if (t === 'MESSAGE_CREATE') heard += 1;
  tell();
});
process.on('disconnect', () => {
  process.exit();
});
shard.start();
