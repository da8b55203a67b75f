import { RateLimiter, type RateLimiterOptions } from '@aplomb/rest/ratelimit';
import { Clairvoyant } from './clients/Clairvoyant.js';
import { LimitedClient } from './clients/LimitedClient.js';
import { PrudentClient } from './clients/PrudentClient.js';
import type { RestClient } from './clients/RestClient.js';
import type { Count } from './judge/Tally.js';
import { Misfortunes } from './Misfortunes.js';
import type { RestResult } from './RestResult.js';
import type { RestScene } from './RestScene.js';
import { RestWorld } from './RestWorld.js';
import { Workload } from './Workload.js';

/*
 * Theory of operation
 *
 * The client is the real `RateLimiter`, driven by the real `drive`, and what it hears has gone through text: `readRateFacts` reads the
 * headers that `Wording` writes. The server (`truth/`) is an independent reading of Discord's documents: fixed windows that begin with
 * the first request, hashes that change, hidden limits, others, bans. Between them lies a network in which every message takes its own
 * time. All runs in one loop of virtual time, and a seed is a run.
 *
 * `Oracle` says of each 429 whether the client could have known. Throughput is compared with two clients in the same world:
 * `Clairvoyant`, who sees the server's books (the most that the server would take), and `PrudentClient`, who learns of resets through
 * answers alone and takes no risk.
 */

/** What a run is given. */
export interface RestRun {
  readonly seed: number;
  readonly scene: RestScene;
  /** After so many calls nobody begins another one. */
  readonly calls: number;
  /**
   * Whether the two clients to compare with run as well.
   *
   * @defaultValue `true`
   */
  readonly compares?: boolean;
  /** Other options for the limiter, to show that the simulation finds what is wrong. */
  readonly limiter?: Partial<RateLimiterOptions>;
  /** What the limiter is made to hear in the place of a header: a flaw, to show that the simulation finds it. */
  readonly hears?: (name: string, value: string | undefined) => string | undefined;
}

const STEP_MS = 1_000;
/** Longer than any call may wait for its turn and then be on its way, repetitions included. */
const DRAIN_MS = 180_000;

/** Runs one seed. */
export async function simulateRest(run: RestRun): Promise<RestResult> {
  const world = new RestWorld(run.seed, run.scene);
  const limiter = new RateLimiter({ random: world.random(6).next, ...globalOption(run.scene), ...run.limiter });
  const limited = new LimitedClient(world, limiter, run.hears);
  const workload = begin(world, limited);
  while (workload.begun < run.calls) await world.loop.runUntil(world.loop.nowMs() + STEP_MS);
  const virtualMs = world.loop.nowMs();
  const accepted = copyOf(world.tally.byWindow);
  workload.stop();
  await world.loop.runUntil(virtualMs + DRAIN_MS);
  const compares = run.compares ?? true;
  return {
    seed: run.seed,
    scene: run.scene.name,
    virtualMs,
    calls: workload.begun,
    ended: workload.ended,
    neverEnded: workload.open,
    requests: world.server.received,
    accepted,
    possible: compares ? await acceptedBy(run, virtualMs, (other) => new Clairvoyant(other)) : null,
    prudent: compares ? await acceptedBy(run, virtualMs, (other) => new PrudentClient(other)) : null,
    avoidable: world.tally.avoidable,
    unavoidable: world.tally.unavoidable,
    blames: world.tally.blames,
    histories: world.tally.histories,
    peakPerSecond: world.watch.perSecond.peak,
    peakInvalid: world.watch.invalid.peak,
    disorders: world.watch.disorders,
    disorderLines: world.watch.disorderLines,
    changes: world.server.book.changes,
    buckets: world.server.book.seen,
    misdeeds: limited.misdeeds,
    refusals: limited.refusals,
    latestRefusalMs: limited.latestRefusalMs,
    mostUnderWay: limited.mostUnderWay,
    slowestInteractionMs: workload.slowestInteractionMs,
  };
}

/** What another client gets out of the same world in the same time. */
async function acceptedBy(run: RestRun, virtualMs: number, client: (world: RestWorld) => RestClient): Promise<ReadonlyMap<string, Count>> {
  const world = new RestWorld(run.seed, run.scene);
  begin(world, client(world));
  await world.loop.runUntil(virtualMs);
  return copyOf(world.tally.byWindow);
}

function begin(world: RestWorld, client: RestClient): Workload {
  const workload = new Workload(world, client);
  new Misfortunes(world).start();
  workload.start();
  return workload;
}

function globalOption({ global }: RestScene): Pick<RateLimiterOptions, 'globalRequestsPerSecond'> {
  return { globalRequestsPerSecond: global.kind === 'off' ? Infinity : global.limit };
}

function copyOf(counts: ReadonlyMap<string, Count>): ReadonlyMap<string, Count> {
  return new Map([...counts].map(([name, count]) => [name, { ...count }]));
}
