import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TimerHeap, type HeapTimer } from '../src/TimerHeap.js';

const timer = (dueMs: number, order: number): HeapTimer => ({ dueMs, order, callback: () => undefined, index: -1 });

function drain(heap: TimerHeap): HeapTimer[] {
  const drained: HeapTimer[] = [];
  for (let next = heap.peek(); next !== undefined; next = heap.peek()) {
    heap.remove(next);
    drained.push(next);
  }
  return drained;
}

describe('a heap of timers', () => {
  it('gives them in the order of a sorted list, whatever was added and taken out', () => {
    const steps = fc.array(fc.record({ dueMs: fc.nat(20), takesOut: fc.option(fc.nat(), { freq: 2 }) }), { maxLength: 80 });
    fc.assert(
      fc.property(steps, (taken) => {
        const heap = new TimerHeap();
        let model: HeapTimer[] = [];
        for (const [order, { dueMs, takesOut }] of taken.entries()) {
          const added = timer(dueMs, order);
          heap.add(added);
          model.push(added);
          const out = takesOut === null ? undefined : model[takesOut % model.length];
          if (out !== undefined) heap.remove(out);
          model = model.filter((one) => one !== out);
          expect(heap.size).toBe(model.length);
        }
        expect(drain(heap)).toEqual(model.sort((a, b) => a.dueMs - b.dueMs || a.order - b.order));
      }),
      { numRuns: 1_000 },
    );
  });

  it('does nothing for a timer that it does not hold', () => {
    const heap = new TimerHeap();
    const held = timer(1, 0);
    heap.add(held);
    heap.remove(timer(1, 1));
    heap.remove(held);
    heap.remove(held);
    expect([heap.size, heap.peek()]).toEqual([0, undefined]);
  });
});
