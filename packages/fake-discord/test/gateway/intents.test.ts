import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_INTENTS, EVENT_INTENTS, Intent, PRIVILEGED_INTENTS, type IntentName } from '../../src/gateway/intents.js';

interface Documented {
  readonly all: number;
  readonly privilegedMask: number;
  readonly intents: readonly { readonly name: IntentName; readonly bit: number; readonly events: readonly string[] }[];
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, '../../test-data', file), 'utf8'));
}

const documented = read('intents.json') as Documented;
const { events } = read('gateway-events.json') as {
  readonly events: readonly { readonly name: string; readonly intents: readonly IntentName[] }[];
};

describe('the table of intents', () => {
  it('has the 21 intents of Discord, each with its bit', () => {
    expect(Intent).toEqual(Object.fromEntries(documented.intents.map(({ name, bit }) => [name, 2 ** bit])));
    expect([ALL_INTENTS, PRIVILEGED_INTENTS]).toEqual([documented.all, documented.privilegedMask]);
  });

  it('ties to each of the 79 events exactly the intents that Discord names, in guilds and in direct messages', () => {
    const bits = (names: readonly IntentName[]): number => names.reduce((sum, name) => sum | Intent[name], 0);
    expect(events).toHaveLength(79);
    for (const { name, intents } of events) {
      const tied = EVENT_INTENTS.get(name) ?? { inGuild: 0, inDirect: 0 };
      const direct = intents.filter((intent) => intent.startsWith('DIRECT_'));
      const inGuild = intents.filter((intent) => !intent.startsWith('DIRECT_'));
      expect({ name, ...tied }).toEqual({ name, inGuild: bits(inGuild), inDirect: bits(direct) });
    }
  });

  it('agrees with the events that each intent lists', () => {
    const listed = documented.intents.flatMap((intent) => intent.events.map((event) => `${intent.name} ${event}`));
    const tied = [...EVENT_INTENTS].flatMap(([event, { inGuild, inDirect }]) =>
      documented.intents.filter(({ bit }) => ((inGuild | inDirect) & (2 ** bit)) !== 0).map(({ name }) => `${name} ${event}`),
    );
    expect(tied.sort()).toEqual(listed.sort());
  });
});
