import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { InMemoryIdentifyQueue } from '../../src/identify/InMemoryIdentifyQueue.js';
import { closeRules } from '../../src/shard/closeCodes.js';
import { Scenario, type ScenarioOptions } from './Scenario.js';

const HOUR_MS = 3_600_000;
/** HELLO, five replayed messages, RESUMED. */
const REPLAY = 7;

const onWoundClock = (options: Omit<ScenarioOptions, 'clock'> = {}): Promise<Scenario> =>
  Scenario.connected({ clock: new ManualClock(), ...options });
const arranged = (options: Omit<ScenarioOptions, 'clock'> = {}): Promise<Scenario> =>
  Scenario.arranged({ clock: new ManualClock(), ...options });

describe('a shard that is asked to reconnect', () => {
  it.each(Array.from({ length: REPLAY }, (_, index) => index + 1))(
    'P-04 after message %i of a replay resumes and loses nothing',
    async (at) => {
      await using scenario = await onWoundClock();
      scenario.faults.dropSocket(0);
      scenario.faults.when(at, (connection) => connection.reconnect());
      scenario.say(REPLAY - 2);
      await scenario.windUntil(() => scenario.journal.counts.resume >= 2 && scenario.shard.stage === 'Connected');
      await scenario.hearsAll();
      expect([scenario.journal.counts.identify, scenario.shard.duplicates, scenario.offences]).toEqual([1, 0, []]);
    },
  );

  it.each([1, 2, 3])('P-04 after message %i of its first connection identifies once more at most', async (at) => {
    await using scenario = await arranged({ discord: {} });
    scenario.discord.addGuild({ name: 'Home' });
    scenario.faults.when(at, (connection) => connection.reconnect());
    scenario.shard.start();
    await scenario.windUntil(() => scenario.connects.count === 2 && scenario.shard.stage === 'Connected');
    await scenario.isHearing();
    expect([scenario.journal.counts.identify, scenario.offences]).toEqual([1, []]);
  });
});

/** How the shard comes to be told that its session is invalid. */
const INVALIDATIONS: Readonly<Record<string, (scenario: Scenario) => void>> = {
  'while it is live': ({ faults }) => {
    faults.invalidateSession(0, false);
  },
  'in answer to a RESUME': ({ faults }) => {
    faults.invalidateAfterResume(false);
    faults.dropSocket(0);
  },
  'in answer to an IDENTIFY': ({ faults }) => {
    faults.invalidateSession(0, false);
    faults.invalidateAfterIdentify(false);
  },
  'amid a replay': (scenario) => {
    scenario.faults.dropSocket(0);
    scenario.say(4);
    scenario.faults.when(3, (connection) => connection.invalidateSession(false));
  },
};

describe('a shard whose session is invalid', () => {
  it.each(Object.keys(INVALIDATIONS))('P-05 %s identifies on the main host, five seconds apart', async (when) => {
    await using scenario = await arranged();
    scenario.faults.resumeUrl(scenario.discord.gatewayUrl.replace('127.0.0.1', 'localhost'));
    scenario.shard.start();
    await scenario.reaches('Connected');
    INVALIDATIONS[when]?.(scenario);
    await scenario.windUntil(() => scenario.journal.identifies.length >= 2 && scenario.shard.stage === 'Connected');
    const atMs = scenario.journal.identifies.map((identify) => identify.atMs);
    expect(atMs.slice(1).every((ms, index) => ms - (atMs[index] ?? 0) >= 5_000)).toBe(true);
    expect([scenario.connects.hosts.at(-1), scenario.offences]).toEqual([new URL(scenario.discord.gatewayUrl).host, []]);
  });

  it('P-05 before HELLO keeps it: nothing was asked yet', async () => {
    await using scenario = await onWoundClock();
    scenario.faults.firstFrame({ op: 9, d: false });
    scenario.faults.dropSocket(0);
    scenario.say();
    await scenario.windUntil(() => scenario.resumedTimes === 1);
    await scenario.hearsAll();
    expect(scenario.auths).toBe('1/1');
  });

  it.each([true, 'amid RESUME'] as const)('P-06 but can be resumed (%s) resumes, and loses nothing', async (when) => {
    await using scenario = await onWoundClock();
    if (when === true) scenario.faults.invalidateSession(0, true);
    else {
      scenario.faults.invalidateAfterResume(true, { count: 2 });
      scenario.faults.dropSocket(0);
    }
    scenario.say(3);
    await scenario.windUntil(() => scenario.resumedTimes === 1);
    await scenario.hearsAll();
    expect([scenario.journal.counts.identify, scenario.journal.counts.resume]).toEqual([1, when === true ? 1 : 3]);
  });

  it('P-06 and is said to be resumable for ever is given up after the third time', async () => {
    await using scenario = await onWoundClock();
    scenario.faults.invalidateAfterResume(true, { count: Infinity });
    scenario.faults.dropSocket(0);
    await scenario.windUntil(() => scenario.journal.counts.identify === 2);
    expect(scenario.journal.counts.resume).toBeLessThanOrEqual(4);
    await scenario.windUntil(() => scenario.shard.stage === 'Connected');
    expect(scenario.offences).toEqual([]);
  });
});

