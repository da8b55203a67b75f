import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InstantHeap } from '../../src/ratelimit/InstantHeap.js';

describe('a heap of instants', () => {
  it('gives them back in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 })), (instants) => {
        const heap = new InstantHeap();
        for (const atMs of instants) heap.add(atMs);
        const taken: number[] = [];
        while (heap.size > 0) {
          taken.push(heap.nextMs);
          heap.take();
        }
        expect(taken).toEqual([...instants].sort((one, other) => one - other));
      }),
    );
  });

  it('has nothing to give while it is empty', () => {
    const heap = new InstantHeap();
    heap.take();
    expect([heap.size, heap.nextMs]).toEqual([0, Infinity]);
  });
});
