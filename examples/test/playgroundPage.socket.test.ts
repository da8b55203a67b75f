import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { LivePlayground } from '../src/playground/LivePlayground.js';
import { servePage } from '../src/playground/servePage.js';
import { smokePage } from '../src/playground/smokePage.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'playground-page-'));
  await writeFile(join(folder, 'index.html'), '<script type="module" src="/index.js"></script>');
});

afterAll(() => rm(folder, { recursive: true }));

/** Runs something that prints until it ends. */
async function outcomeOf(run: (output: PassThrough) => Promise<number>) {
  const output = new PassThrough();
  const printed = text(output);
  const code = await run(output);
  output.end();
  return { code, printed: await printed };
}

const surroundings = (output: PassThrough, signal = new AbortController().signal) => ({ input: new PassThrough(), output, signal });

describe('the smoke test of the page', () => {
  it('fails while the page lacks its script, and passes when it has it', async () => {
    const smoke = () => outcomeOf((output) => smokePage(surroundings(output), folder));
    expect(await smoke()).toEqual({ code: 1, printed: 'page: 200, its script: 404\n' });
    await writeFile(join(folder, 'index.js'), '');
    expect(await smoke()).toEqual({ code: 0, printed: 'page: 200, its script: 200\n' });
  });
});

describe('npm start', () => {
  it('tells where the page is, and ends cleanly when it is called off', async () => {
    const stop = new AbortController();
    const { code, printed } = await outcomeOf((output) => {
      const ended = servePage(surroundings(output, stop.signal), { mode: 'page', opensBrowser: true, port: 0 });
      output.once('data', () => {
        stop.abort();
      });
      return ended;
    });
    expect([code, printed]).toEqual([
      0,
      expect.stringMatching(/http:\/\/127\.0\.0\.1:\d+\/\?token=\S{32}\n\nYou are alice, bob, carol there, and robot is the bot/),
    ]);
  });

  it('says that a port is taken, and leaves nothing behind', async () => {
    const options = { openBrowser: false, signal: new AbortController().signal };
    await using first = await LivePlayground.open({ ...options, port: 0 });
    const port = Number(new URL(first.url).port);
    await expect(LivePlayground.open({ ...options, port })).rejects.toMatchObject({ code: 'PLAYGROUND_CANNOT_LISTEN' });
  });
});
