import { OptionsError } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { intentNames, Intents, resolveIntents, type IntentsResolvable } from '../../src/intents/Intents.js';

const documented = JSON.parse(readFileSync(join(__dirname, '../../test-data/intents.json'), 'utf8')) as {
  readonly all: number;
  readonly allUnprivileged: number;
  readonly privilegedMask: number;
  readonly intents: readonly { readonly apiTypesName: string; readonly value: number }[];
};

function refusal(intents: unknown): unknown {
  try {
    return resolveIntents(intents as IntentsResolvable);
  } catch (error) {
    return error;
  }
}

describe('the intents', () => {
  it('are exactly the documented ones, with their bits', () => {
    const ours = intentNames.map((name) => [name, Intents[name]]);
    expect(ours).toEqual(documented.intents.map((intent) => [intent.apiTypesName, intent.value]));
  });

  it('sum up to what Discord documents', () => {
    expect(Intents.All).toBe(documented.all);
    expect(Intents.NonPrivileged).toBe(documented.allUnprivileged);
    expect(Intents.Privileged).toBe(documented.privilegedMask);
  });
});

describe('resolveIntents', () => {
  it('sums names, however often they stand there', () => {
    expect(resolveIntents(['Guilds', 'GuildMessages', 'Guilds'])).toBe(513);
  });

  it('takes a sum as it is, also none at all', () => {
    expect(resolveIntents(Intents.All)).toBe(Intents.All);
    expect(resolveIntents(0)).toBe(0);
    expect(resolveIntents([])).toBe(0);
  });

  it('names the nearest intent to one that does not exist', () => {
    const error = refusal(['GuildMesages']);
    expect(error).toBeInstanceOf(OptionsError);
    expect(error).toMatchObject({ code: 'UNKNOWN_INTENT', message: expect.stringContaining('Did you mean `GuildMessages`?') });
  });

  it.each([['constructor'], ['__proto__'], ['toString'], [7], [null]])('does not take %p for a name', (name) => {
    expect(refusal([name])).toMatchObject({ code: 'UNKNOWN_INTENT' });
  });

  it.each([[-1], [1.5], [NaN], [Infinity], [1 << 17], [2 ** 32 + 1], ['Guilds'], [null], [undefined], [{}]])('refuses %p', (intents) => {
    expect(refusal(intents)).toMatchObject({ code: 'INVALID_INTENTS' });
  });
});
