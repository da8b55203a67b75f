import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Deque } from '../src/Deque.js';

type Step = 'push' | 'unshift' | 'shift' | 'peek' | 'clear';

const oneStep = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Step>('push') },
  { weight: 4, arbitrary: fc.constant<Step>('unshift') },
  { weight: 9, arbitrary: fc.constant<Step>('shift') },
  { weight: 1, arbitrary: fc.constantFrom<Step>('peek', 'clear') },
);

function take(deque: Deque<number>, array: number[], step: Step, value: number): void {
  if (step === 'push') deque.push(value);
  if (step === 'push') array.push(value);
  if (step === 'unshift') deque.unshift(value);
  if (step === 'unshift') array.unshift(value);
  if (step === 'shift') expect(deque.shift()).toBe(array.shift());
  if (step === 'peek') expect(deque.peek()).toBe(array[0]);
  if (step === 'clear') deque.clear();
  if (step === 'clear') array.length = 0;
}

describe('a deque', () => {
  it('is an array in all that it does', () => {
    fc.assert(
      fc.property(fc.array(oneStep, { maxLength: 400, size: 'max' }), (steps) => {
        const deque = new Deque<number>();
        const array: number[] = [];
        for (const [value, step] of steps.entries()) {
          take(deque, array, step, value);
          expect(deque.length).toBe(array.length);
        }
        expect([...deque]).toEqual(array);
      }),
    );
  });

  it('holds a hundred thousand and gives them back in order', () => {
    const deque = new Deque<number>();
    for (let value = 0; value < 100_000; value += 1) deque.push(value);
    for (let value = 0; value < 100_000; value += 1) if (deque.shift() !== value) expect(value).toBe('in order');
    expect([deque.length, deque.shift(), deque.peek()]).toEqual([0, undefined, undefined]);
  });

  it('keeps undefined as a value', () => {
    const deque = new Deque<undefined>();
    deque.push(undefined);
    expect([deque.length, [...deque]]).toEqual([1, [undefined]]);
  });
});
