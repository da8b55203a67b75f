import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { closeRules } from '../../src/shard/closeCodes.js';
import { Scenario } from './Scenario.js';

const TIMES = 10;

describe('a connected shard whose socket', () => {
  it.each([
    ['S-01 is torn down (RST)', 'resetSocket'],
    ['S-02 ends without a close frame (FIN)', 'dropSocket'],
  ] as const)('%s resumes within 250 ms at the longest jitter, and loses nothing', async (_what, fault) => {
    await using scenario = await Scenario.connected({ shard: { random: () => 0.999 } });
    const tookMs: number[] = [];
    for (let time = 1; time <= TIMES; time += 1) {
      const fromMs = performance.now();
      scenario.faults[fault](0);
      scenario.say(3);
      await scenario.resumes(time);
      tookMs.push(performance.now() - fromMs);
      await scenario.isHearing();
    }
    // The median: a machine that is busy elsewhere delays some of them. The report measures the 99th percentile.
    expect(tookMs.sort((a, b) => a - b)[TIMES / 2]).toBeLessThanOrEqual(250);
    expect([scenario.auths, scenario.offences]).toEqual([`1/${TIMES}`, []]);
  });

  it('S-04 never answers the close frame is left behind: the next connect starts at once', async () => {
    await using scenario = await Scenario.connected({ clock: new ManualClock() });
    scenario.faults.neverAnswerClose(0);
    scenario.shard.reconnect({ resume: true });
    expect(scenario.connects.list.map(({ atMs }) => atMs)).toEqual([0, 0]);
    await scenario.resumes();
    await scenario.isHearing();
    expect(scenario.auths).toBe('1/1');
  });

  it('S-04 never answers the close frame is destroyed after a second', async () => {
    await using scenario = await Scenario.connected({ clock: new ManualClock() });
    scenario.faults.neverAnswerClose(0);
    scenario.shard.reconnect({ resume: true });
    await scenario.resumes();
    expect(scenario.journal.counts.disconnection).toBe(0);
    await scenario.wind(1_000);
    await scenario.until(() => scenario.journal.counts.disconnection === 1);
  });
});

/** The codes of Discord's table, those of web sockets, and some that nobody knows. */
const CODES = [...closeRules.keys(), 1_011, 1_012, 3_000, 4_006, 4_099];

describe.each(['at-once', 'never'] as const)('a connected shard that is closed, TCP ended %s,', (tcp) => {
  it.each(CODES)('S-23 with %i goes by the code, whatever the socket does', async (code) => {
    await using scenario = await Scenario.connected({ clock: new ManualClock() });
    scenario.faults.closeShard(0, code, { tcp });
    await scenario.until(() => scenario.stages.some(({ closeCode }) => closeCode === code));
    const { then } = closeRules.get(code) ?? { then: 'resume' };
    if (then === 'stop') {
      expect(scenario.shard.stage).toBe('Failed');
    } else {
      await scenario.windUntil(() => scenario.shard.stage === 'Connected');
      expect(scenario.auths.endsWith('/0')).toBe(then === 'identify');
    }
    expect(scenario.offences).toEqual([]);
  });
});
