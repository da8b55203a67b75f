import { spreadOf } from './figures.js';
import type { SimulationResult } from './SimulationResult.js';

const HOUR_MS = 3_600_000;

/** What many runs came to. */
export class SimulationReport {
  seeds = 0;
  readonly failed: SimulationResult[] = [];
  private virtualMs = 0;
  private turns = 0;
  private delivered = 0;
  private identifies = 0;
  private resumes = 0;
  private readonly faults = new Map<string, number>();
  private readonly recoveriesMs = new Map<string, number[]>();

  add(result: SimulationResult): void {
    this.seeds += 1;
    this.virtualMs += result.virtualMs;
    this.turns += result.turns;
    this.delivered += result.delivered;
    this.identifies += result.identifies;
    this.resumes += result.resumes;
    if (result.broken !== null) this.failed.push(result);
    for (const [fault, count] of result.faults) this.faults.set(fault, (this.faults.get(fault) ?? 0) + count);
    for (const [fault, recoveries] of result.recoveriesMs) {
      const all = this.recoveriesMs.get(fault) ?? [];
      all.push(...recoveries);
      this.recoveriesMs.set(fault, all);
    }
  }

  get virtualHours(): number {
    return this.virtualMs / HOUR_MS;
  }

  /** The summary, in lines. */
  lines(): readonly string[] {
    const faults = [...this.faults.values()].reduce((sum, count) => sum + count, 0);
    return [
      `${this.seeds} seeds, ${this.virtualHours.toFixed(0)} virtual hours, ${this.turns} turns, ${faults} faults, ${this.delivered} events delivered, ` +
        `${this.resumes} RESUMEs, ${this.identifies} IDENTIFYs, ${this.failed.length} failed`,
      '',
      'fault                 struck  recovered      p50 ms      p99 ms      max ms',
      ...[...this.faults].sort(([a], [b]) => (a < b ? -1 : 1)).map(([fault, count]) => this.faultLine(fault, count)),
    ];
  }

  private faultLine(fault: string, count: number): string {
    const { count: recovered, p50, p99, max } = spreadOf(this.recoveriesMs.get(fault) ?? []);
    const cells = [p50, p99, max].map((ms) => ms.toFixed(0).padStart(12)).join('');
    return `${fault.padEnd(20)}${String(count).padStart(8)}${String(recovered).padStart(11)}${cells}`;
  }
}

/** Says what broke in a run, with the command that replays it. */
export function describeFailure(result: SimulationResult, traceLines: readonly string[]): string {
  const { broken, seed } = result;
  if (broken === null) return `seed ${seed}: all invariants held`;
  return [
    `seed ${seed} broke ${broken.invariant} after ${(broken.atMs / 1_000).toFixed(3)} s: ${broken.what}`,
    ...traceLines.slice(-40).map((line) => `  ${line}`),
    `replay it: npm run sim -- --seed ${seed} --trace`,
  ].join('\n');
}
