import { describe, expect, it } from '@jest/globals';
import { closedAfterResume, dnsDead, idleBehindMiddlebox, serverDown, stoppedProcess } from '../../../src/sim/scenarios/outages.js';

describe('a shard whose world fails for a while', () => {
  it('S-19 server down for 10 s, over 1,000 seeds: at most 10 connects, no IDENTIFY, nothing lost, connected within 5 s of its return', async () => {
    const { connects, identifies, lost, recoveryMs } = await serverDown(1_000);
    expect({ identifies, lost, count: recoveryMs.count }).toEqual({ identifies: 0, lost: 0, count: 1_000 });
    expect(connects).toBeLessThanOrEqual(10);
    expect(recoveryMs.max).toBeLessThanOrEqual(5_000);
  }, 30_000);

  it('S-18 DNS dead for 10 min: Discord is reached within 5 s of its return, and one IDENTIFY is enough', async () => {
    const { identifies, reachedMs, recoveryMs } = await dnsDead(200);
    expect(identifies).toBe(1);
    expect(reachedMs.max).toBeLessThanOrEqual(5_000);
    // The session is over by then: after op 9 come 1 to 5 s of waiting, then IDENTIFY.
    expect(recoveryMs.max).toBeLessThanOrEqual(11_000);
  });

  it('S-13 accepted and closed after every RESUME: at most 12 connects a minute and one IDENTIFY', async () => {
    const { connectsPerMinute, identifies } = await closedAfterResume();
    expect(connectsPerMinute).toBeLessThanOrEqual(12);
    expect(identifies).toBeLessThanOrEqual(1);
  });

  it('S-20 idle for an hour behind a middlebox that forgets flows after 60 s: never disconnected', async () => {
    expect(await idleBehindMiddlebox()).toBe(0);
  });

  it('S-22 stopped or asleep for 10 min: connected within 10 s', async () => {
    expect((await stoppedProcess(200)).max).toBeLessThanOrEqual(10_000);
  });
});
