import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LinkedList, type Link } from '../../src/handlers/LinkedList.js';

describe('a linked list', () => {
  it('is a queue', () => {
    const list = new LinkedList<number>();
    expect([list.peek(), list.shift(), list.length]).toEqual([undefined, undefined, 0]);
    list.push(1);
    list.push(2);
    expect([list.peek(), list.shift(), list.shift(), list.shift()]).toEqual([1, 1, 2, undefined]);
  });

  it('takes a value out once, and none of another list', () => {
    const [list, other] = [new LinkedList<number>(), new LinkedList<number>()];
    const link = list.push(1);
    other.push(1);
    expect([other.remove(link), list.remove(link), list.remove(link), link.list]).toEqual([false, true, false, null]);
    expect([list.length, other.length]).toEqual([0, 1]);
  });

  it('behaves like an array, whatever is pushed, shifted and taken out', () => {
    const step = fc.tuple(fc.constantFrom('push', 'shift', 'remove'), fc.nat(1_000));
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const list = new LinkedList<number>();
        let model: number[] = [];
        const links: Link<number>[] = [];
        for (const [index, [deed, at]] of steps.entries()) {
          const link = links[at % Math.max(1, links.length)];
          if (deed === 'push') {
            links.push(list.push(index));
            model.push(index);
          } else if (deed === 'shift') expect(list.shift()).toBe(model.shift());
          else if (link !== undefined) {
            expect(list.remove(link)).toBe(model.includes(link.value));
            model = model.filter((value) => value !== link.value);
          }
          expect([list.length, list.peek()]).toEqual([model.length, model[0]]);
        }
        while (list.length > 0) expect(list.shift()).toBe(model.shift());
      }),
    );
  });
});
