import type { GuildSize } from '../cache/guildPayload.js';
import { settledHeapBytes } from '../cache/settledHeap.js';
import type { Bot } from '../client/bots/Bot.js';
import { openers } from '../client/bots/openers.js';
import { compareAll, discordJsWords } from './comparison.js';
import type { HeapKind, HeapReport } from './protocol.js';

/*
 * One bot that takes all guilds of a server and is weighed: bot.js <kind> <port> <guilds> <size as JSON>. The library itself is loaded before the first
 * weighing. After the second everything is read back through the public API and compared with what was sent.
 */

const [kind, port, guildsText, sizeText] = process.argv.slice(2) as [HeapKind, string, string, string];
const [guilds, size] = [Number(guildsText), JSON.parse(sizeText) as GuildSize];
const { openBot } = await openers[kind]();
const before = settledHeapBytes();
const { reader } = await connected();
// What the start itself made may go first.
await new Promise((resolve) => setTimeout(resolve, 500));
const heapMiB = (settledHeapBytes() - before) / 2 ** 20;
const rssMiB = process.memoryUsage.rss() / 2 ** 20;
if (reader === undefined) throw new RangeError(`${kind} cannot be read back`);
const compared = compareAll(guilds, size, reader, kind === 'discord.js 14' ? discordJsWords : undefined);
const report: HeapReport = { type: 'weighed', heapMiB, rssMiB, ...compared };
process.send?.(report);
process.on('disconnect', () => {
  process.exit();
});

/** The bot, with all its guilds. */
function connected(): Promise<Bot> {
  return new Promise((resolve, reject) => {
    const onReady = (): void => {
      resolve(opening);
    };
    const opening = openBot({ origin: `http://127.0.0.1:${port}`, onReady, onMessage: () => undefined });
    opening.catch(reject);
  });
}
