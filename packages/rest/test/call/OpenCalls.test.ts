import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OpenCalls, type Neighbour } from '../../src/call/OpenCalls.js';

class Item implements Neighbour<Item> {
  before: Item | null = null;
  after: Item | null = null;
}

describe('the calls that have not ended', () => {
  it('are kept in their order, whoever leaves from wherever', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 60 }), (choices) => {
        const open = new OpenCalls<Item>();
        const model: Item[] = [];
        for (const choice of choices) {
          const leaving = model[choice];
          if (leaving === undefined) model.push(added(open));
          else open.delete(model.splice(choice, 1)[0]!);
          expect([open.size, open.toArray()]).toEqual([model.length, model]);
        }
      }),
    );
  });

  it('let go of both neighbours when they end', () => {
    const open = new OpenCalls<Item>();
    const [, middle] = [added(open), added(open), added(open)];
    open.delete(middle);
    expect([middle.before, middle.after]).toEqual([null, null]);
  });
});

function added(open: OpenCalls<Item>): Item {
  const item = new Item();
  open.add(item);
  return item;
}
