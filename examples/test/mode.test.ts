import { describe, expect, it } from '@jest/globals';
import { readMode } from '../src/playground-terminal/mode.js';

describe('the command line of npm start', () => {
  it.each([
    [[], 'talk'],
    [['--smoke'], 'smoke'],
    [['--live'], 'live'],
    [['--help'], 'help'],
  ])('%j means %s', (args, mode) => {
    expect(readMode(args)).toEqual({ mode });
  });

  it.each([[['--smok']], [['--smoke', '--live']]])('%j is refused with the usage', (args) => {
    expect(readMode(args)).toEqual({ problem: expect.stringContaining('npm start -- --smoke') });
  });
});
