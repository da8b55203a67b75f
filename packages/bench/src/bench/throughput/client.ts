import { Shard } from '@aplomb/gateway';
import { runFloor } from './floor.js';
import { runPeer } from './peer.js';
import { SENTINEL, TOKEN, type ClientKind, type ClientReport, type Compression } from './protocol.js';

/*
 * One client process: connects, says that it is ready, and on the order measures its own CPU until the sentinel. It counts what it was given; a run that
 * lost or doubled an event is no run.
 */

const [kind, port, compression] = process.argv.slice(2) as [ClientKind, string, Compression];
const counts: Record<string, number> = {};
let cpu = process.cpuUsage();
let began = performance.now();

/** What every kind of client calls for each event that it was asked for. */
export function count(type: string): void {
  counts[type] = (counts[type] ?? 0) + 1;
  if (type === SENTINEL) done();
}

function ready(): void {
  report({ type: 'ready' });
}

process.on('message', () => {
  cpu = process.cpuUsage();
  began = performance.now();
  report({ type: 'ready' });
});

function done(): void {
  const { user, system } = process.cpuUsage(cpu);
  const peakRssMiB = process.resourceUsage().maxRSS / 1_024;
  report({ type: 'done', cpuMs: (user + system) / 1_000, wallMs: performance.now() - began, peakRssMiB, counts });
}

function report(message: ClientReport): void {
  process.send?.(message);
}

const url = `ws://127.0.0.1:${port}`;
const wanted = kind.endsWith('MESSAGE_CREATE parsed') ? ['MESSAGE_CREATE', SENTINEL] : undefined;

if (kind.startsWith('floor')) runFloor({ url, compression, wanted, onReady: ready, onEvent: count });
else if (kind === '@discordjs/ws 2') await runPeer({ url, onReady: ready, onEvent: count });
else await runShard();

async function runShard(): Promise<void> {
  const events = wanted === undefined ? {} : { events: wanted };
  const shard = new Shard({ id: 0, total: 1, token: TOKEN, intents: 0, url, compression, ...events });
  shard.on('ready', ready);
  if (kind === 'Shard, for await') {
    for await (const event of shard) count(event.t);
    return;
  }
  shard.on('dispatch', (packet) => {
    count(packet.t);
  });
  shard.start();
}
