import { describe, expect, it } from '@jest/globals';
import { ReconnectPolicy } from '../../src/shard/ReconnectPolicy.js';

const policyOf = (random: number): ReconnectPolicy => new ReconnectPolicy(() => random);
const times = <T>(count: number, call: () => T): T[] => Array.from({ length: count }, call);

describe('after a link that lived', () => {
  it('the shard comes back within 100 ms', () => {
    expect([policyOf(0).afterLinkMs(false), policyOf(0.5).afterLinkMs(false), policyOf(0.999).afterLinkMs(false)]).toEqual([0, 50, 99.9]);
  });

  it('it backs off when four links in a row carried nothing', () => {
    const policy = policyOf(0);
    expect(times(5, () => policy.afterLinkMs(true))).toEqual([0, 0, 0, 250, 500]);
  });

  it('one that carried something makes good for those before', () => {
    const policy = policyOf(0);
    times(3, () => policy.afterLinkMs(true));
    policy.afterLinkMs(false);
    expect(times(3, () => policy.afterLinkMs(true))).toEqual([0, 0, 0]);
  });
});

describe('after connects that led to nothing', () => {
  it('S-19 the wait doubles from half a second to four and a half, half of it random', () => {
    const [least, most] = [policyOf(0), policyOf(1)];
    expect(times(6, () => least.afterFailureMs())).toEqual([250, 500, 1_000, 2_000, 2_250, 2_250]);
    expect(times(6, () => most.afterFailureMs())).toEqual([500, 1_000, 2_000, 4_000, 4_500, 4_500]);
  });

  it('they are counted until the link has been well', () => {
    const policy = policyOf(0);
    times(3, () => policy.afterFailureMs());
    expect(policy.failures).toBe(3);
    policy.healthy();
    expect([policy.failures, policy.afterFailureMs()]).toEqual([0, 250]);
  });
});

describe('after a RESUME that was closed without a dispatch', () => {
  it('S-13 the eighth in a row ends the session', () => {
    const policy = policyOf(0);
    expect(times(8, () => policy.afterRefusedResume().isSessionOver)).toEqual([...times(7, () => false), true]);
  });

  it('the count begins anew with the next session', () => {
    const policy = policyOf(0);
    times(8, () => policy.afterRefusedResume());
    expect(policy.afterRefusedResume().isSessionOver).toBe(false);
  });

  it('one dispatch makes good for all of them', () => {
    const policy = policyOf(0);
    times(7, () => policy.afterRefusedResume());
    policy.progressed();
    expect(policy.afterRefusedResume().isSessionOver).toBe(false);
  });
});

describe('after an IDENTIFY that led nowhere', () => {
  it('P-07: the wait doubles from five seconds to ten minutes, a tenth of it random', () => {
    const [least, most] = [policyOf(0), policyOf(1)];
    const seconds = [5, 10, 20, 40, 80, 160, 320, 600, 600];
    expect(times(9, () => least.afterIdentifyMs())).toEqual(seconds.map((second) => second * 1_000));
    expect(times(9, () => Math.round(most.afterIdentifyMs()))).toEqual(seconds.map((second) => second * 1_100));
  });
});

describe('after op 9', () => {
  it('P-05: the wait is one to five seconds', () => {
    expect([policyOf(0).afterInvalidSessionMs(false), policyOf(1).afterInvalidSessionMs(false)]).toEqual([1_000, 5_000]);
  });

  it('P-07: a session that had only just begun counts as an IDENTIFY that led nowhere', () => {
    const policy = policyOf(0);
    expect(times(3, () => policy.afterInvalidSessionMs(true))).toEqual([5_000, 10_000, 20_000]);
  });

  it('P-06: is believed three times to be resumable, and then no more', () => {
    const policy = policyOf(0);
    expect(times(4, () => policy.afterResumableInvalidationMs())).toEqual([0, 0, 0, null]);
  });

  it('P-06: is believed again when the session showed life', () => {
    const policy = policyOf(0);
    times(3, () => policy.afterResumableInvalidationMs());
    policy.progressed();
    expect(policy.afterResumableInvalidationMs()).toBe(0);
  });
});
