import { describe, expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import * as fakeDiscord from '../src/index.js';

/** Runs the first example of the README, which is JavaScript as well as TypeScript. */
async function runExample(): Promise<void> {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
  const source = /```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const body = source.replace(/^import (\{[^}]*\}) from '@aplomb\/fake-discord';/m, 'const $1 = fakeDiscord;');
  const run = compileFunction(`return (async () => {${body}})();`, ['fakeDiscord', 'fetch', 'console']) as (
    ...scope: unknown[]
  ) => Promise<void>;
  await run(fakeDiscord, fetch, console);
}

describe('the README', () => {
  it('shows an example that runs and prints what it says', async () => {
    const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    await runExample();
    const printed = log.mock.calls.map(([text]) => String(text));
    log.mockRestore();
    expect(printed).toEqual(['200', expect.stringMatching(/^\d\d:\d\d:\d\d\.\d{3} robot \[bot\]: Hello! \(👋×1\)$/)]);
  });
});
