import type { Count } from './judge/Tally.js';
import type { RestResult } from './RestResult.js';

/** What is demanded of every run. */
export const MOST_AVOIDABLE_SHARE = 1e-6;
export const LEAST_THROUGHPUT = 0.97;
/** Windows that long are measured by the gate: in shorter ones the way to Discord takes most of the time, whatever a client does. */
const GATE_WINDOW_S = 5;
/** A timer of the loop is up to a microsecond late. */
const TIMER_MS = 0.01;

interface Sums {
  calls: number;
  requests: number;
  virtualMs: number;
  avoidable: number;
  unavoidable: number;
  peakPerSecond: number;
  peakInvalid: number;
  changes: number;
  buckets: number;
  readonly windows: Map<string, { ours: number; possible: number; prudent: number }>;
}

/** What runs came to, scene by scene. */
export class RestReport {
  /** What was broken, with the seed that shows it. */
  readonly broken: string[] = [];
  private readonly scenes = new Map<string, Sums>();
  private readonly blames = new Map<string, number>();
  private readonly refusals = new Map<string, number>();

  add(result: RestResult): void {
    const sums = this.sumsOf(result.scene);
    sums.calls += result.calls;
    sums.requests += result.requests;
    sums.virtualMs += result.virtualMs;
    sums.avoidable += result.avoidable;
    sums.unavoidable += result.unavoidable;
    sums.changes += result.changes;
    sums.buckets = Math.max(sums.buckets, result.buckets);
    sums.peakPerSecond = Math.max(sums.peakPerSecond, result.peakPerSecond);
    sums.peakInvalid = Math.max(sums.peakInvalid, result.peakInvalid);
    for (const [blame, count] of result.blames) add(this.blames, blame, count);
    for (const [cause, count] of result.refusals) add(this.refusals, cause, count);
    if (result.possible !== null && result.prudent !== null) addWindows(sums, result.accepted, result.possible, result.prudent);
    this.broken.push(...brokenOf(result).map((what) => `${result.scene}, seed ${result.seed}: ${what}`));
  }

  get calls(): number {
    return [...this.scenes.values()].reduce((sum, { calls }) => sum + calls, 0);
  }

  get avoidable(): number {
    return [...this.scenes.values()].reduce((sum, { avoidable }) => sum + avoidable, 0);
  }

  /** Calls that the server took, by what it could have taken, in one scene; `null` where that was not compared. */
  shareOf(scene: string, of: 'possible' | 'prudent', isGated = false): number | null {
    const windows = [...(this.scenes.get(scene)?.windows ?? [])].filter(([name]) => !isGated || isLong(name));
    const whole = windows.reduce((sum, [, window]) => sum + window[of], 0);
    return whole === 0 ? null : windows.reduce((sum, [, { ours }]) => sum + ours, 0) / whole;
  }

  /** The summary, in lines. */
  lines(): readonly string[] {
    return [
      ...[...this.scenes].flatMap(([name, sums]) => this.sceneLines(name, sums)),
      '',
      `429s by cause: ${listOf(this.blames)}`,
      `calls that were refused without being sent: ${listOf(this.refusals)}`,
      `${this.calls} calls, ${this.avoidable} avoidable 429s (${(this.avoidable / Math.max(1, this.calls)).toExponential(1)} a call)`,
    ];
  }

  private sumsOf(scene: string): Sums {
    const known = this.scenes.get(scene);
    if (known !== undefined) return known;
    const sums: Sums = {
      calls: 0,
      requests: 0,
      virtualMs: 0,
      avoidable: 0,
      unavoidable: 0,
      peakPerSecond: 0,
      peakInvalid: 0,
      changes: 0,
      buckets: 0,
      windows: new Map(),
    };
    this.scenes.set(scene, sums);
    return sums;
  }

  private sceneLines(name: string, sums: Sums): readonly string[] {
    const { windows } = sums;
    const head =
      `${name}: ${sums.calls} calls, ${(sums.virtualMs / 3_600_000).toFixed(1)} virtual hours, up to ${sums.buckets} buckets a run, ` +
      `${sums.changes} changes of hashes and limits; 429s: ${sums.avoidable} avoidable, ${sums.unavoidable} not; ` +
      `at most ${sums.peakPerSecond} requests in a second, ${sums.peakInvalid} invalid ones in ten minutes`;
    if (windows.size === 0) return ['', head];
    const total = [...windows.values()].reduce(plus, { ours: 0, possible: 0, prudent: 0 });
    const long = [...windows].filter(([window]) => isLong(window)).map(([, counts]) => counts);
    return [
      '',
      head,
      '  window                      taken   of what is possible   of what is possible without knowing more',
      ...[...windows].sort(([a], [b]) => secondsOf(b) - secondsOf(a)).map(([window, counts]) => windowLine(window, counts)),
      windowLine(`${GATE_WINDOW_S} s and longer`, long.reduce(plus, { ours: 0, possible: 0, prudent: 0 })),
      windowLine('all', total),
    ];
  }
}

/** What a run must not show, whatever the scene. */
function brokenOf(result: RestResult): readonly string[] {
  const broken = result.misdeeds.slice(0, 3);
  if (result.neverEnded > 0) broken.push(`${result.neverEnded} calls never ended`);
  if (result.disorders > 0)
    broken.push(`${result.disorders} writes overtook an earlier one of their bucket: ${result.disorderLines.join('; ')}`);
  if (result.latestRefusalMs > TIMER_MS) broken.push(`a call was refused ${result.latestRefusalMs} ms after its deadline`);
  return broken;
}

function addWindows(
  sums: Sums,
  ours: ReadonlyMap<string, Count>,
  possible: ReadonlyMap<string, Count>,
  prudent: ReadonlyMap<string, Count>,
): void {
  for (const name of new Set([...ours.keys(), ...possible.keys(), ...prudent.keys()])) {
    const window = sums.windows.get(name) ?? { ours: 0, possible: 0, prudent: 0 };
    sums.windows.set(name, window);
    window.ours += ours.get(name)?.accepted ?? 0;
    window.possible += possible.get(name)?.accepted ?? 0;
    window.prudent += prudent.get(name)?.accepted ?? 0;
  }
}

function plus(a: { ours: number; possible: number; prudent: number }, b: { ours: number; possible: number; prudent: number }): typeof a {
  return { ours: a.ours + b.ours, possible: a.possible + b.possible, prudent: a.prudent + b.prudent };
}

function windowLine(name: string, { ours, possible, prudent }: { ours: number; possible: number; prudent: number }): string {
  return `  ${name.padEnd(22)}${String(ours).padStart(11)}${percent(ours / possible).padStart(22)}${percent(ours / prudent).padStart(43)}`;
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(2)} %` : '–';
}

/** Of `5 per 15 s`: 15. */
function secondsOf(window: string): number {
  return Number(/per ([\d.]+) s/.exec(window)?.[1]);
}

function isLong(window: string): boolean {
  return secondsOf(window) >= GATE_WINDOW_S;
}

function add(counts: Map<string, number>, name: string, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}

function listOf(counts: ReadonlyMap<string, number>): string {
  const parts = [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`);
  return parts.length === 0 ? 'none' : parts.join(', ');
}
