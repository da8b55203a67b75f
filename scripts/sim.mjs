// npm run sim: client and server machines joined in virtual time, with more seeds than npm test takes.
import { runBenchTool } from './workspace/benchTool.mjs';
import { runScript } from './workspace/Failure.mjs';

await runScript(() => runBenchTool('sim'));
