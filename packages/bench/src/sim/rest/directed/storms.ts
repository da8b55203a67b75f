import { RateLimiter, type InvalidRequestBand, type RateLimiterSnapshot } from '@aplomb/rest/ratelimit';
import { LimitedClient } from '../clients/LimitedClient.js';
import { RollingCount } from '../judge/RollingCount.js';
import { RestWorld } from '../RestWorld.js';
import { BUCKETS, GLOBAL, MIXED } from '../scenes.js';
import type { RestScene } from '../RestScene.js';
import { Workload } from '../Workload.js';

const MINUTE_MS = 60_000;
const CALM = { changeEveryMs: Infinity, sharedEveryMs: Infinity };

interface Storm {
  readonly world: RestWorld;
  readonly client: LimitedClient;
  readonly limiter: RateLimiter;
  readonly workload: Workload;
}

function begin(seed: number, scene: RestScene): Storm {
  const world = new RestWorld(seed, scene);
  const limiter = new RateLimiter({
    random: world.random(6).next,
    globalRequestsPerSecond: scene.global.kind === 'off' ? Infinity : scene.global.limit,
  });
  const client = new LimitedClient(world, limiter);
  const workload = new Workload(world, client);
  workload.start();
  return { world, limiter, client, workload };
}

/** A server that forbids everything, to a bot that asks on and on. */
export interface ForbiddenFigures {
  /** The most invalid requests in any ten minutes; a host is banned at 10,000. */
  readonly mostInvalid: number;
  readonly calls: number;
  readonly band: InvalidRequestBand;
  /** The longest that an interaction took meanwhile. */
  readonly slowestInteractionMs: number;
}

export async function forbidden(seed: number, minutes: number): Promise<ForbiddenFigures> {
  const { client, workload, world } = begin(seed, { ...BUCKETS, ...CALM, acceptedStatus: 403 });
  await world.loop.runUntil(minutes * MINUTE_MS);
  return {
    mostInvalid: world.watch.invalid.peak,
    calls: workload.begun,
    band: client.band,
    slowestInteractionMs: workload.slowestInteractionMs,
  };
}

/** A ban of the host, by an HTML page that says each time to come back after 5 s. */
export interface BanFigures {
  /** Requests that arrived during the ban, from when the client had heard of it. */
  readonly probes: number;
  /** The most of them within 5 s. */
  readonly mostPerWindow: number;
  /** What was on the wire when it began. */
  readonly surprised: number;
  /** From its end until the server took the next request, in milliseconds. */
  readonly backAfterMs: number;
}

const SAID_MS = 5_000;

export async function banned(seed: number, fromMs: number, durationMs: number, scene: RestScene = MIXED): Promise<BanFigures> {
  const { world } = begin(seed, { ...scene, ...CALM });
  const untilMs = fromMs + durationMs;
  const probes = new RollingCount(SAID_MS);
  let heardMs = Infinity;
  let surprised = 0;
  let backAfterMs = Infinity;
  world.whenArrived = (attempt, nowMs) => {
    const isRefused = attempt.verdict?.type === 'episode' && attempt.verdict.episode.kind === 'ban';
    if (isRefused && attempt.sentMs < heardMs) surprised += 1;
    else if (isRefused) probes.add(nowMs);
    else if (nowMs >= untilMs) backAfterMs = Math.min(backAfterMs, nowMs - untilMs);
  };
  world.whenHeard = (attempt, nowMs) => {
    if (attempt.verdict?.type === 'episode' && attempt.verdict.episode.kind === 'ban') heardMs = Math.min(heardMs, nowMs);
  };
  world.loop.at(fromMs, () => {
    world.server.ban(untilMs, SAID_MS);
  });
  await world.loop.runUntil(untilMs + MINUTE_MS * 5);
  return { probes: probes.total, mostPerWindow: probes.peak, surprised, backAfterMs };
}

/** The ways through the Internet change each minute, by up to 20 ms, while the global limit binds. */
export interface DetourFigures {
  readonly calls: number;
  readonly changes: number;
  readonly peakPerSecond: number;
  /** 429s of the global limit. */
  readonly refused: number;
}

export async function detours(seed: number, minutes: number): Promise<DetourFigures> {
  const network = { ...GLOBAL.network, detourMs: 20 };
  const { workload, world } = begin(seed, { ...GLOBAL, ...CALM, network });
  const random = world.random(8);
  for (let minute = 1; minute <= minutes; minute += 1) {
    await world.loop.runUntil(minute * MINUTE_MS);
    world.network.changeRoutes(random);
  }
  return {
    calls: workload.begun,
    changes: minutes - 1,
    peakPerSecond: world.watch.perSecond.peak,
    refused: world.server.received - world.server.accepted,
  };
}

/** Ten thousands of interactions, each of which is a bucket of its own, and what stays of them. */
export interface ChurnFigures {
  readonly calls: number;
  /** How many true buckets there were. */
  readonly buckets: number;
  /** What the limiter held at the end, with nothing under way for a while. */
  readonly left: RateLimiterSnapshot;
  readonly mostLanes: number;
}

export async function churn(seed: number, hours: number): Promise<ChurnFigures> {
  const { limiter, workload, world } = begin(seed, { ...MIXED, ...CALM, demands: [], interactionEveryMs: 50, changeEveryMs: 5_000 });
  let mostLanes = 0;
  for (let minute = 1; minute <= hours * 60; minute += 1) {
    await world.loop.runUntil(minute * MINUTE_MS);
    mostLanes = Math.max(mostLanes, limiter.snapshot().lanes);
  }
  workload.stop();
  await world.loop.runUntil(world.loop.nowMs() + 30 * MINUTE_MS);
  return { calls: workload.begun, buckets: world.server.book.seen, left: limiter.snapshot(), mostLanes };
}
