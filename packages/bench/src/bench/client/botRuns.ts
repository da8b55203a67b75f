import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { reportOf } from '../childReports.js';
import type { Compression } from '../wire/frameWriters.js';
import type { Held } from './BotWorld.js';
import { INTENTS, type BotKind, type BotOrder, type BotReport, type BotServerReport, type Plan, type PlayOrder } from './protocol.js';

export interface BotRunOptions {
  /** Where the compiled files of this folder lie. */
  readonly directory: string;
  /** The Node that bots run on; the server always runs on this one. */
  readonly nodePath: string;
}

type ReportOf<All extends { readonly type: string }, Type extends All['type']> = Extract<All, { readonly type: Type }>;

/** The recorded Discord that all bots of a benchmark talk to. */
export interface BotServer {
  readonly process: ChildProcess;
  readonly told: ReportOf<BotServerReport, 'listening'>;
}

/** What one bot did with a part. */
export interface BotRun {
  readonly compression: Compression;
  readonly cpuMs: number;
  readonly peakRssMiB: number;
  /** Of a paced part: how long each message took from the server's write to the handler, in microseconds. */
  readonly delaysUs: readonly number[];
}

export async function startBotServer(plan: Plan, { directory }: BotRunOptions): Promise<BotServer> {
  const server = fork(join(directory, 'server.js'), [JSON.stringify(plan)], { execArgv: [] });
  return { process: server, told: await reportOf<ReportOf<BotServerReport, 'listening'>>(server, 'listening') };
}

/** Connects a new bot, has the first part played to warm it up, and measures the second: as fast as it goes, or so many events a second. */
export async function runBot(kind: BotKind, server: BotServer, options: BotRunOptions, perSecond?: number): Promise<BotRun> {
  const identified = reportOf<ReportOf<BotServerReport, 'identified'>>(server.process, 'identified');
  const execArgv = ['--expose-gc'];
  const bot = fork(join(options.directory, 'bot.js'), [kind, String(server.told.port)], { execPath: options.nodePath, execArgv });
  try {
    await reportOf(bot, 'ready');
    const { compression, intents } = await identified;
    if (intents !== INTENTS) throw new RangeError(`${kind} asked for the intents ${intents} instead of ${INTENTS}`);
    await playPart(kind, bot, server, { type: 'play', part: 0 });
    const order: PlayOrder = { type: 'play', part: 1, ...(perSecond === undefined ? {} : { perSecond }) };
    const played = perSecond === undefined ? null : reportOf<ReportOf<BotServerReport, 'played'>>(server.process, 'played');
    const { cpuMs, handledUs, peakRssMiB } = await playPart(kind, bot, server, order);
    const sentUs = (await played)?.sentUs ?? [];
    const delaysUs = sentUs.map((us, index) => (handledUs[index] ?? NaN) - us);
    await checkHeld(kind, bot, server.told.held);
    return { compression, cpuMs, peakRssMiB, delaysUs };
  } finally {
    await ended(bot);
  }
}

/** The next bot is not started before this one has given its memory back. */
async function ended(bot: ChildProcess): Promise<void> {
  if (!bot.connected) return;
  const exit = once(bot, 'exit');
  bot.disconnect();
  await exit;
}

async function playPart(kind: BotKind, bot: ChildProcess, server: BotServer, order: PlayOrder): Promise<ReportOf<BotReport, 'done'>> {
  const measuring = reportOf(bot, 'measuring');
  bot.send({ type: 'measure', isStamped: order.perSecond !== undefined } satisfies BotOrder);
  await measuring;
  const done = reportOf<ReportOf<BotReport, 'done'>>(bot, 'done');
  server.process.send(order);
  const result = await done;
  const sent = server.told.parts[order.part];
  const { letters, messages } = result.heard;
  if (messages === sent?.messages && letters === sent.letters) return result;
  throw new RangeError(`VOID: ${kind} heard ${JSON.stringify(result.heard)}, and sent were ${JSON.stringify(sent)}`);
}

/** Caches that hold less have less to do: then the figure is none. */
async function checkHeld(kind: BotKind, bot: ChildProcess, expected: Held): Promise<void> {
  const telling = reportOf<ReportOf<BotReport, 'held'>>(bot, 'held');
  bot.send({ type: 'tell' } satisfies BotOrder);
  const { held } = await telling;
  const wrong = (Object.keys(expected) as (keyof Held)[]).filter((key) => held[key] !== expected[key]);
  const differences = wrong.map((key) => `${key} ${held[key]} instead of ${expected[key]}`);
  if (wrong.length > 0) throw new RangeError(`VOID: ${kind} holds ${differences.join(', ')}`);
}
