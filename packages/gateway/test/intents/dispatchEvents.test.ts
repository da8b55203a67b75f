import { describe, expect, it } from '@jest/globals';
import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dispatchEventNames, dispatchEvents, isDispatchEventName } from '../../src/intents/dispatchEvents.js';

const documented = read('gateway-events.json') as {
  readonly events: readonly { readonly name: string; readonly intents: readonly string[] }[];
};
const documentedIntents = read('intents.json') as {
  readonly intents: readonly { readonly name: string; readonly apiTypesName: string; readonly events: readonly string[] }[];
};

const apiName = new Map(documentedIntents.intents.map((intent) => [intent.name, intent.apiTypesName]));

describe('the table of dispatches', () => {
  it('holds the 79 documented ones, each with its intents', () => {
    const theirs = documented.events.map((event) => [event.name, event.intents.map((name) => apiName.get(name))]);
    expect(Object.entries(dispatchEvents)).toEqual(theirs);
    expect(dispatchEventNames).toHaveLength(79);
  });

  it('agrees with what Discord lists under each intent', () => {
    for (const intent of documentedIntents.intents) {
      const ours = dispatchEventNames.filter((name) => (dispatchEvents[name] as readonly string[]).includes(intent.apiTypesName));
      expect([...ours].sort()).toEqual([...intent.events].sort());
    }
  });

  it('P-14 new names: is the same list as the enum of discord-api-types, so that a new dispatch is noticed', () => {
    expect([...dispatchEventNames].sort()).toEqual(Object.values(GatewayDispatchEvents).sort());
  });

  it('knows no names that every object has', () => {
    expect(isDispatchEventName('MESSAGE_CREATE')).toBe(true);
    expect(['constructor', '__proto__', 'toString', ''].some(isDispatchEventName)).toBe(false);
  });
});

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, '../../test-data', file), 'utf8'));
}
