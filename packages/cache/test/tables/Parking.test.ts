import { describe, expect, it } from '@jest/globals';
import { Parking, type ParkedEvent } from '../../src/tables/Parking.js';

const event = (sinceMs: number, shardId = 0): ParkedEvent => ({ event: { t: 'CHANNEL_CREATE', d: sinceMs }, shardId, sinceMs, order: 0 });

describe('parked events', () => {
  it('leave together, in the order in which they came', () => {
    const parking = new Parking();
    for (const at of [1, 2, 3]) parking.park('guild', event(at));
    expect(parking.leave('guild').map(({ sinceMs }) => sinceMs)).toEqual([1, 2, 3]);
    expect([parking.leave('guild'), parking.size]).toEqual([[], 0]);
  });

  it('are bounded, for one parent and for all', () => {
    const parking = new Parking({ capacity: 3, capacityPerParent: 2 });
    expect(['a', 'a', 'a', 'b', 'b'].map((parent) => parking.park(parent, event(0)))).toEqual([true, true, false, true, false]);
    expect(parking.size).toBe(3);
  });

  it('are given up on when they are old, and when their session is', () => {
    const parking = new Parking({ lifeMs: 100 });
    for (const [at, shardId] of [
      [0, 0],
      [60, 0],
      [60, 1],
    ] as const)
      parking.park('guild', event(at, shardId));
    expect([parking.sweep(100), parking.abandon(1), parking.size]).toEqual([1, 1, 1]);
    parking.clear();
    expect(parking.size).toBe(0);
  });
});
