import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { BenchArguments } from './benchArguments.js';
import { reportOf } from './childReports.js';
import type { FakeReport, HolderKind, HolderReport } from './memory/protocol.js';
import { nodeVersion } from './nodeVersion.js';
import { print } from './print.js';

const SHARDS = 1_000;
const SHORT_SHARDS = 50;
const HOLD_MS = 60_000;
const SHORT_HOLD_MS = 2_000;
/** The goal of our memory by the peer's; Node 24 is thriftier with the peer. */
const GOALS: Readonly<Record<string, number>> = { v20: 0.6, v24: 0.7 };

/**
 * V8 keeps up to 32 MB of spare room for young objects, or gives it back, as it happens to see fit: 32 KiB a shard of pure chance. Both libraries are
 * measured with that room at its smallest.
 */
const HOLDER_FLAGS = ['--expose-gc', '--max-semi-space-size=1'];

type Held = HolderReport & { readonly type: 'held' };

/** Prints the memory per shard of a process that holds many, ours and the peer's. */
export async function reportMemory(options: BenchArguments): Promise<void> {
  const shards = options.isShort ? SHORT_SHARDS : SHARDS;
  const version = nodeVersion(options.nodePath);
  print(`\nmemory · ${shards} shards in one process, FakeDiscord in another · Node ${version} · ${HOLDER_FLAGS.join(' ')}`);
  const ours = await hold('Shard', shards, options);
  const hasZstd = version.startsWith('v24');
  const withZlib = hasZstd ? await hold('Shard, zlib-stream', shards, options) : null;
  const peers = await hold('@discordjs/ws 2', shards, options);
  const goal = GOALS[version.split('.')[0] ?? ''];
  printRatio('Shard', ours, peers, goal);
  if (withZlib !== null) printRatio('Shard, zlib-stream', withZlib, peers, goal);
}

function printRatio(kind: HolderKind, held: Held, peers: Held, goal: number | undefined): void {
  const ratio = held.rssKiBPerShard / peers.rssKiBPerShard;
  print(`  ${kind} / @discordjs/ws 2: ${ratio.toFixed(2)}${goal === undefined ? '' : ` (goal ${goal})`}`);
}

async function hold(kind: HolderKind, shards: number, options: BenchArguments): Promise<Held> {
  const directory = join(options.directory, 'memory');
  const fake = fork(join(directory, 'fake.js'), [], { execPath: options.nodePath, execArgv: [] });
  const { gatewayUrl, token } = await reportOf<FakeReport>(fake, 'listening');
  const holdMs = options.isShort ? SHORT_HOLD_MS : HOLD_MS;
  const args = [kind, gatewayUrl, token, String(shards), String(holdMs)];
  const holder = fork(join(directory, 'holder.js'), args, { execPath: options.nodePath, execArgv: HOLDER_FLAGS });
  try {
    const ended = reportOf<HolderReport & { type: 'ended' }>(holder, 'ended');
    const held = await reportOf<Held>(holder, 'held');
    const { leftovers } = await ended;
    printHeld(kind, held, leftovers);
    return held;
  } finally {
    holder.kill();
    fake.kill();
  }
}

function printHeld(kind: HolderKind, held: Held, leftovers: Readonly<Record<string, number>>): void {
  const memory = `${held.rssKiBPerShard.toFixed(0)} KiB RSS and ${held.heapKiBPerShard.toFixed(1)} KiB heap a shard`;
  const rest = `all connected after ${(held.connectedMs / 1_000).toFixed(1)} s, ${held.cpuPercent.toFixed(1)} % CPU while held`;
  const left = Object.entries(leftovers).map(([name, count]) => `${name} ${count}`);
  print(`  ${kind.padEnd(18)} ${memory}; ${rest}; after the end: ${left.join(', ')}`);
}
