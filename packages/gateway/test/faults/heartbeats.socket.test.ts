import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { Scenario, type ScenarioOptions } from './Scenario.js';

const INTERVAL_MS = 41_250;

const onWoundClock = (options: Omit<ScenarioOptions, 'clock'> = {}): Promise<Scenario> =>
  Scenario.connected({ clock: new ManualClock(), ...options });

/** The instants of the heartbeats that Discord got. */
const beats = ({ journal }: Scenario): readonly number[] => journal.frames.filter(({ op }) => op === 1).map(({ atMs }) => atMs);

describe('a connected shard whose link is cut', () => {
  it('S-03 both ways at any phase of the heartbeat is back within 25 seconds, and loses nothing', async () => {
    const tookMs: number[] = [];
    for (let phase = 0; phase < 20; phase += 1) {
      await using scenario = await onWoundClock();
      await scenario.wind((INTERVAL_MS * phase) / 20);
      scenario.faults.blackhole(0);
      scenario.say(3);
      tookMs.push(await scenario.windUntil(() => scenario.resumedTimes === 1));
      await scenario.hearsAll();
      expect(scenario.auths).toBe('1/1');
    }
    expect(Math.max(...tookMs)).toBeLessThanOrEqual(25_000);
    expect(tookMs.sort((a, b) => a - b)[18]).toBeLessThanOrEqual(20_000);
  });

  it.each(['mute', 'haltReading'] as const)('S-21 one way (%s) is back within 20 seconds, and loses nothing', async (direction) => {
    await using scenario = await onWoundClock();
    scenario.faults[direction](0);
    expect(await scenario.windUntil(() => scenario.resumedTimes === 1)).toBeLessThanOrEqual(20_000);
    await scenario.isHearing();
    expect(scenario.auths).toBe('1/1');
  });
});

describe('a connected shard whose heartbeats', () => {
  it('P-01 are read and never acknowledged comes back within an interval and a second', async () => {
    await using scenario = await onWoundClock();
    await scenario.wind(1_000);
    scenario.faults.zombify(0);
    const [last = 0] = beats(scenario).slice(-1);
    await scenario.windUntil(() => scenario.resumedTimes === 1, { maxMs: 3 * INTERVAL_MS });
    const missed = beats(scenario).find((atMs) => atMs > last) ?? 0;
    expect((scenario.connects.list[1]?.atMs ?? Infinity) - missed).toBeLessThanOrEqual(INTERVAL_MS + 1_000);
    await scenario.isHearing();
    expect([scenario.auths, scenario.offences]).toEqual(['1/1', []]);
  });

  it('P-02 are acknowledged two intervals late stays where it is while events flow', async () => {
    await using scenario = await onWoundClock();
    scenario.faults.delayAcks(0, 2 * INTERVAL_MS);
    for (let second = 0; second < 600; second += 1) {
      scenario.say();
      await scenario.wind(1_000);
    }
    await scenario.hearsAll();
    expect([scenario.connects.count, scenario.auths]).toEqual([1, '1/0']);
    expect(scenario.warnings.map(({ code }) => code)).toContain('HEARTBEAT_ACK_MISSING');
  });

  it('P-03 are asked for answers at once, five times in ten seconds', async () => {
    await using scenario = await onWoundClock();
    await scenario.wind(1_000);
    const before = beats(scenario).length;
    for (let time = 0; time < 10; time += 1) {
      scenario.faults.requestHeartbeat(0);
      await scenario.wind(50, 50);
    }
    expect(beats(scenario).length - before).toBe(5);
    await scenario.wind(3 * INTERVAL_MS);
    expect([scenario.connects.count, scenario.offences]).toEqual([1, []]);
  });

  it('P-03 are asked for before READY answers as well', async () => {
    await using scenario = await Scenario.arranged({ clock: new ManualClock() });
    scenario.faults.withholdReady();
    scenario.shard.start();
    await scenario.reaches('Identifying');
    await scenario.settle();
    const before = beats(scenario).length;
    scenario.faults.requestHeartbeat(0);
    await scenario.until(() => beats(scenario).length === before + 1);
    expect(scenario.shard.stage).toBe('Identifying');
  });

  it('C-02 share the wire with 200 commands beats on time', async () => {
    const discord = { heartbeatIntervalMs: 3_000 };
    await using scenario = await onWoundClock({ discord, shard: { commandTimeoutMs: 600_000 } });
    const guildIds = [scenario.discord.addGuild({ name: 'Home' }).id];
    const sent = Array.from({ length: 200 }, () => scenario.shard.command({ op: 31, d: { guild_ids: guildIds } }));
    await scenario.wind(180_000, 50);
    await Promise.all(sent);
    const gaps = beats(scenario)
      .map((atMs, index, all) => atMs - (all[index - 1] ?? atMs))
      .slice(1);
    expect(gaps.every((gapMs) => Math.abs(gapMs - 3_000) <= 50)).toBe(true);
    expect([scenario.connects.count, scenario.offences]).toEqual([1, []]);
  });
});

describe('a shard whose HELLO names an interval', () => {
  it.each([0, -1, null, 'x', [], undefined])('P-21 that is none (%j) tries again and beats as it should', async (interval) => {
    await using scenario = await Scenario.arranged({ clock: new ManualClock() });
    scenario.faults.heartbeatInterval(interval);
    scenario.shard.start();
    await scenario.windUntil(() => scenario.shard.stage === 'Connected');
    expect([scenario.connects.count, scenario.shard.heartbeats.intervalMs]).toEqual([2, INTERVAL_MS]);
    expect(scenario.causes).toContain('bad hello');
  });

  it.each([
    [1e-9, 1_000],
    [10, 1_000],
    [1e12, 120_000],
  ])('P-21 out of bounds (%d) takes the nearest bound', async (interval, taken) => {
    await using scenario = await Scenario.arranged({ clock: new ManualClock() });
    scenario.faults.heartbeatInterval(interval);
    scenario.shard.start();
    await scenario.reaches('Connected');
    expect(scenario.shard.heartbeats.intervalMs).toBe(taken);
    await scenario.wind(10_000);
    expect(beats(scenario).length).toBeLessThanOrEqual(11);
  });
});
