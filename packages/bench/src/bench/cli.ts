import { join } from 'node:path';
import { readBenchArguments } from './benchArguments.js';
import { reportCache } from './reportCache.js';
import { reportMemory } from './reportMemory.js';
import { reportRest } from './reportRest.js';
import { reportThroughput } from './reportThroughput.js';

const options = readBenchArguments(process.argv.slice(2));
const directory = join(options.directory, 'throughput');

if (options.wants('throughput')) await reportThroughput({ ...options, directory });
if (options.wants('rest')) await reportRest({ ...options, directory: join(options.directory, 'rest') });
if (options.wants('memory')) await reportMemory(options);
if (options.wants('cache')) await reportCache(options);