describe('a shard that waits', () => {
  it('P-08 four minutes for READY stays where it is, and says so', async () => {
    await using scenario = await arranged();
    let isTold = false;
    scenario.shard.on('waitingForReady', () => (isTold = true));
    scenario.faults.withholdReady({ forMs: 240_000 });
    scenario.shard.start();
    await scenario.windUntil(() => scenario.shard.stage === 'Connected', { maxMs: 250_000, stepMs: 1_000 });
    expect([scenario.auths, scenario.connects.count, isTold]).toEqual(['1/0', 1, true]);
  });

  it('P-09 for a RESUMED that never comes resumes once more, within 70 seconds', async () => {
    await using scenario = await onWoundClock();
    scenario.faults.withholdResumed();
    scenario.faults.dropSocket(0);
    scenario.say(5);
    expect(await scenario.windUntil(() => scenario.resumedTimes === 1)).toBeLessThanOrEqual(70_000);
    await scenario.hearsAll();
    expect(scenario.auths).toBe('1/2');
  });
});

describe('a shard whose sequence', () => {
  it('P-10 has a gap reports it and stays', async () => {
    await using scenario = await onWoundClock();
    const gaps: object[] = [];
    scenario.shard.on('sequenceGap', (gap) => gaps.push(gap));
    await scenario.isHearing();
    const from = scenario.shard.session?.sequence ?? 0;
    scenario.faults.skipSequence(0, 5);
    await scenario.isHearing();
    expect([gaps, scenario.connects.count]).toEqual([[{ shardId: 0, from, to: from + 6 }], 1]);
  });

  it('P-11 is replayed from five dispatches too early delivers none twice', async () => {
    await using scenario = await onWoundClock();
    scenario.say(10);
    await scenario.hearsAll();
    scenario.faults.replayEarlier(5);
    scenario.faults.dropSocket(0);
    scenario.say(5);
    await scenario.windUntil(() => scenario.resumedTimes === 1);
    await scenario.hearsAll();
    expect([scenario.shard.duplicates, scenario.auths]).toEqual([5, '1/1']);
  });
});

describe('a shard without a budget to identify', () => {
  const spent = (clock: ManualClock): InMemoryIdentifyQueue =>
    new InMemoryIdentifyQueue({ clock, remaining: 0, total: 1_000, resetAfterMs: 6 * HOUR_MS });

  it('P-18 holds its IDENTIFY until the reset', async () => {
    const clock = new ManualClock();
    await using scenario = await Scenario.arranged({ clock, shard: { identifyQueue: spent(clock) } });
    scenario.shard.start();
    await scenario.wind(6 * HOUR_MS - 60_000, 2_000);
    expect(scenario.journal.counts.identify).toBe(0);
    await scenario.windUntil(() => scenario.shard.stage === 'Connected');
    expect(scenario.auths).toBe('1/0');
  });

  it('P-18 resumes the session that it has', async () => {
    const clock = new ManualClock();
    const identifyQueue = new InMemoryIdentifyQueue({ clock });
    await using scenario = await Scenario.connected({ clock, shard: { identifyQueue } });
    identifyQueue.update({ remaining: 0, resetAfterMs: 6 * HOUR_MS });
    scenario.faults.dropSocket(0);
    scenario.say();
    await scenario.windUntil(() => scenario.resumedTimes === 1);
    await scenario.hearsAll();
    expect(scenario.auths).toBe('1/1');
  });
});

