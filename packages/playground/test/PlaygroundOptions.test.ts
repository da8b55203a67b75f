import { OptionsError } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePlaygroundOptions } from '../src/PlaygroundOptions.js';
import type { PlaygroundOptions } from '../src/PlaygroundOptions.js';

const discord: unknown = { observe: () => () => undefined };
const resolve = (given: unknown) => resolvePlaygroundOptions(given as PlaygroundOptions);

describe('the options of a playground', () => {
  it('are filled with what is usual', () => {
    const { clock: _, discord: __, ...options } = resolve({ discord });
    expect(options).toEqual({
      bot: {},
      openBrowser: false,
      pageFolder: expect.stringMatching(/playground[\\/]dist[\\/]page$/),
      port: 0,
      recordedTest: {},
    });
  });

  it('are the defaults that their documentation names', () => {
    const source = readFileSync(join(__dirname, '..', 'src', 'PlaygroundOptions.ts'), 'utf8');
    expect([...source.matchAll(/@defaultValue `(.+)`/g)].map(([, value]) => value)).toEqual(['false', '0', '{}']);
  });

  it.each<[string, unknown, string]>([
    ['a misspelt one', { discord, ports: 1 }, 'Did you mean `port`?'],
    ['no Discord', {}, 'was given no `discord`'],
    ['nothing at all', undefined, 'was given no `discord`'],
    ['null as Discord', { discord: null }, '`discord` is no FakeDiscord.'],
    ['null as the bot', { discord, bot: null }, '`bot` is no object.'],
    ['something else as Discord', { discord: {} }, '`discord` is no FakeDiscord.'],
    ['a port that is none', { discord, port: 70_000 }, '`port` is 70000.'],
    ['half a port', { discord, port: 1.5 }, '`port` is 1.5.'],
  ])('are refused with %s', (_, given, sentence) => {
    expect(() => resolve(given)).toThrow(OptionsError);
    expect(() => resolve(given)).toThrow(sentence);
  });
});
