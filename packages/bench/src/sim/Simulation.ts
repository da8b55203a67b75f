import { Ending } from './Ending.js';
import { Judge } from './Judge.js';
import type { SimulationOptions, SimulationResult } from './SimulationResult.js';
import { SimWorld } from './SimWorld.js';
import { Traffic } from './Traffic.js';
import { Weather } from './Weather.js';

/*
 * Theory of operation
 *
 * The client is the real `Shard` with its real identify queue; the server is fake-discord's machines, an independent reading of Discord's documents. Between them lie a
 * simulated network, disk and process, and over all a loop of virtual time, so that an hour of life is some milliseconds of CPU. Whatever is decided by chance is decided
 * by one generator: a seed is a run.
 *
 * The world of the server numbers its events, so whoever listens can tell what is missing. `Weather` makes faults and asks afterwards whether the shards came back
 * (INV-1); `ShardWatch` is the user (INV-2, INV-5); `Judge` watches the wire (INV-3 to INV-6); `Ending` looks whether everything is whole, and whether anything is left (INV-4).
 */

/** Runs one seed. */
export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const { stackTraceLimit } = Error;
  // Hundreds of commands expire in a run, and nobody reads where.
  Error.stackTraceLimit = 0;
  try {
    return await run(new SimWorld(options));
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

async function run(world: SimWorld): Promise<SimulationResult> {
  const weather = new Weather(world, new Judge(world));
  world.bot.start();
  new Traffic(world).start();
  weather.start();
  await world.loop.runUntil(world.virtualMs);
  if (world.invariants.broken === null) await world.loop.runUntil(weather.troubledUntilMs);
  await new Ending(world).run();
  return resultOf(world, weather);
}

function resultOf(world: SimWorld, weather: Weather): SimulationResult {
  const { counts } = world.server.state.journal;
  const watches = [...world.watches.values()];
  return {
    seed: world.options.seed,
    virtualMs: world.loop.nowMs(),
    turns: world.loop.turns,
    broken: world.invariants.broken,
    faults: weather.faults,
    recoveriesMs: weather.recoveriesMs,
    delivered: watches.reduce((sum, { deliveries }) => sum + deliveries.lastN, 0),
    identifies: counts.identify,
    resumes: counts.resume,
    sessionsLost: watches.reduce((sum, { sessionsLost }) => sum + sessionsLost, 0),
    trace: world.trace.lines,
  };
}