describe('a shard whose READY', () => {
  it.each([
    ['has no resume_gateway_url', undefined, []],
    ['names a stranger to resume at', 'wss://gateway.discord.gg.example.com', ['RESUME_URL_REFUSED']],
    ['names an address in clear', 'ws://10.0.0.1', ['RESUME_URL_REFUSED']],
    ['names nonsense', 7, ['RESUME_URL_REFUSED']],
  ])('P-23 %s resumes on the main host', async (_what, url, warnings) => {
    await using scenario = await arranged();
    scenario.faults.readyWith({ resume_gateway_url: url });
    scenario.shard.start();
    await scenario.reaches('Connected');
    scenario.faults.dropSocket(0);
    scenario.say();
    await scenario.windUntil(() => scenario.resumedTimes === 1);
    await scenario.hearsAll();
    expect(scenario.warnings.map(({ code }) => code)).toEqual(warnings);
    expect([scenario.auths, new Set(scenario.connects.hosts).size]).toEqual(['1/1', 1]);
  });

  it('P-23 has no session_id works until its connection ends, and identifies then', async () => {
    await using scenario = await arranged();
    scenario.faults.readyWith({ session_id: undefined });
    scenario.shard.start();
    await scenario.reaches('Connected');
    await scenario.isHearing();
    scenario.faults.dropSocket(0);
    await scenario.windUntil(() => scenario.journal.counts.identify === 2 && scenario.shard.stage === 'Connected');
    expect([scenario.auths, scenario.offences]).toEqual(['2/0', []]);
  });
});

/** Every code from 4000 to 4099 in turn, each at three moments. */
const CODES = Array.from({ length: 100 }, (_, index) => 4_000 + index);
/** After these the fake, as Discord, has forgotten the session. */
const ENDING = new Set([4_003, 4_007, 4_009]);

const MOMENTS: Readonly<Record<string, (scenario: Scenario, code: number) => Promise<void>>> = {
  'before READY': async (scenario, code) => {
    scenario.faults.closeAfterIdentify({ code });
    scenario.shard.start();
    await scenario.until(() => scenario.stages.some(({ closeCode }) => closeCode === code));
  },
  'while live': async (scenario, code) => {
    scenario.shard.start();
    await scenario.reaches('Connected');
    scenario.faults.closeShard(0, code);
    scenario.say(2);
  },
  'during a replay': async (scenario, code) => {
    scenario.shard.start();
    await scenario.reaches('Connected');
    scenario.faults.dropSocket(0);
    scenario.say(4);
    scenario.faults.when(3, (connection) => connection.close(code));
    await scenario.windUntil(() => scenario.stages.some(({ closeCode }) => closeCode === code));
  },
};

describe.each(Object.keys(MOMENTS))('a shard that is closed %s', (moment) => {
  it.each(CODES)('P-20 with %i does what the code asks for', async (code) => {
    await using scenario = await arranged();
    await MOMENTS[moment]?.(scenario, code);
    const { then } = closeRules.get(code) ?? { then: 'resume' };
    await scenario.windUntil(() => (then === 'stop' ? scenario.shard.stage === 'Failed' : scenario.shard.stage === 'Connected'));
    if (then === 'stop') return;
    await scenario.windUntil(() => scenario.shard.stage === 'Connected');
    if (!ENDING.has(code)) await scenario.hearsAll();
    const isNew = moment === 'before READY' || ENDING.has(code);
    expect([scenario.journal.counts.identify, scenario.offences]).toEqual([isNew ? 2 : 1, []]);
  });
});
