import { describe, expect, it } from '@jest/globals';
import { inNode } from './inNode.js';

const check = (...args: readonly string[]): unknown =>
  inNode(`
    import { checkStartFlags } from './workspace/startFlags.mjs';
    const said = await checkStartFlags(${JSON.stringify(args)}).catch(({ message }) => message);
    console.log(JSON.stringify(said));
  `);

describe('the flags of npm start', () => {
  it('are let through when the example knows them', () => {
    expect([check(), check('--port', '4000', '--no-browser'), check('--smoke')]).toEqual([null, null, null]);
  });

  it.each([
    ['a misspelt one', ['--prot', '1'], "Unknown option '--prot'"],
    ['a port without a number', ['--port'], "'--port <value>' argument missing"],
    ['a word that is none', ['terminal'], "Unexpected argument 'terminal'"],
  ])('are told with the usage when there is %s', (_, args, sentence) => {
    const said = check(...args);
    expect(said).toContain('npm start: ');
    expect(said).toContain(sentence);
    expect(said).toContain('npm start -- --terminal');
  });

  it('give the usage when help is asked for', () => {
    expect(check('--help')).toMatch(/^npm start {2,}a page/);
  });
});
