// npm run sim: client and server machines joined in virtual time, and the rate limiter against a server that knows the truth; both with more runs than npm test has.
import { runBenchTool } from './workspace/benchTool.mjs';
import { runScript } from './workspace/Failure.mjs';

await runScript(() => runBenchTool('sim'));
