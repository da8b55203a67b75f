// npm run bench: events per CPU second and memory per shard beside the peers. --short for a minute's worth.
import { runBenchTool } from './workspace/benchTool.mjs';
import { runScript } from './workspace/Failure.mjs';

await runScript(() => runBenchTool('bench'));
