import type { Surroundings } from '../playground-terminal/Surroundings.js';
import { LivePlayground } from './LivePlayground.js';

/** Opens the playground and fetches its page, with a script that the page names. Resolves with the exit code: 0 when both are there. */
export async function smokePage({ output, signal }: Surroundings, pageFolder?: string): Promise<number> {
  await using playground = await LivePlayground.open({
    openBrowser: false,
    port: 0,
    signal,
    ...(pageFolder !== undefined && { pageFolder }),
  });
  const page = await fetch(playground.url, { signal });
  const html = await page.text();
  const [, script] = /<script[^>]+src="([^"]+)"/.exec(html) ?? [];
  if (!page.ok || script === undefined) {
    output.write(`The page of the playground answered with ${String(page.status)}:\n${html}\n`);
    return 1;
  }
  const { ok, status } = await fetch(new URL(script, playground.url), { signal });
  output.write(`page: ${String(page.status)}, its script: ${String(status)}\n`);
  return ok ? 0 : 1;
}
