import { describe, expect, it } from '@jest/globals';
import { Latency } from '../../src/shard/Latency.js';

describe('the latency of a connection', () => {
  it('is unknown before the first acknowledgement', () => {
    expect(new Latency()).toMatchObject({ last: null, mean: null, recent: [], acknowledged: 0 });
  });

  it('keeps five recent samples, newest first, and the mean of all', () => {
    const latency = new Latency();
    for (const sampleMs of [10, 20, 30, 40, 50, 60]) latency.add(sampleMs);
    expect(latency).toMatchObject({ last: 60, mean: 35, recent: [60, 50, 40, 30, 20], acknowledged: 6 });
  });
});
