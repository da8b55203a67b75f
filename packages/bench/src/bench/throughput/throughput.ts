import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { alternate } from '../alternate.js';
import { reportOf } from '../childReports.js';
import { median } from '../statistics.js';
import { eventMix, expectedCounts, MIX_A } from './eventMix.js';
import type { ClientKind, ClientReport, Compression, ServerReport } from './protocol.js';

export interface ThroughputOptions {
  readonly events: number;
  readonly rounds: number;
  readonly compression: Compression;
  readonly kinds: readonly ClientKind[];
  /** The Node that clients run on; the server always runs on this one. */
  readonly nodePath: string;
  /** Where the compiled files of this folder lie. */
  readonly directory: string;
  readonly onRun: (kind: ClientKind, run: ThroughputRun) => void;
}

export interface ThroughputRun {
  readonly eventsPerCpuSecond: number;
  readonly eventsPerWallSecond: number;
  readonly peakRssMiB: number;
}

export interface ThroughputRow {
  readonly kind: ClientKind;
  readonly runs: readonly ThroughputRun[];
  readonly median: number;
}

/** Runs every kind of client `rounds` times against one recorded server, in an order that turns round each time, and returns the medians. */
export async function measureThroughput(options: ThroughputOptions): Promise<readonly ThroughputRow[]> {
  const { server, port } = await startServer(options);
  try {
    const runs = await alternate(options.kinds, options.rounds, async (kind) => {
      const run = await runClient(kind, port, server, options);
      options.onRun(kind, run);
      return run;
    });
    return [...runs].map(([kind, own]) => ({ kind, runs: own, median: median(own.map((run) => run.eventsPerCpuSecond)) }));
  } finally {
    server.kill();
  }
}

async function startServer({
  compression,
  directory,
  events,
  nodePath,
}: ThroughputOptions): Promise<{ server: ChildProcess; port: number }> {
  const server = fork(join(directory, 'server.js'), [compression, String(events)], { execPath: nodePath, execArgv: [] });
  const { port } = await reportOf<ServerReport>(server, 'listening');
  return { server, port };
}

async function runClient(kind: ClientKind, port: number, server: ChildProcess, options: ThroughputOptions): Promise<ThroughputRun> {
  const { compression, directory, events, nodePath } = options;
  const client = fork(join(directory, 'client.js'), [kind, String(port), compression], { execPath: nodePath, execArgv: [] });
  try {
    await reportOf(client, 'ready');
    client.send({ type: 'go' });
    await reportOf(client, 'ready');
    server.send({ type: 'go' });
    const done = await reportOf<ClientReport & { type: 'done' }>(client, 'done');
    checkCounts(kind, done.counts, events);
    return {
      eventsPerCpuSecond: events / (done.cpuMs / 1_000),
      eventsPerWallSecond: events / (done.wallMs / 1_000),
      peakRssMiB: done.peakRssMiB,
    };
  } finally {
    client.kill();
  }
}

/** A run that lost or doubled an event is an error, not a figure. */
function checkCounts(kind: ClientKind, counts: Readonly<Record<string, number>>, events: number): void {
  const isPartial = kind.endsWith('MESSAGE_CREATE parsed');
  for (const [type, expected] of expectedCounts(MIX_A, events)) {
    if (isPartial && type !== 'MESSAGE_CREATE') continue;
    if (counts[type] !== expected) throw new RangeError(`${kind} counted ${counts[type] ?? 0} ${type}, and ${expected} were sent`);
  }
}

/** The mean size of an event in this mix, in bytes of JSON. */
export function meanEventBytes(sample = 2_000): number {
  let bytes = 0;
  for (const text of eventMix(MIX_A, sample)) bytes += Buffer.byteLength(text);
  return bytes / sample;
}
