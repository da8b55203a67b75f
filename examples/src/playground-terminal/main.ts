import { live } from './live.js';
import { readMode, usage, type Mode } from './mode.js';
import { smoke } from './smoke.js';
import type { Surroundings } from './Surroundings.js';
import { talk } from './talk.js';

const runs: Record<Mode, (surroundings: Surroundings) => Promise<number>> = {
  talk,
  smoke,
  live,
  help: () => {
    console.log(usage);
    return Promise.resolve(0);
  },
};

/** The first Ctrl-C asks for a clean end, the second one does not wait for it. */
function interrupted(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(130);
      stop.abort();
    });
  }
  return stop.signal;
}

async function run(mode: Mode): Promise<number> {
  const signal = interrupted();
  try {
    return await runs[mode]({ input: process.stdin, output: process.stdout, signal });
  } catch (error) {
    // Ctrl-C before the bot was ready: the start was called off, as asked.
    if (signal.aborted) return 0;
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

const read = readMode(process.argv.slice(2));
if ('problem' in read) {
  console.error(read.problem);
  process.exitCode = 1;
} else {
  process.exitCode = await run(read.mode);
}
