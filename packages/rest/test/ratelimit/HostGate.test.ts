import { describe, expect, it } from '@jest/globals';
import { HostGate } from '../../src/ratelimit/HostGate.js';
import { QueuedCall } from '../../src/ratelimit/QueuedCall.js';
import { bucketNamed, laneIn } from './limitParts.js';
import { ticketFor } from './virtualLimiter.js';

const random = (): number => 0;

function sentAt(gate: HostGate, nowMs: number): QueuedCall {
  const call = new QueuedCall(ticketFor(), laneIn(bucketNamed()), 0);
  call.sentAtMs = nowMs;
  gate.granted(call, nowMs);
  return call;
}

function openGate(): HostGate {
  const gate = new HostGate(random);
  gate.answered(sentAt(gate, 0));
  return gate;
}

describe('the gate of a host of which nothing is known', () => {
  it('lets one call go, interactions, and everybody after 1.5 s', () => {
    const gate = new HostGate(random);
    expect(gate.nextMs(false, 10)).toBe(10);
    sentAt(gate, 10);
    expect([gate.nextMs(false, 20), gate.nextMs(true, 20)]).toEqual([1_510, 20]);
    sentAt(gate, 20);
    expect(gate.nextMs(false, 20)).toBe(1_510);
    sentAt(gate, 1_510);
    expect(gate.nextMs(false, 1_511)).toBe(1_511);
  });

  it('lets everybody go half a second after the first call was written', () => {
    const gate = new HostGate(random);
    gate.sent(5);
    sentAt(gate, 10);
    gate.sent(200);
    expect(gate.nextMs(false, 210)).toBe(700);
    gate.sent(300);
    expect(gate.nextMs(false, 310)).toBe(700);
  });

  it('lets another call try when the first is lost', () => {
    const gate = new HostGate(random);
    gate.lost(sentAt(gate, 0), 50);
    expect(gate.nextMs(false, 50)).toBe(50);
  });

  it('closes at the first page, whatever its status', () => {
    const gate = new HostGate(random);
    gate.refused(sentAt(gate, 0), 403, null, 10);
    expect([gate.isClosed, gate.nextMs(true, 10)]).toEqual([true, 1_010]);
  });
});

describe('the gate of a host that is refused', () => {
  it('R-08 waits as long as the page says, then lets one call go ahead', () => {
    const gate = openGate();
    gate.refused(sentAt(gate, 100), 429, 5_000, 110);
    expect(gate.nextMs(false, 200)).toBe(5_110);
    sentAt(gate, 5_110);
    expect(gate.nextMs(true, 5_111)).toBe(Infinity);
  });

  it('R-08 closes for longer each time, a minute at most, but once only for calls that were sent together', () => {
    const gate = openGate();
    const waits: number[] = [];
    let nowMs = 100;
    for (let round = 0; round < 8; round += 1) {
      const together = [sentAt(gate, nowMs), sentAt(gate, nowMs)];
      for (const call of together) gate.refused(call, 429, null, nowMs + 1);
      waits.push(gate.nextMs(false, nowMs + 1) - nowMs - 1);
      nowMs = gate.nextMs(false, nowMs + 1);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('opens when Discord answers the one that went ahead, not when an old answer comes', () => {
    const gate = openGate();
    const old = sentAt(gate, 90);
    gate.refused(sentAt(gate, 100), 429, 1_000, 110);
    gate.answered(old);
    expect(gate.isClosed).toBe(true);
    gate.answered(sentAt(gate, 1_110));
    expect([gate.isClosed, gate.nextMs(false, 1_120)]).toEqual([false, 1_120]);
  });

  it('lets another call go ahead when the first is lost', () => {
    const gate = openGate();
    gate.refused(sentAt(gate, 100), 429, 1_000, 110);
    gate.lost(sentAt(gate, 1_110), 1_200);
    expect(gate.nextMs(false, 1_200)).toBe(1_200);
  });

  it('takes one 403 for a matter of that call, and two in a row for the host’s', () => {
    const gate = openGate();
    gate.refused(sentAt(gate, 10), 403, null, 20);
    expect(gate.isClosed).toBe(false);
    gate.answered(sentAt(gate, 30));
    gate.refused(sentAt(gate, 40), 403, null, 50);
    expect(gate.isClosed).toBe(false);
    gate.refused(sentAt(gate, 60), 403, null, 70);
    expect(gate.isClosed).toBe(true);
  });
});
