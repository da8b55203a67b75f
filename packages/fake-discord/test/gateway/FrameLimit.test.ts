import { describe, expect, it } from '@jest/globals';
import { FrameLimit } from '../../src/gateway/FrameLimit.js';

describe('the limit on frames', () => {
  it('never admits more than 120 in any 60 s, whenever they come', () => {
    const limit = new FrameLimit();
    const admitted: number[] = [];
    // A fixed but irregular rhythm: bursts, pauses, and everything between.
    for (let step = 0, nowMs = 0; step < 5_000; step += 1, nowMs += (step * 7_919) % 700) if (limit.admit(nowMs)) admitted.push(nowMs);
    for (const [index, atMs] of admitted.entries()) expect((admitted[index + 120] ?? Infinity) - atMs).toBeGreaterThanOrEqual(60_000);
    expect(admitted.length).toBeGreaterThan(1_000);
  });
});
