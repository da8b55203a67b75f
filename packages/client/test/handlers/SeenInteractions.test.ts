import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SeenInteractions } from '../../src/handlers/SeenInteractions.js';

const MINUTE_MS = 60_000;

describe('the interactions that were seen', () => {
  it('E-12 delivered twice: are known again for a quarter of an hour', () => {
    const seen = new SeenInteractions();
    expect([0, 1, 10, 15].map((minute) => seen.isRepeated('1', minute * MINUTE_MS))).toEqual([false, true, true, true]);
  });

  it('are forgotten after twice that time of silence', () => {
    const seen = new SeenInteractions();
    seen.isRepeated('1', 0);
    expect(seen.isRepeated('1', 30 * MINUTE_MS)).toBe(false);
  });

  it('E-12 delivered twice: is noticed whatever comes between, within a quarter of an hour', () => {
    const arrival = fc.record({ id: fc.integer({ min: 0, max: 20 }), afterMs: fc.nat(5 * MINUTE_MS) });
    fc.assert(
      fc.property(fc.array(arrival, { maxLength: 200 }), (arrivals) => {
        const seen = new SeenInteractions();
        const lastMs = new Map<number, number>();
        let nowMs = 0;
        for (const { id, afterMs } of arrivals) {
          nowMs += afterMs;
          const isRepeated = seen.isRepeated(String(id), nowMs);
          const toldMs = lastMs.get(id);
          if (toldMs === undefined) expect(isRepeated).toBe(false);
          else if (nowMs - toldMs <= 15 * MINUTE_MS) expect(isRepeated).toBe(true);
          if (!isRepeated) lastMs.set(id, nowMs);
        }
      }),
    );
  });

  it('take no more room than 200,000 ids do, and forget the oldest first', () => {
    const seen = new SeenInteractions();
    for (let id = 0; id < 250_000; id += 1) seen.isRepeated(String(id), 0);
    expect(['249999', '150000', '0'].map((id) => seen.isRepeated(id, 0))).toEqual([true, true, false]);
  });
});
