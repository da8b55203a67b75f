import { describe, expect, it } from '@jest/globals';
import { readyAfter, resumedNever } from '../../../src/sim/scenarios/lateAnswers.js';

describe('a shard that waits for an answer on a living link', () => {
  it('P-08 READY comes after 4 min: it is accepted, and one IDENTIFY was enough', async () => {
    const { connectedAfterMs, identifies } = await readyAfter(240_000);
    expect(identifies).toBe(1);
    expect(connectedAfterMs).toBeLessThan(241_000);
  });

  it('P-09 RESUMED never comes: resumed on another connection within 70 s, without IDENTIFY', async () => {
    const { identifies, recoveryMs } = await resumedNever();
    expect(identifies).toBe(0);
    expect(recoveryMs).toBeLessThanOrEqual(70_000);
  });
});
