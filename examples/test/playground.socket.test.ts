import { describe, expect, it } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { smoke } from '../src/playground-terminal/smoke.js';
import { talk } from '../src/playground-terminal/talk.js';

/** Runs a mode with these typed lines and resolves with its exit code and all that it printed. */
async function printedBy(
  run: typeof talk,
  lines: readonly string[],
  signal = new AbortController().signal,
): Promise<{ code: number; printed: string }> {
  const input = new PassThrough();
  const output = new PassThrough();
  const printed = text(output);
  input.end(lines.map((line) => `${line}\n`).join(''));
  const code = await run({ input, output, signal });
  output.end();
  // When a heartbeat is acknowledged is nobody's to say.
  return { code, printed: (await printed).replace(/^· latency .*\n/gm, '') };
}

describe('the smoke test of the playground', () => {
  it('shows the stages, the question and the reply, and exits with 0', async () => {
    const { code, printed } = await printedBy(smoke, []);
    expect(code).toBe(0);
    expect(printed).toMatch(/→ Connected.*alice: !ping\nbot: Pong!/s);
  });
});

describe('a conversation whose lines come from a pipe', () => {
  it('has every answer below its question, and ends with the input', async () => {
    const { code, printed } = await printedBy(talk, ['!ping', '!echo still here']);
    expect(code).toBe(0);
    expect(printed).toMatch(/alice: !ping\nbot: Pong!\nalice: !echo still here\nbot: still here\n/);
  });

  it.each(['/drop', '/close 4000', '/op7'])('goes on after %s with the same session', async (fault) => {
    const { printed } = await printedBy(talk, [fault, '!ping', '/quit', '!echo never said']);
    expect(printed).toMatch(/→ Resuming.*session resumed.*alice: !ping\nbot: Pong!/s);
    expect(printed).not.toContain('never said');
  });

  it('says why when the bot ends for good, and exits with 1', async () => {
    const { code, printed } = await printedBy(talk, ['/close 4014', '!ping']);
    expect(code).toBe(1);
    expect(printed).toContain('4014');
  });

  it('ends when it is called off', async () => {
    const stop = new AbortController();
    const input = new PassThrough();
    const ended = talk({ input, output: new PassThrough(), signal: stop.signal });
    setTimeout(() => {
      stop.abort();
    }, 500);
    await expect(ended).resolves.toBe(0);
  });
});
