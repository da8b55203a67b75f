import type { APIApplicationCommand } from 'discord-api-types/v10';
import { describe, expect, it } from '@jest/globals';
import { commandEntries, matchCommands } from '../../src/composer/commandEntries.js';

const commands = [
  { description: 'Makes tea', name: 'tea', options: [{ description: '', name: 'kind', required: true, type: 3 }], type: 1 },
  {
    description: '',
    name: 'config',
    options: [
      { description: 'Sets', name: 'set', options: [{ description: '', name: 'key', type: 3 }], type: 1 },
      { description: '', name: 'roles', options: [{ description: 'Adds', name: 'add', type: 1 }], type: 2 },
    ],
    type: 1,
  },
  { description: '', name: 'Wave', type: 2 },
] as unknown as readonly APIApplicationCommand[];

const entries = commandEntries(commands);

describe('the commands behind a slash', () => {
  it('are those for chat, subcommands each for themselves', () => {
    expect(entries.map(({ name, options }) => [name, options.map((option) => option.name)])).toEqual([
      ['config roles add', []],
      ['config set', ['key']],
      ['tea', ['kind']],
    ]);
  });

  it('are matched by their beginning first', () => {
    expect(matchCommands(entries, 'te').map(({ name }) => name)).toEqual(['tea']);
    expect(matchCommands(entries, 'SET').map(({ name }) => name)).toEqual(['config set']);
    expect(matchCommands(entries, '')).toHaveLength(3);
    expect(matchCommands(entries, 'nothing')).toEqual([]);
  });
});
