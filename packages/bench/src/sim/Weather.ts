import { faultTable } from './faultTable.js';
import type { FaultScene } from './FaultScene.js';
import type { Judge } from './Judge.js';
import type { SimWorld } from './SimWorld.js';
import { ownerOf } from './world/SimBot.js';
import { SIM_TOKEN } from './world/SimServer.js';

const MINUTE_MS = 60_000;
/** How long after a fault is over a shard must be connected again, waits for IDENTIFY not counted. */
const LIVENESS_BOUND_MS = 90_000;
/** How often that may be put off because an IDENTIFY failed. */
const MOST_POSTPONEMENTS = 8;
/** Before the end it is quiet for so long. */
const QUIET_MS = 2 * MINUTE_MS;

/** While these last nobody can come back: recovery is counted from their end. */
const OUTAGES: ReadonlySet<string> = new Set(['asleep', 'dnsDead', 'serverDown', 'stopped']);

interface Recovery {
  readonly fault: string;
  sinceMs: number;
  hasLeft: boolean;
}

/** Faults at random, and INV-1: what became of the shards that they struck. */
export class Weather {
  /** How often each fault struck. */
  readonly faults = new Map<string, number>();
  /** From fault to `Connected`, where a fault struck alone. */
  readonly recoveriesMs = new Map<string, number[]>();
  /** Until then a shard has an excuse not to be connected. */
  troubledUntilMs = 0;
  private readonly world: SimWorld;
  private readonly judge: Judge;
  private readonly recovering = new Map<number, Recovery>();

  constructor(world: SimWorld, judge: Judge) {
    this.world = world;
    this.judge = judge;
    for (const [shardId, watch] of world.watches) {
      watch.onLeft = () => {
        const recovery = this.recovering.get(shardId);
        if (recovery !== undefined) recovery.hasLeft = true;
      };
      watch.onConnected = () => {
        this.connected(shardId);
      };
    }
  }

  start(): void {
    const { loop, random, virtualMs } = this.world;
    const meanMs = random.pick([30_000, 90_000, 180_000]);
    const strike = (): void => {
      if (loop.nowMs() > virtualMs - QUIET_MS) return;
      this.strike();
      // Troubles like company.
      loop.after(random.chance(0.2) ? random.between(0, 5_000) : random.exponential(meanMs), strike);
    };
    loop.after(random.exponential(meanMs), strike);
  }

  private strike(): void {
    const { bot, loop, random, shardTotal, trace, watches } = this.world;
    if (!bot.process.isRunning) return;
    const shardId = random.whole(0, shardTotal - 1);
    const fault = this.pickFault();
    trace.add(() => `*** ${fault} on shard ${shardId}`);
    this.faults.set(fault, (this.faults.get(fault) ?? 0) + 1);
    const isAlone = loop.nowMs() > this.troubledUntilMs && watches.get(shardId)?.stage === 'Connected';
    this.recovering.clear();
    const recovery = { fault, sinceMs: loop.nowMs(), hasLeft: false };
    if (isAlone) this.recovering.set(shardId, recovery);
    const lastsMs = faultTable[fault]?.strike(this.scene(shardId)) ?? 0;
    if (OUTAGES.has(fault)) recovery.sinceMs += lastsMs;
    this.troubledFor(lastsMs);
    loop.isUnsettled = true;
  }

  private pickFault(): string {
    const kinds = Object.entries(faultTable);
    let left = this.world.random.next() * kinds.reduce((sum, [, { weight }]) => sum + weight, 0);
    for (const [name, { weight }] of kinds) {
      left -= weight;
      if (left < 0) return name;
    }
    return kinds[0]?.[0] ?? '';
  }

  private scene(shardId: number): FaultScene {
    const { bot, loop, network, random, server, watches } = this.world;
    const connection = network.connectionsOf(ownerOf(shardId)).find(({ isOpen }) => isOpen);
    const shard = bot.shards.get(shardId);
    if (shard === undefined) throw new RangeError(`There is no shard ${shardId}.`);
    return {
      random,
      network,
      faults: server.state.faults,
      process: bot.process,
      shardId,
      shard,
      token: SIM_TOKEN,
      connection,
      end: connection?.serverEnd ?? undefined,
      later: (afterMs, deed) => void loop.after(afterMs, deed),
      freeze: (durationMs, how) => {
        this.freeze(durationMs, how);
      },
      restart: (afterMs) => {
        this.world.restart(afterMs);
      },
      lag: (durationMs) => watches.get(shardId)?.lag(durationMs, bot.process),
      excuseIdentifySpacing: (durationMs) => {
        this.judge.excuseIdentifySpacing(durationMs);
      },
    };
  }

  private freeze(durationMs: number, how: { readonly isAsleep: boolean; readonly readsFirst: boolean }): void {
    const { bot, network, watches } = this.world;
    this.judge.excuseIdentifySpacing(durationMs + MINUTE_MS);
    for (const connection of network.live) connection.isTampered = true;
    for (const watch of watches.values()) watch.identifyWaitUntilMs += durationMs;
    bot.process.freeze(durationMs, how);
  }

  private troubledFor(durationMs: number): void {
    const { loop } = this.world;
    this.troubledUntilMs = Math.max(this.troubledUntilMs, loop.nowMs() + durationMs + LIVENESS_BOUND_MS);
    this.checkLivenessAt(this.troubledUntilMs, MOST_POSTPONEMENTS);
  }

  private checkLivenessAt(atMs: number, postponements: number): void {
    this.world.loop.at(atMs, () => {
      this.checkLiveness(postponements);
    });
  }

  private checkLiveness(postponements: number): void {
    const { invariants, isEnding, loop, watches } = this.world;
    if (loop.nowMs() < this.troubledUntilMs || isEnding) return;
    for (const [id, { identifyWaitUntilMs, isLagging, stage }] of watches) {
      if (stage === 'Connected') continue;
      // A user who takes nothing gets no connection; how long that lasts is told by the clock of a process that may sleep.
      const laterMs = (isLagging ? loop.nowMs() : identifyWaitUntilMs) + LIVENESS_BOUND_MS;
      if (laterMs > loop.nowMs() && postponements > 0) return this.checkLivenessAt(laterMs, postponements - 1);
      invariants.break('INV-1', `shard ${id} is ${stage}, ${LIVENESS_BOUND_MS} ms after all faults were over`);
    }
  }

  private connected(shardId: number): void {
    const { loop, options } = this.world;
    const flaw = options.sabotage?.whenConnected;
    if (flaw !== undefined)
      loop.after(1_000, () => {
        flaw(this.scene(shardId));
      });
    const recovery = this.recovering.get(shardId);
    if (recovery?.hasLeft !== true) return;
    this.recovering.delete(shardId);
    const recoveries = this.recoveriesMs.get(recovery.fault) ?? [];
    recoveries.push(Math.max(0, loop.nowMs() - recovery.sinceMs));
    this.recoveriesMs.set(recovery.fault, recoveries);
  }
}
