import { histogram, mostWithin } from '../figures.js';
import { Stage } from './Stage.js';

/** A thousand shards that lost their connections in one instant. */
export interface HerdFigures {
  readonly connectsPerSecond: number;
  /** The fullest second beside the mean one. */
  readonly peakToMean: number;
  readonly allUpAfterMs: number;
  readonly resumes: number;
  readonly identifies: number;
}

export async function herd(shards: number): Promise<HerdFigures> {
  const limit = { maxConcurrency: shards, total: 2 * shards };
  const stage = await new Stage({ shards, limit }).start(120_000);
  await stage.runFor(60_000);
  const before = stage.network.connects.length;
  const cutMs = stage.nowMs;
  stage.network.cutAll();
  await stage.runFor(1_000);
  await stage.runUntilConnected(300_000);
  const instants = stage.network.connects.slice(before).map(({ atMs }) => atMs);
  const bins = histogram(instants, 1_000);
  return {
    connectsPerSecond: mostWithin(instants, 1_000),
    peakToMean: Math.max(...bins) / (instants.length / bins.length),
    allUpAfterMs: Math.max(...stage.connectedAtMs.values()) - cutMs,
    resumes: stage.journal.counts.resume,
    identifies: stage.journal.counts.identify - shards,
  };
}

/** A start from nothing, as fast as Discord allows. */
export interface ColdStartFigures {
  readonly allUpAfterMs: number;
  readonly identifies: number;
  readonly violations: number;
}

export async function coldStart(shards: number, maxConcurrency: number): Promise<ColdStartFigures> {
  const stage = new Stage({ shards, limit: { maxConcurrency, total: 2 * shards } });
  await stage.start(1_200_000);
  const { identify, violation } = stage.journal.counts;
  return { allUpAfterMs: Math.max(...stage.connectedAtMs.values()), identifies: identify, violations: violation };
}
