import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DueHeap, type Due } from '../../src/ratelimit/DueHeap.js';

const made = (count: number): Due[] => Array.from({ length: count }, () => ({ dueMs: Infinity, place: -1 }));

describe('a heap of what comes due', () => {
  it('is never due while it is empty', () => {
    const heap = new DueHeap();
    expect([heap.nextMs, heap.size, heap.takeDue(1_000)]).toEqual([Infinity, 0, undefined]);
  });

  it('gives back what is due, and nothing before', () => {
    const [item] = made(1);
    const heap = new DueHeap<Due>();
    heap.set(item!, 5);
    expect([heap.takeDue(4), heap.takeDue(5), heap.takeDue(6)]).toEqual([undefined, item, undefined]);
    expect(item?.place).toBe(-1);
  });

  it('takes out what is never due', () => {
    const [item] = made(1);
    const heap = new DueHeap<Due>();
    heap.set(item!, 5);
    heap.set(item!, Infinity);
    heap.remove(item!);
    expect(heap.size).toBe(0);
  });

  it('behaves like a sorted list, whatever is set, moved and removed', () => {
    const step = fc.record({ at: fc.nat(9), dueMs: fc.oneof(fc.nat(20), fc.constant(Infinity)), isRemoval: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const items = made(10);
        const heap = new DueHeap<Due>();
        const model = new Map<Due, number>();
        for (const { at, dueMs, isRemoval } of steps) {
          const item = items[at]!;
          if (isRemoval || dueMs === Infinity) model.delete(item);
          else model.set(item, dueMs);
          if (isRemoval) heap.remove(item);
          else heap.set(item, dueMs);
          expect([heap.size, heap.nextMs]).toEqual([model.size, Math.min(Infinity, ...model.values())]);
        }
        const taken = Array.from({ length: model.size }, () => heap.takeDue(100)!.dueMs);
        expect(taken).toEqual([...model.values()].sort((one, other) => one - other));
      }),
    );
  });
});
