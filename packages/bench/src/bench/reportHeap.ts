import { fork } from 'node:child_process';
import { join } from 'node:path';
import { alternate } from './alternate.js';
import type { BenchArguments } from './benchArguments.js';
import type { GuildSize } from './cache/guildPayload.js';
import { reportOf } from './childReports.js';
import { startBotServer, type BotServer } from './client/botRuns.js';
import type { HeapKind, HeapReport } from './heap/protocol.js';
import { nodeVersion } from './nodeVersion.js';
import { print } from './print.js';
import { median } from './statistics.js';

const SIZE: GuildSize = { members: 1_000, channels: 60, roles: 40 };
const GUILDS = 200;
const SHORT_GUILDS = 10;
const MOST_ROUNDS = 3;
const GOAL = 0.5;

const KINDS: readonly HeapKind[] = ['aplomb', 'discord.js 14'];

/** Prints the heap of whole, connected clients that hold all members, channels and roles of their guilds. */
export async function reportHeap(options: BenchArguments): Promise<void> {
  const guilds = options.isShort ? SHORT_GUILDS : GUILDS;
  const directory = join(options.directory, 'client');
  const server = await startBotServer({ world: { guilds, ...SIZE, isQuiet: true }, parts: [] }, { directory, nodePath: options.nodePath });
  try {
    const { channels, members, roles } = server.told.held;
    print(
      `\nheap · ${guilds} guilds with ${members} members, ${channels} channels and ${roles} roles, all read back · Node ${nodeVersion(options.nodePath)}`,
    );
    const runs = await alternate(KINDS, Math.min(MOST_ROUNDS, options.rounds), (kind) => weigh(kind, server, guilds, options));
    const of = (kind: HeapKind): number => median((runs.get(kind) ?? []).map(({ heapMiB }) => heapMiB));
    print(`  aplomb / discord.js 14: ${(of('aplomb') / of('discord.js 14')).toFixed(2)} (goal ${GOAL})`);
  } finally {
    server.process.kill();
  }
}

async function weigh(kind: HeapKind, server: BotServer, guilds: number, options: BenchArguments): Promise<HeapReport> {
  const args = [kind, String(server.told.port), String(guilds), JSON.stringify(SIZE)];
  const bot = fork(join(options.directory, 'heap', 'bot.js'), args, { execPath: options.nodePath, execArgv: ['--expose-gc'] });
  try {
    const report = await reportOf<HeapReport>(bot, 'weighed');
    const { found, heapMiB, keptHash, rssMiB, sentHash, wrong } = report;
    if (wrong > 0 || keptHash !== sentHash) throw new RangeError(`VOID: ${kind} gave ${wrong} of ${found + wrong} parts back wrong`);
    const verdict = `${found} read back, hash ${keptHash.slice(0, 12)} as sent`;
    print(`  ${kind.padEnd(14)} ${heapMiB.toFixed(1).padStart(7)} MiB of heap · ${rssMiB.toFixed(0)} MiB RSS · ${verdict}`);
    return report;
  } finally {
    bot.kill();
  }
}
