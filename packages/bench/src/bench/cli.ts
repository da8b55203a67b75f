import { join } from 'node:path';
import { readBenchArguments, type BenchArguments } from './benchArguments.js';
import { reportCache } from './reportCache.js';
import { reportClient } from './reportClient.js';
import { reportFake } from './reportFake.js';
import { reportHeap } from './reportHeap.js';
import { reportImport } from './reportImport.js';
import { reportMemory } from './reportMemory.js';
import { reportPaced } from './reportPaced.js';
import { reportRest } from './reportRest.js';
import { reportThroughput } from './reportThroughput.js';

/** By the names that the command line takes, in the order in which they run. */
const REPORTS: Readonly<Record<string, (options: BenchArguments) => Promise<void>>> = {
  throughput: (options) => reportThroughput({ ...options, directory: join(options.directory, 'throughput') }),
  rest: (options) => reportRest({ ...options, directory: join(options.directory, 'rest') }),
  memory: reportMemory,
  cache: reportCache,
  client: reportClient,
  heap: reportHeap,
  paced: reportPaced,
  import: reportImport,
  fake: reportFake,
};

const options = readBenchArguments(process.argv.slice(2));
for (const [name, report] of Object.entries(REPORTS)) if (options.wants(name)) await report(options);
