import { afterEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import fc from 'fast-check';
import { InMemoryIdentifyQueue } from '../../src/identify/InMemoryIdentifyQueue.js';
import { Shard } from '../../src/shard/Shard.js';
import { Scenario } from './Scenario.js';

let clock: ManualClock;
let fleet: Shard[] = [];

/** A scenario whose shard 0 shares its queue with more shards of the same bot. Nobody has started. */
async function fleetOf(total: number, maxConcurrency = 1): Promise<Scenario> {
  clock = new ManualClock();
  const identifyQueue = new InMemoryIdentifyQueue({ clock, maxConcurrency });
  const scenario = await Scenario.arranged({ clock, discord: { sessionStartLimit: { maxConcurrency } }, shard: { identifyQueue, total } });
  const { token, url } = scenario.shard.config;
  for (let id = 1; id < total; id += 1)
    fleet.push(new Shard({ id, total, token: token.reveal(), url, clock, identifyQueue, intents: ['Guilds'] }));
  return scenario;
}

const isUp = ({ stage }: Shard): boolean => stage === 'Connected';
const identifiedAtMs = ({ journal }: Scenario, shardId: number): number | undefined =>
  journal.identifies.find((identify) => identify.shardId === shardId)?.atMs;

afterEach(async () => {
  const closing = Promise.all(fleet.map((shard) => shard.close()));
  clock.advance(2_000);
  await closing;
  fleet = [];
});

describe('shards on one identify queue', () => {
  it('I-01 identify five seconds apart for each rate limit key, in any order of starting and failing', async () => {
    await using scenario = await fleetOf(6, 2);
    for (const shard of [...fleet].reverse()) shard.start();
    scenario.faults.invalidateAfterIdentify(false, { count: 2 });
    scenario.shard.start();
    await scenario.windUntil(() => [scenario.shard, ...fleet].every(isUp));
    scenario.faults.invalidateSession(3, false);
    scenario.faults.closeShard(5, 4_007);
    await scenario.wind(5_000);
    await scenario.windUntil(() => [scenario.shard, ...fleet].every(isUp));
    expect([scenario.journal.counts.identify, scenario.offences]).toEqual([10, []]);
  });

  it('I-07 go on when some of them end at any moment of their start', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(4_000), { minLength: 4, maxLength: 4 }), async (endMs) => {
        await using scenario = await fleetOf(5);
        for (const shard of fleet) shard.start();
        for (const [index, shard] of fleet.entries()) scenario.clock.after(endMs[index] ?? 0, () => void shard.close());
        await scenario.wind(1_000, 100);
        scenario.shard.start();
        await scenario.windUntil(() => isUp(scenario.shard), { maxMs: 30_000 });
        expect(scenario.offences).toEqual([]);
        fleet = [];
      }),
      { numRuns: 15 },
    );
  });

  it('I-09 do not wait for the READY of the one before', async () => {
    await using scenario = await fleetOf(2);
    scenario.faults.withholdReady({ shardId: 0, forMs: 60_000 });
    scenario.shard.start();
    fleet[0]?.start();
    await scenario.windUntil(() => identifiedAtMs(scenario, 1) !== undefined);
    expect((identifiedAtMs(scenario, 1) ?? Infinity) - (identifiedAtMs(scenario, 0) ?? 0)).toBeLessThanOrEqual(5_500);
    await scenario.windUntil(() => isUp(scenario.shard));
    expect([scenario.auths, scenario.offences]).toEqual(['2/0', []]);
  });
});
