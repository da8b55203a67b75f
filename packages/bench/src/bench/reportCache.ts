import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { BenchArguments } from './benchArguments.js';
import type { KeeperKind, KeeperReport } from './cache/protocol.js';
import { reportOf } from './childReports.js';
import { print } from './print.js';

const GUILDS = 200;
const SHORT_GUILDS = 10;
/** The goal of our heap by the peer's. */
const GOAL = 0.45;

/** Prints the heap that guilds take: ours, the peer's, and that of the payloads kept as they come. */
export async function reportCache(options: BenchArguments): Promise<void> {
  const guilds = options.isShort ? SHORT_GUILDS : GUILDS;
  print(`\ncache · ${guilds} guilds × 1,000 members × 60 channels × 40 roles, all read back and compared`);
  const ours = await keep('@aplomb/cache', guilds, options);
  const floor = await keep('parsed JSON', guilds, options);
  const peer = await keep('discord.js 14', guilds, options);
  print(`  @aplomb/cache / discord.js 14: ${(ours.heapMiB / peer.heapMiB).toFixed(2)} (goal ${GOAL})`);
  print(`  @aplomb/cache / parsed JSON: ${(ours.heapMiB / floor.heapMiB).toFixed(2)}`);
}

async function keep(kind: KeeperKind, guilds: number, options: BenchArguments): Promise<KeeperReport> {
  const program = join(options.directory, 'cache', 'keeper.js');
  const child = fork(program, [kind, String(guilds)], { execPath: options.nodePath, execArgv: ['--expose-gc'] });
  try {
    const report = await reportOf<KeeperReport>(child, 'kept');
    const { heapMiB, applyMs, found, wrong } = report;
    const verdict = wrong === 0 ? `${found} read back` : `VOID: ${wrong} of ${found + wrong} are wrong`;
    print(`  ${kind.padEnd(14)} ${heapMiB.toFixed(1).padStart(7)} MiB · applied in ${applyMs.toFixed(0)} ms of CPU · ${verdict}`);
    return report;
  } finally {
    child.kill();
  }
}
