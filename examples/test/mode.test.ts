import { describe, expect, it } from '@jest/globals';
import { readMode } from '../src/playground/mode.js';

describe('the command line of npm start', () => {
  it.each([
    [[], { mode: 'page', opensBrowser: true, port: 0 }],
    [['--no-browser', '--port', '4000'], { mode: 'page', opensBrowser: false, port: 4_000 }],
    [['--port=4000'], { mode: 'page', opensBrowser: true, port: 4_000 }],
    [['--terminal'], { mode: 'terminal' }],
    [['--smoke'], { mode: 'smoke' }],
    [['--live'], { mode: 'live' }],
    [['--help'], { mode: 'help' }],
  ])('%j means %j', (args, settings) => {
    expect(readMode(args)).toMatchObject(settings);
  });

  it.each([[['--smok']], [['--smoke', '--live']], [['--port']], [['--port', 'four']], [['--port', '70000']], [['page']]])(
    '%j is refused with the usage',
    (args) => {
      expect(readMode(args)).toEqual({ problem: expect.stringContaining('npm start -- --smoke') });
    },
  );
});
