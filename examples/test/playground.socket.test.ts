import { describe, expect, it } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { smoke } from '../src/playground-terminal/smoke.js';
import { talk } from '../src/playground-terminal/talk.js';

/** What a mode left behind: its exit code, all that it printed, and of that only what was said, without the remarks that come when they come. */
interface Outcome {
  readonly code: number;
  readonly printed: string;
  readonly said: string;
}

/** Runs a mode with these typed lines to its end. */
async function outcomeOf(run: typeof talk, lines: readonly string[], signal = new AbortController().signal): Promise<Outcome> {
  const input = new PassThrough();
  const output = new PassThrough();
  const everything = text(output);
  input.end(lines.map((line) => `${line}\n`).join(''));
  const code = await run({ input, output, signal });
  output.end();
  const printed = await everything;
  return { code, printed, said: printed.replace(/^· .*\n/gm, '') };
}

describe('the smoke test of the playground', () => {
  it('shows the stages, the question and the reply, and exits with 0', async () => {
    const { code, printed, said } = await outcomeOf(smoke, []);
    expect(code).toBe(0);
    expect(printed).toMatch(/→ Connected.*alice: !ping/s);
    expect(said).toBe('alice: !ping\nbot: Pong!\n');
  });
});

describe('a conversation whose lines come from a pipe', () => {
  it('has every answer below its question, and ends with the input', async () => {
    const { code, said } = await outcomeOf(talk, ['!ping', '!echo still here']);
    expect(code).toBe(0);
    expect(said).toContain('alice: !ping\nbot: Pong!\nalice: !echo still here\nbot: still here\n');
  });

  it.each(['/drop', '/close 4000', '/op7'])('goes on after %s with the same session', async (fault) => {
    const { printed, said } = await outcomeOf(talk, [fault, '!ping', '/quit', '!echo never said']);
    expect(printed).toMatch(/→ Resuming.*→ Connected.*alice: !ping/s);
    expect(printed).toContain('· session resumed');
    expect(said).toContain('alice: !ping\nbot: Pong!\n');
    expect(printed).not.toContain('never said');
  });

  it('says why when the bot ends for good, and exits with 1', async () => {
    const { code, printed } = await outcomeOf(talk, ['/close 4014', '!ping']);
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
