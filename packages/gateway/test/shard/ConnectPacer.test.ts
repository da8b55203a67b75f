import { OptionsError } from '@aplomb/base';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ConnectPacer } from '../../src/shard/ConnectPacer.js';

describe('a pacer of connects', () => {
  it('lets fifty a second through at once', () => {
    const pacer = new ConnectPacer();
    const booked = Array.from({ length: 120 }, () => pacer.book(0));
    expect([0, 49, 50, 99, 100, 119].map((index) => booked[index])).toEqual([0, 0, 1_000, 1_000, 2_000, 2_000]);
  });

  it.each([[0], [-1], [1.5], [NaN]])('is not made for %p connects a second', (perSecond) => {
    expect(() => new ConnectPacer(perSecond)).toThrow(OptionsError);
  });

  it('gives the wanted instant while there is room', () => {
    const pacer = new ConnectPacer(2);
    expect([pacer.book(10), pacer.book(700), pacer.book(900), pacer.book(5_000)]).toEqual([10, 700, 1_010, 5_000]);
  });

  it('never gives an instant before the wanted one, nor more than its number in order within a second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(fc.nat(500), { maxLength: 40 }), (perSecond, gaps) => {
        const pacer = new ConnectPacer(perSecond);
        let nowMs = 0;
        const booked = gaps.map((gap) => {
          nowMs += gap;
          const atMs = pacer.book(nowMs);
          expect(atMs).toBeGreaterThanOrEqual(nowMs);
          return atMs;
        });
        booked.forEach((atMs, index) => {
          const earlier = booked[index - perSecond];
          if (earlier !== undefined) expect(atMs - earlier).toBeGreaterThanOrEqual(1_000);
        });
      }),
    );
  });
});
