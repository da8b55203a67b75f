import { describe, expect, it } from '@jest/globals';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Telling, type EventSink } from '../../src/call/Telling.js';

function world(listeners: readonly string[] = []) {
  const emitted: unknown[] = [];
  const sink: EventSink = {
    emit: (name, event) => emitted.push([name, event]) > 0,
    listenerCount: (name) => (listeners.includes(name) ? 1 : 0),
  };
  return { emitted, telling: new Telling(sink) };
}

const event = { attempt: 1 } as never;

describe('what a Rest tells', () => {
  it('is heard by nobody at first, so that nothing is made', () => {
    const { telling } = world();
    expect([telling.hearsRequests, telling.hearsResponses, telling.hearsLimits]).toEqual([false, false, false]);
  });

  it('is heard by listeners, each event for itself', () => {
    for (const [index, name] of ['request', 'response', 'rateLimited'].entries()) {
      const { telling } = world([name]);
      expect([telling.hearsRequests, telling.hearsResponses, telling.hearsLimits]).toEqual([0, 1, 2].map((other) => other === index));
    }
  });

  it.each([
    ['request', 'hearsRequests', (telling: Telling) => telling.request(event)],
    ['response', 'hearsResponses', (telling: Telling) => telling.response(event)],
    ['rateLimited', 'hearsLimits', (telling: Telling) => telling.rateLimited(event)],
  ] as const)('is heard on diagnostics_channel, too: aplomb:rest:%s', (name, hears, tell) => {
    const heard: unknown[] = [];
    const listener = (message: unknown) => void heard.push(message);
    const { emitted, telling } = world();
    subscribe(`aplomb:rest:${name}`, listener);
    expect(telling[hears]).toBe(true);
    tell(telling);
    unsubscribe(`aplomb:rest:${name}`, listener);
    expect([heard, emitted, telling[hears]]).toEqual([[event], [[name, event]], false]);
  });

  it('is also how near a ban the host is', () => {
    const { emitted, telling } = world();
    telling.invalidRequests({ band: 'slowed', count: 2_500 });
    expect(emitted).toEqual([['invalidRequests', { band: 'slowed', count: 2_500 }]]);
  });
});
