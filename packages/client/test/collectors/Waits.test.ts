import { describe, expect, it } from '@jest/globals';
import { Waits } from '../../src/collectors/Waits.js';

describe('those who wait', () => {
  it('are counted, and who begins is told of', () => {
    const seen: number[] = [];
    const waits = new Waits(() => seen.push(waits.count));
    waits.begin();
    waits.begin();
    waits.end();
    expect([waits.count, seen]).toEqual([1, [1, 2]]);
  });
});
