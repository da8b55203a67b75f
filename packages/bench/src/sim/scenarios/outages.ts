import { mostWithin, spreadOf, type Spread } from '../figures.js';
import { Stage } from './Stage.js';

const MINUTE_MS = 60_000;

/** What came of an outage. */
export interface OutageFigures {
  /** From the end of the outage to `Connected`. */
  readonly recoveryMs: Spread;
  /** Connects while it lasted, at most. */
  readonly connects: number;
  /** IDENTIFYs beside each run's first. */
  readonly identifies: number;
  /** Events that did not come, or came twice. */
  readonly lost: number;
}

/** The server refuses connections for 10 s and then is back with its sessions. */
export async function serverDown(runs: number, downMs = 10_000): Promise<OutageFigures> {
  const recoveriesMs: number[] = [];
  let connects = 0;
  let identifies = 0;
  let lost = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const stage = await new Stage({ seed }).start();
    stage.publishEvery(1_000);
    await stage.runFor(stage.random.between(1_000, MINUTE_MS));
    const before = stage.network.connects.length;
    stage.network.trouble('', 'refused', downMs);
    stage.network.cutAll();
    await stage.runFor(downMs);
    connects = Math.max(connects, stage.network.connects.length - before);
    await stage.runFor(MINUTE_MS);
    recoveriesMs.push((stage.connectedAtMs.get(0) ?? Infinity) - (stage.nowMs - MINUTE_MS));
    identifies += stage.journal.counts.identify - 1;
    lost += missing(stage);
  }
  return { recoveryMs: spreadOf(recoveriesMs), connects, identifies, lost };
}

/** What came of a while without DNS. */
export interface DnsFigures {
  /** From its return to the next HELLO. */
  readonly reachedMs: Spread;
  /** From its return to `Connected`. */
  readonly recoveryMs: Spread;
  /** IDENTIFYs beside its first, at most in one run. */
  readonly identifies: number;
}

/** DNS answers nothing for so long. The session dies meanwhile. */
export async function dnsDead(runs: number, deadMs = 10 * MINUTE_MS): Promise<DnsFigures> {
  const reachedMs: number[] = [];
  const recoveriesMs: number[] = [];
  let identifies = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const stage = await new Stage({ seed }).start();
    stage.network.trouble('', 'dns', deadMs);
    stage.network.cutAll();
    await stage.runFor(deadMs);
    const backMs = stage.nowMs;
    await stage.runFor(MINUTE_MS);
    reachedMs.push((stage.journal.connections[1]?.atMs ?? Infinity) - backMs);
    recoveriesMs.push((stage.connectedAtMs.get(0) ?? Infinity) - backMs);
    identifies = Math.max(identifies, stage.journal.counts.identify - 1);
  }
  return { reachedMs: spreadOf(reachedMs), recoveryMs: spreadOf(recoveriesMs), identifies };
}

/** Discord accepts every connection and closes it after RESUME. */
export async function closedAfterResume(): Promise<{ readonly connectsPerMinute: number; readonly identifies: number }> {
  const stage = await new Stage().start();
  await stage.runFor(MINUTE_MS);
  stage.server.state.faults.plan('closeAfterResume', { code: 4000 }, { count: Infinity });
  stage.connection().reset();
  await stage.runFor(30 * MINUTE_MS);
  const instants = stage.network.connects.map(({ atMs }) => atMs);
  return { connectsPerMinute: mostWithin(instants, MINUTE_MS), identifies: stage.journal.counts.identify - 1 };
}

/** An idle shard behind a middlebox that forgets flows after 60 s without a byte: how often it was disconnected in an hour. */
export async function idleBehindMiddlebox(): Promise<number> {
  const stage = await new Stage().start();
  stage.network.forgetsIdleAfterMs = MINUTE_MS;
  await stage.runFor(60 * MINUTE_MS);
  return stage.disconnects;
}

/** SIGSTOP for so long, then SIGCONT: how long until the shard is connected, in fact and not only by name. */
export async function stoppedProcess(runs: number, stoppedMs = 10 * MINUTE_MS): Promise<Spread> {
  const recoveriesMs: number[] = [];
  for (let seed = 1; seed <= runs; seed += 1) {
    const stage = await new Stage({ seed }).start();
    await stage.runFor(stage.random.between(1_000, MINUTE_MS));
    stage.bot.process.freeze(stoppedMs, { isAsleep: seed % 3 === 0, readsFirst: seed % 2 === 0 });
    await stage.runFor(stoppedMs);
    const wokenMs = stage.nowMs;
    await stage.runFor(MINUTE_MS);
    recoveriesMs.push(stage.connected === 1 ? (stage.connectedAtMs.get(0) ?? Infinity) - wokenMs : Infinity);
  }
  return spreadOf(recoveriesMs);
}

/** Events that were published and not delivered, or delivered twice. */
function missing(stage: Stage): number {
  const published = stage.server.published.get(0) ?? 0;
  const inTheAir = Math.max(0, published - (stage.delivered.at(-1) ?? 0) - 1);
  return Math.max(0, inTheAir - 1) + stage.delivered.filter((n, index) => n !== index + 1).length;
}
