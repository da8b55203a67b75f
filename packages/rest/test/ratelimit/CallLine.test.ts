import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CallLine } from '../../src/ratelimit/CallLine.js';
import { QueuedCall } from '../../src/ratelimit/QueuedCall.js';
import { bucketNamed, laneIn } from './limitParts.js';
import { ticketFor } from './virtualLimiter.js';

const lane = laneIn(bucketNamed());
const call = (order: number): QueuedCall => new QueuedCall(ticketFor(), lane, order);

describe('a line of calls', () => {
  it('is in order, whoever joins and leaves, in whatever order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7]), fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7]), (join, leave) => {
        const line = new CallLine();
        const calls = new Map(join.map((order) => [order, call(order)]));
        for (const one of calls.values()) line.add(one);
        for (const order of leave) {
          const one = calls.get(order);
          if (one !== undefined) line.remove(one);
          calls.delete(order);
        }
        const left = [...calls.keys()].sort();
        expect([...line].map(({ order }) => order)).toEqual(left);
        expect([line.length, line.firstOrder]).toEqual([left.length, left[0] ?? Infinity]);
      }),
    );
  });
});
