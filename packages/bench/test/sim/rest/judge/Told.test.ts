import { describe, expect, it } from '@jest/globals';
import { Told } from '../../../../src/sim/rest/judge/Told.js';

describe('what was told', () => {
  it('counts from where it was heard', () => {
    const told = new Told<string>();
    told.hear('a', 10, 5);
    expect([told.isAnything(10), told.isAnything(11)]).toEqual([false, true]);
    expect([told.wasLast('a', 10), told.wasLast('a', 11)]).toEqual([false, true]);
  });

  it('has two last words when answers overtake each other: the one that came last, and the one that was asked for last', () => {
    const told = new Told<string>();
    told.hear('new', 10, 6);
    told.hear('old', 11, 5);
    expect([told.wasLast('new', 20), told.wasLast('old', 20), told.wasLast('other', 20)]).toEqual([true, true, false]);
  });

  it('remembers when it changed last, and not how often it was repeated', () => {
    const told = new Told<number>();
    told.hear(1, 1, 0);
    told.hear(2, 5, 4);
    told.hear(2, 9, 8);
    expect(told.changedOrder).toBe(5);
  });

  it('stays small, however often it changes', () => {
    const told = new Told<number>();
    for (let order = 0; order < 10_000; order += 1) told.hear(order % 2, order, order);
    expect(told.wasLast(1, 10_000)).toBe(true);
    expect(told.size).toBeLessThanOrEqual(512);
  });
});
