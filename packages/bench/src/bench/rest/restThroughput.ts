import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { alternate } from '../alternate.js';
import { reportOf } from '../childReports.js';
import { median } from '../statistics.js';
import type { RestLoad, RestServerReport, SenderKind, SenderReport } from './protocol.js';

export interface RestThroughputOptions {
  readonly load: RestLoad;
  readonly rounds: number;
  readonly kinds: readonly SenderKind[];
  /** The Node that senders run on; the server always runs on this one. */
  readonly nodePath: string;
  /** Where the compiled files of this folder lie. */
  readonly directory: string;
  readonly onRun: (kind: SenderKind, run: RestRun) => void;
}

export interface RestRun {
  readonly requestsPerCpuSecond: number;
  readonly requestsPerWallSecond: number;
  readonly peakRssMiB: number;
}

export interface RestRow {
  readonly kind: SenderKind;
  readonly runs: readonly RestRun[];
  readonly median: number;
}

/** Runs every sender `rounds` times against one server, in an order that turns round each time, and returns the medians. */
export async function measureRest(options: RestThroughputOptions): Promise<readonly RestRow[]> {
  const server = fork(join(options.directory, 'server.js'), { execArgv: [] });
  try {
    const { port } = await reportOf<RestServerReport & { type: 'listening' }>(server, 'listening');
    const runs = await alternate(options.kinds, options.rounds, async (kind) => {
      const run = await runSender(kind, port, server, options);
      options.onRun(kind, run);
      return run;
    });
    return [...runs].map(([kind, own]) => ({ kind, runs: own, median: median(own.map((run) => run.requestsPerCpuSecond)) }));
  } finally {
    server.kill();
  }
}

async function runSender(kind: SenderKind, port: number, server: ChildProcess, options: RestThroughputOptions): Promise<RestRun> {
  const { directory, load, nodePath } = options;
  const sender = fork(join(directory, 'client.js'), [kind, String(port), JSON.stringify(load)], { execPath: nodePath, execArgv: [] });
  try {
    await reportOf(sender, 'ready');
    sender.send({ type: 'go' });
    const { cpuMs, peakRssMiB, wallMs } = await reportOf<SenderReport & { type: 'done' }>(sender, 'done');
    await checkCounts(kind, server, load);
    const { requests } = load;
    return { requestsPerCpuSecond: requests / (cpuMs / 1_000), requestsPerWallSecond: requests / (wallMs / 1_000), peakRssMiB };
  } finally {
    sender.kill();
  }
}

/** A run with a 429, or with a request too few or too many, is an error, not a figure. */
async function checkCounts(kind: SenderKind, server: ChildProcess, load: RestLoad): Promise<void> {
  const counted = reportOf<RestServerReport & { type: 'counted' }>(server, 'counted');
  server.send({ type: 'count' });
  const { limited, requests } = await counted;
  if (limited > 0) throw new RangeError(`${kind} ran into ${limited} × 429`);
  if (requests !== load.requests + load.warmUp)
    throw new RangeError(`${kind} made ${requests} requests instead of ${load.requests + load.warmUp}`);
}
