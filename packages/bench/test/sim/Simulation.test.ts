import { describe, expect, it } from '@jest/globals';
import { describeFailure } from '../../src/sim/report.js';
import { simulate } from '../../src/sim/Simulation.js';
import type { SimulationOptions, SimulationResult } from '../../src/sim/SimulationResult.js';

const SEEDS = 200;

/** The first failure among some seeds, or `null`. */
async function firstFailure(options: Omit<SimulationOptions, 'seed'>, seeds = 40): Promise<SimulationResult | null> {
  for (let seed = 1; seed <= seeds; seed += 1) {
    const result = await simulate({ ...options, seed });
    if (result.broken !== null) return result;
  }
  return null;
}

describe('client and server in virtual time, under random faults', () => {
  it(`keep INV-1 to INV-6 over ${SEEDS} seeds`, async () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const result = await simulate({ seed });
      if (result.broken === null) continue;
      const { trace } = await simulate({ seed, trace: true });
      expect(describeFailure(result, trace)).toBe(`seed ${seed}: all invariants held`);
    }
  }, 120_000);

  it('live the same life whenever they have the same seed', async () => {
    const [one, other] = [await simulate({ seed: 7, trace: true }), await simulate({ seed: 7, trace: true })];
    expect(one.trace.length).toBeGreaterThan(300);
    expect(other).toEqual(one);
  });

  it('meet every kind of fault, and most of them cost the connection', async () => {
    const met = new Set<string>();
    const recovered = new Set<string>();
    for (let seed = 1; seed <= 30; seed += 1) {
      const { faults, recoveriesMs } = await simulate({ seed });
      for (const fault of faults.keys()) met.add(fault);
      for (const fault of recoveriesMs.keys()) recovered.add(fault);
    }
    expect(met.size).toBeGreaterThanOrEqual(40);
    expect(recovered.size).toBeGreaterThanOrEqual(25);
  }, 60_000);
});

describe('the simulation, given a client with a flaw', () => {
  it('reports INV-1 of a client that leaves and stays away', async () => {
    const failure = await firstFailure({
      sabotage: { whenConnected: ({ shard, random }) => void (random.chance(0.5) && shard.close(4000)) },
    });
    expect(failure?.broken?.invariant).toBe('INV-1');
  });

  it('reports INV-2 of a client that loses every thousandth event', async () => {
    const failure = await firstFailure({ sabotage: { losesEvery: 1_000 } });
    expect(failure?.broken).toMatchObject({ invariant: 'INV-2', what: expect.stringContaining('1000 to 1000 are missing') });
  });

  it('reports INV-3 of a client that identifies where it could resume', async () => {
    const failure = await firstFailure({ sabotage: { forgetsSessions: true } });
    expect(failure?.broken?.invariant).toBe('INV-3');
  });

  it('reports INV-4 of a client that keeps an old socket beside the new one', async () => {
    const failure = await firstFailure({ sabotage: { keepsSockets: true } });
    expect(failure?.broken?.invariant).toBe('INV-4');
  });

  it('reports INV-5 of a client that tells its token', async () => {
    const failure = await firstFailure({
      sabotage: { whenConnected: ({ shard, token }) => void shard.emit('debug', `my token is ${token}`) },
    });
    expect(failure?.broken?.invariant).toBe('INV-5');
    expect(failure?.broken?.what).toContain('<token>');
  });

  it('reports INV-6 of a client without a limit on its commands, and of one without an identify queue', async () => {
    expect((await firstFailure({ sabotage: { bot: { shard: { rateLimitCommands: false } } } }))?.broken?.invariant).toBe('INV-6');
    expect((await firstFailure({ sabotage: { bot: { queue: { maxConcurrency: 0 } } } }))?.broken?.invariant).toBe('INV-6');
  }, 20_000);
});

describe('a failing seed', () => {
  it('is told with its invariant, its last forty lines and the one command that replays it', async () => {
    const sabotage = { losesEvery: 500 };
    const failure = await firstFailure({ sabotage });
    const { trace } = await simulate({ seed: failure!.seed, sabotage, trace: true });
    const text = describeFailure(failure!, trace).split('\n');
    expect(text[0]).toMatch(/^seed \d+ broke INV-2 after [\d.]+ s: /);
    expect(text).toHaveLength(42);
    expect(text.at(-1)).toBe(`replay it: npm run sim -- --seed ${failure!.seed} --trace`);
  });
});
