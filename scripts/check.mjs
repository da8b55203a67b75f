// npm run check: everything that can be known without running the tests. npm run check -- types lint runs only these.
import { availableParallelism } from 'node:os';
import { checks } from './checks/checks.mjs';
import { runChecks } from './checks/runChecks.mjs';
import { ensureBuilt } from './workspace/build.mjs';
import { Failure, runScript } from './workspace/Failure.mjs';
import { ensureInstalled } from './workspace/install.mjs';
import { ensurePageBuilt } from './workspace/page.mjs';

await runScript(async () => {
  const chosen = choose(process.argv.slice(2));
  await ensureInstalled();
  if (chosen.some((check) => check.needsBuild)) {
    await ensureBuilt();
    await ensurePageBuilt();
  }
  const failed = await runChecks(chosen, Math.max(1, availableParallelism()));
  if (failed.length > 0) throw new Failure(`${failed.length} of ${chosen.length} checks failed: ${failed.join(', ')}.`);
  console.log(`All ${chosen.length} checks passed.`);
});

/** @param {readonly string[]} names */
function choose(names) {
  const known = checks.map((check) => check.name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Failure(`There is no check named ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  return names.length === 0 ? checks : checks.filter((check) => names.includes(check.name));
}
