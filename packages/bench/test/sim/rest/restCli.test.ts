import { describe, expect, it } from '@jest/globals';
import { simulateRestFromCli } from '../../../src/sim/rest/restCli.js';

/** What it says, and its exit code. */
async function run(options: { readonly scene?: string; readonly seed?: number; readonly calls?: number }) {
  const lines: string[] = [];
  const code = await simulateRestFromCli({ ...options, say: (line) => lines.push(line) });
  return { code, text: lines.join('\n') };
}

describe('npm run sim -- rest --scene', () => {
  it('runs one seed of one scene, and is content with it', async () => {
    const { code, text } = await run({ scene: 'global', seed: 3, calls: 5_000 });
    expect(text).toMatch(/^global: 50\d\d calls/m);
    expect(text).toMatch(/^50\d\d calls, 0 avoidable 429s/m);
    expect(code).toBe(0);
  });

  it('says again what it said before', async () => {
    const options = { scene: 'chaos of buckets', seed: 9, calls: 2_000 };
    expect(await run(options)).toEqual(await run(options));
  });

  it('names the scenes that there are', async () => {
    await expect(run({ scene: 'storm' })).rejects.toThrow('Name one of "buckets", "global", "mixed", "chaos", "chaos of buckets".');
  });
});
