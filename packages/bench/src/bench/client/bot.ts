import { openers } from './bots/openers.js';
import { END, monotonicUs, type BotKind, type BotOrder, type BotReport, type Heard } from './protocol.js';

/*
 * One bot, a process of its own that loads one library: bot.js <kind> <port>. On the order it measures itself until the last message of a part; at the
 * end it tells what the library holds.
 */

const [kind, port] = process.argv.slice(2) as [BotKind, string];
const collect = (globalThis as { gc?: () => void }).gc ?? ((): void => undefined);
const heard = { messages: 0, letters: 0 };
const handledUs: number[] = [];
let isStamped = false;
let cpu = process.cpuUsage();

const { openBot } = await openers[kind]();
const bot = await openBot({
  origin: `http://127.0.0.1:${port}`,
  onReady: () => {
    report({ type: 'ready' });
  },
  onMessage: (content, authorName) => {
    if (isStamped) handledUs.push(monotonicUs());
    heard.messages += 1;
    heard.letters += content.length + authorName.length;
    if (content === END) done();
  },
});

process.on('message', (order: BotOrder) => {
  if (order.type === 'tell') return report({ type: 'held', held: bot.held() });
  isStamped = order.isStamped;
  measure();
});
process.on('disconnect', () => {
  process.exit();
});

function measure(): void {
  collect();
  Object.assign(heard, { messages: 0, letters: 0 } satisfies Heard);
  handledUs.length = 0;
  cpu = process.cpuUsage();
  report({ type: 'measuring' });
}

function done(): void {
  const { system, user } = process.cpuUsage(cpu);
  const peakRssMiB = process.resourceUsage().maxRSS / 1_024;
  report({ type: 'done', cpuMs: (user + system) / 1_000, peakRssMiB, heard: { ...heard }, handledUs });
}

function report(message: BotReport): void {
  process.send?.(message);
}
