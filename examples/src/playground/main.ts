import { live } from '../playground-terminal/live.js';
import { smoke } from '../playground-terminal/smoke.js';
import type { Surroundings } from '../playground-terminal/Surroundings.js';
import { talk } from '../playground-terminal/talk.js';
import { readMode, usage, type Mode, type Settings } from './mode.js';
import { servePage } from './servePage.js';
import { smokePage } from './smokePage.js';

const runs: Record<Mode, (surroundings: Surroundings, settings: Settings) => Promise<number>> = {
  page: servePage,
  terminal: talk,
  smoke: async (surroundings) => (await smoke(surroundings)) || smokePage(surroundings),
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

async function run(settings: Settings): Promise<number> {
  const signal = interrupted();
  try {
    return await runs[settings.mode]({ input: process.stdin, output: process.stdout, signal }, settings);
  } catch (error) {
    // Ctrl-C before the bot was ready: the start was called off, as asked.
    if (signal.aborted) return 0;
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

const settings = readMode(process.argv.slice(2));
if ('problem' in settings) {
  console.error(settings.problem);
  process.exitCode = 1;
} else {
  process.exitCode = await run(settings);
}
