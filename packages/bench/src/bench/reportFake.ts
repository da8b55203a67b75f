import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { BenchArguments } from './benchArguments.js';
import { reportOf } from './childReports.js';
import type { BotHeard, FakeOpen, FakeSaid, SayOrder, StartsReport, TellOrder } from './fake/protocol.js';
import { nodeVersion } from './nodeVersion.js';
import { print } from './print.js';
import { median, percentile } from './statistics.js';

const MESSAGES = 20_000;
const STARTS = 1_000;
const SHORT_STARTS = 300;
/** The bot answers each message; in the short mode every other, which fills the same books more slowly. */
const SHORT_ANSWER_EVERY = 2;

const START_GOAL_MS = 50;
const HEAP_GOAL = 1.05;
/** What the tables that live as long as the process may still gain by so many starts. */
const START_HEAP_GOAL = 1.05;

/** Prints what starting a fake Discord costs and leaves behind, and whether it loses events or grows under load. What is not as it must be ends the run. */
export async function reportFake(options: BenchArguments): Promise<void> {
  await reportStarts(options);
  await reportLoad(options);
}

async function reportStarts(options: BenchArguments): Promise<void> {
  const starts = options.isShort ? SHORT_STARTS : STARTS;
  print(`\nfake, starts · ${starts} in one process, a bot in every tenth · Node ${nodeVersion(options.nodePath)}`);
  const child = run('starts', [String(starts)], options);
  try {
    const { firstMs, heapBytes, importMs, leftovers, ms } = await reportOf<StartsReport>(child, 'started');
    const [before, after] = heapBytes;
    const times = [0.5, 0.99].map((share) => `${percentile(ms, share).toFixed(1)} ms`);
    print(`  median ${times[0]} (goal ${START_GOAL_MS}), 99 of 100 in ${times[1]}; the first in ${firstMs.toFixed(0)} ms`);
    print(`  before it, the import: ${importMs.toFixed(0)} ms`);
    print(`  heap after GC ${mib(before)} MiB, and ${mib(after)} after the last: ${ratio(after, before)} (goal ${START_HEAP_GOAL})`);
    print(`  left behind: ${JSON.stringify(leftovers)}`);
    demand(Math.max(firstMs, median(ms)) < START_GOAL_MS, 'a start takes too long');
    demand(after <= before * START_HEAP_GOAL, 'starts leave memory behind');
    demand(Object.keys(leftovers).length === 0, 'starts leave handles behind');
  } finally {
    child.kill();
  }
}

async function reportLoad(options: BenchArguments): Promise<void> {
  const answerEvery = options.isShort ? SHORT_ANSWER_EVERY : 1;
  print(`\nfake, load · ${MESSAGES} messages read by one bot, ${answerEvery === 1 ? 'each' : 'every other'} answered`);
  const fake = run('discord', [], options);
  const { token, url } = await reportOf<FakeOpen>(fake, 'open');
  const bot = run('bot', [url, token, String(answerEvery)], options);
  try {
    await reportOf<{ readonly type: 'ready' }>(bot, 'ready');
    const began = performance.now();
    const half = await say(fake, { type: 'say', from: 0, count: MESSAGES / 2 });
    const whole = await say(fake, { type: 'say', from: MESSAGES / 2, count: MESSAGES / 2 });
    const tookMs = performance.now() - began;
    const heard = await tell(bot);
    print(
      `  heard ${heard.heard} of ${MESSAGES}, ${heard.answered} answered and ${heard.own} own heard, in ${(tookMs / 1_000).toFixed(1)} s`,
    );
    print(
      `  out of order: ${heard.numbersOutOfOrder} numbers, ${heard.idsOutOfOrder + whole.idsOutOfOrder} ids; ${whole.offences} offences`,
    );
    const growth = ratio(whole.heapBytes, half.heapBytes);
    print(
      `  heap after GC ${mib(half.heapBytes)} MiB at half, ${mib(whole.heapBytes)} at the end: ${growth} (goal ${HEAP_GOAL}); ${whole.kept} kept`,
    );
    demandAll(heard, whole, answerEvery);
    demand(whole.heapBytes <= half.heapBytes * HEAP_GOAL, 'the fake grows');
  } finally {
    bot.kill();
    fake.kill();
  }
}

function demandAll(heard: BotHeard, said: FakeSaid, answerEvery: number): void {
  demand(heard.heard === MESSAGES && heard.numbersOutOfOrder === 0, 'messages were lost, or came twice or late');
  demand(heard.idsOutOfOrder === 0 && said.idsOutOfOrder === 0, 'ids do not ascend');
  demand(heard.answered === MESSAGES / answerEvery && heard.own === heard.answered, 'answers were lost');
  demand(said.offences === 0, 'the bot did what Discord punishes');
}

function say(fake: ChildProcess, order: SayOrder): Promise<FakeSaid> {
  fake.send(order);
  return reportOf<FakeSaid>(fake, 'said');
}

function tell(bot: ChildProcess): Promise<BotHeard> {
  bot.send({ type: 'tell' } satisfies TellOrder);
  return reportOf<BotHeard>(bot, 'heard');
}

function run(program: string, args: readonly string[], { directory, nodePath }: BenchArguments): ChildProcess {
  return fork(join(directory, 'fake', `${program}.js`), [...args], { execPath: nodePath, execArgv: ['--expose-gc'] });
}

function demand(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new RangeError(`VOID: ${otherwise}`);
}

function mib(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}

function ratio(value: number, by: number): string {
  return (value / by).toFixed(3);
}
