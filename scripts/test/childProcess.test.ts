import { describe, expect, it } from '@jest/globals';
import { inNode } from './inNode.js';

const outcomeOf = (code: string): unknown =>
  inNode(`
    import { capture } from './workspace/childProcess.mjs';
    console.log(JSON.stringify(await capture(process.execPath, ['-e', ${JSON.stringify(code)}])));
  `);

describe('a captured program', () => {
  it('gives its exit code and both of its outputs', () => {
    expect(outcomeOf('console.log("out"); console.error("err"); process.exitCode = 3')).toEqual({
      code: 3,
      output: expect.stringMatching(/out\n.*err\n|err\n.*out\n/s),
    });
  });

  it('counts as 128 and the number of the signal that ended it', () => {
    expect(outcomeOf('process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 1000)')).toEqual({ code: 137, output: '' });
  });
});
