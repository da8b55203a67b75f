import type { DiscordFaults } from '@aplomb/fake-discord';
import { describe, expect, it } from '@jest/globals';
import { FAULTS, FAULT_OFFERS } from '../../src/faults/faults.js';
import type { FaultName } from '../../src/protocol.js';

/** Notes which fault was called, and with what. */
function strike(name: FaultName, ms?: number): readonly unknown[] {
  const called: unknown[] = [];
  const faults = new Proxy(
    {},
    {
      get:
        (_, method) =>
        (...args: unknown[]) =>
          called.push(method, ...args),
    },
  ) as unknown as DiscordFaults;
  FAULTS[name].strike(faults, { count: 2, route: '*', shard: 3, ...(ms !== undefined && { ms }) });
  return called;
}

describe('a fault at the push of a button', () => {
  it.each<[FaultName, readonly unknown[]]>([
    ['op7', ['reconnect', 3]],
    ['op9-resumable', ['invalidateSession', 3, true]],
    ['op9', ['invalidateSession', 3, false]],
    ['drop', ['dropSocket', 3]],
    ['zombie', ['zombify', 3]],
    ['silence', ['blackhole', 3]],
    ['refuse-429', ['rateLimit', '*', { count: 2, retryAfterMs: 2_000 }]],
    ['fail-500', ['failRequests', '*', 500, { count: 2 }]],
    ['slow', ['slowAnswer', '*', 2_500, { count: 2 }]],
  ])('%s does %j', (name, called) => {
    expect(strike(name)).toEqual(called);
  });

  it('lasts as long as asked', () => {
    expect([strike('refuse-429', 9), strike('slow', 9)]).toEqual([
      ['rateLimit', '*', { count: 2, retryAfterMs: 9 }],
      ['slowAnswer', '*', 9, { count: 2 }],
    ]);
  });

  it('says on its button and beside it what it does', () => {
    expect(FAULT_OFFERS.map(({ name }) => name)).toEqual(Object.keys(FAULTS));
    for (const { hint, label } of FAULT_OFFERS) expect([hint.length > 30, label.length > 3]).toEqual([true, true]);
  });
});
