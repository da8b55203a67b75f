// npm run faults: which fault of the catalogue is shown by which passing test. It reads the record of the last whole npm test.
import { runBenchTool } from './workspace/benchTool.mjs';
import { runScript } from './workspace/Failure.mjs';

await runScript(() => runBenchTool('faults'));
