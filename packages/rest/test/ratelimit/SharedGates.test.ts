import { describe, expect, it } from '@jest/globals';
import { SharedGates } from '../../src/ratelimit/SharedGates.js';
import type { QueuedCall } from '../../src/ratelimit/QueuedCall.js';
import { bucketNamed, laneIn, underWayIn } from './limitParts.js';
import { answer } from './virtualLimiter.js';

function gatesWith(options: Partial<ConstructorParameters<typeof SharedGates>[0]> = {}): SharedGates {
  const gates = new SharedGates({ globalRequestsPerSecond: 50, maxInFlight: 128, random: () => 0, ...options });
  gates.answered(sent(gates, 0, true), answer(200), 1);
  return gates;
}

function sent(gates: SharedGates, nowMs: number, isInteraction = false): QueuedCall {
  const call = underWayIn(laneIn(bucketNamed()), { isInteraction });
  call.sentAtMs = nowMs;
  gates.granted(call, nowMs);
  gates.sent(call, nowMs);
  return call;
}

describe('the gates that all calls share', () => {
  it('let interactions pass everything but a refused host', () => {
    const gates = gatesWith({ maxInFlight: 1, globalRequestsPerSecond: 1 });
    gates.hold(9_000, 10);
    sent(gates, 10);
    expect([gates.nextMs(false, 20), gates.nextMs(true, 20)]).toEqual([Infinity, 20]);
    gates.answered(sent(gates, 20, true), answer(429, { isFromDiscord: false, retryAfterMs: 4_000 }), 30);
    expect(gates.nextMs(true, 40)).toBe(4_030);
  });

  it('do not count interactions among the calls under way', () => {
    const gates = gatesWith({ maxInFlight: 1 });
    sent(gates, 10, true);
    expect(gates.nextMs(false, 20)).toBe(20);
  });

  it.each([
    [401, {}, 1],
    [403, {}, 1],
    [429, { scope: 'user' }, 1],
    [429, { scope: 'shared' }, 0],
    [404, {}, 0],
    [502, {}, 0],
  ] as const)('R-22 count an answer of %i (%p) among the invalid ones: %i', (status, changes, count) => {
    const gates = gatesWith();
    gates.answered(sent(gates, 10), answer(status, changes), 20);
    expect(gates.invalid.count(20)).toBe(count);
  });

  it.each([
    ['nothing', (_: SharedGates) => undefined, null],
    ['a global 429', (gates: SharedGates) => gates.hold(900, 20), { scope: 'global', untilMs: 900, cause: 'wait too long' }],
    [
      'too many refusals',
      (gates: SharedGates) => gates.invalid.share(5_000, 20),
      { scope: 'host', untilMs: 600_020, cause: 'too many invalid requests' },
    ],
  ])('tell what holds calls back: %s', (_, befall, limit) => {
    const gates = gatesWith();
    befall(gates);
    expect(gates.limitOn(false, 30)).toEqual(limit);
    expect(gates.limitOn(true, 30)).toBe(null);
  });

  it('tell of the global limit when its places are taken', () => {
    const gates = gatesWith({ globalRequestsPerSecond: 1 });
    const call = sent(gates, 10);
    expect(gates.limitOn(false, 20)).toMatchObject({ scope: 'global', untilMs: 1_513 });
    gates.answered(call, answer(200), 40);
    expect(gates.limitOn(false, 50)).toMatchObject({ scope: 'global', untilMs: 1_043 });
  });

  it('R-09 know from the server’s clock which call was late on its way, and which the server was slow with', () => {
    const freeAfter = (serverAtMs: number): number => {
      const gates = gatesWith({ globalRequestsPerSecond: 1 });
      for (let atMs = 100; atMs < 10_000; atMs += 50)
        gates.answered(sent(gates, atMs, true), answer(200, { serverAtMs: atMs + 70_010 }), atMs + 30);
      gates.answered(sent(gates, 10_000), answer(200, { serverAtMs }), 10_900);
      return gates.nextMs(false, 10_900);
    };
    expect([80_010, 80_810].map(freeAfter)).toEqual([11_003, 11_803]);
  });

  it('count global 429s of calls that went together once', () => {
    const gates = gatesWith();
    const [one, other] = [sent(gates, 10), sent(gates, 10)];
    const counts = [one, other].map((call) => {
      const count = gates.countHold(call, 20);
      gates.hold(500, 20);
      return count;
    });
    expect([...counts, gates.countHold(sent(gates, 600), 610)]).toEqual([1, 1, 2]);
  });

  it('take back all that a call took that was not sent', () => {
    const gates = gatesWith({ maxInFlight: 1, globalRequestsPerSecond: 1 });
    gates.giveBack(sent(gates, 10), 10);
    expect(gates.nextMs(false, 10)).toBe(10);
  });
});
