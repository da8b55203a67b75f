import { describe, expect, it } from '@jest/globals';
import { Counter } from '../../src/ratelimit/Counter.js';
import { bucketNamed, routeNamed, said } from './limitParts.js';

function told(): Counter {
  const counter = new Counter(bucketNamed(), routeNamed('POST /a'));
  counter.learn(said(3, 5_000, 0, 50), true, 50);
  return counter;
}

describe('what a route knows of a count', () => {
  it.each([
    ['as many are left', said(3, 4_900, 60, 110), true],
    ['more are left', said(4, 4_900, 60, 110), true],
    ['the reset is another', said(2, 6_000, 60, 110), true],
    ['the limit is another', said(2, 4_900, 60, 110, 10), true],
    ['fewer are left', said(2, 4_900, 60, 110), false],
    ['it may be older', said(4, 4_900, 40, 110), false],
  ])('is contradicted by another’s answer in its window when %s', (_, report, isContradicted) => {
    expect(told().contradicts(report, 110)).toBe(isContradicted);
  });

  it('is not contradicted once its window may be over', () => {
    expect(told().contradicts(said(4, 5_000, 4_950, 5_010), 5_010)).toBe(false);
  });

  it('goes back to its own answers, and to its own silent calls', () => {
    const counter = told();
    counter.window.hear(said(0, 4_900, 60, 110), 110);
    counter.countSilent(120);
    counter.recall(130);
    expect([counter.window.freeAtMs(1, 140), counter.window.freeAtMs(2, 140)]).toEqual([140, 5_052]);
  });
});
