import { spreadOf, type Spread } from '../figures.js';
import { Stage } from './Stage.js';

/** What is lost on a half-open link. */
export type HalfOpenKind = 'both' | 'deaf' | 'dumb' | 'dumb and full' | 'zombie';

const HEARTBEAT_MS = 41_250;
/** Longer than the slowest way to notice. */
const MOST_MS = 2 * HEARTBEAT_MS + 2_000;

/**
 * From the instant at which a link dies without a word to the next `Connected`, over so many phases of the heartbeat. Where only what goes out is lost, from the last
 * event that came in. Every other link is idle, and all that become zombies: where events flow, a missing acknowledgement means nothing.
 */
export async function halfOpen(kind: HalfOpenKind, phases: number): Promise<Spread> {
  const recoveriesMs: number[] = [];
  for (let phase = 0; phase < phases; phase += 1) recoveriesMs.push(await recovery(kind, phase, phases));
  return spreadOf(recoveriesMs);
}

async function recovery(kind: HalfOpenKind, phase: number, phases: number): Promise<number> {
  const stage = await new Stage({ seed: phase + 1 }).start();
  if (phase % 2 === 1 && kind !== 'zombie') stage.publishEvery(3_000);
  await stage.runFor(60_000 + (HEARTBEAT_MS * phase) / phases);
  const connection = stage.connection();
  if (kind === 'zombie') connection.serverEnd?.feed({ type: 'zombify' });
  else connection.blackhole({ up: kind !== 'deaf', down: kind === 'both' || kind === 'deaf', takesWrites: kind !== 'dumb and full' });
  const faultMs = stage.nowMs;
  let heardMs = faultMs;
  const isUp = (): boolean => (stage.connectedAtMs.get(0) ?? Infinity) > faultMs;
  while (!isUp() && stage.nowMs < faultMs + MOST_MS) {
    await stage.runFor(100);
    if (!isUp()) heardMs = Math.max(heardMs, stage.deliveredAtMs);
  }
  return isUp() ? (stage.connectedAtMs.get(0) ?? Infinity) - heardMs : Infinity;
}
