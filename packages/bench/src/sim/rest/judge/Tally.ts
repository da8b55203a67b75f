import type { Attempt } from '../Attempt.js';
import { nameOfLimit } from '../truth/routes.js';
import type { Blame, Judgement } from './Oracle.js';

/** What the server took of one kind of window, and what it refused. */
export interface Count {
  accepted: number;
  refused: number;
}

const MOST_HISTORIES = 10;

/** Counts what came of a run. */
export class Tally {
  avoidable = 0;
  unavoidable = 0;
  readonly blames = new Map<Blame, number>();
  /** By the kind of window: `5 per 5 s`. */
  readonly byWindow = new Map<string, Count>();
  /** What led to the first avoidable 429s. */
  readonly histories: string[] = [];

  arrived(attempt: Attempt, judgement: Judgement | null): void {
    const { verdict } = attempt;
    if (verdict?.type === 'accepted') this.countOf(verdict.counted.window).accepted += 1;
    if (verdict?.type === 'full') this.countOf(verdict.window).refused += 1;
    if (judgement === null) return;
    this.blames.set(judgement.blame, (this.blames.get(judgement.blame) ?? 0) + 1);
    if (!judgement.isAvoidable) {
      this.unavoidable += 1;
      return;
    }
    this.avoidable += 1;
    if (this.histories.length < MOST_HISTORIES) this.histories.push(historyOf(attempt, judgement.blame));
  }

  private countOf(window: { readonly limit: number; readonly perMs: number }): Count {
    const name = nameOfLimit(window);
    const known = this.byWindow.get(name);
    if (known !== undefined) return known;
    const count = { accepted: 0, refused: 0 };
    this.byWindow.set(name, count);
    return count;
  }
}

/** A 429 with everything that its window had counted: enough to see what went wrong. */
function historyOf(attempt: Attempt, blame: Blame): string {
  const { verdict } = attempt;
  const lines = [`${blame}: ${lineOf(attempt)}`];
  if (verdict?.type === 'full') {
    const { bucket, window } = verdict;
    lines.push(`  bucket ${bucket.key}, ${nameOfLimit(window)}, resets at ${window.resetMs.toFixed(3)}`);
    for (const other of window.counted) lines.push(`  counted ${lineOf(other)}`);
    for (const other of window.refused) if (other !== attempt) lines.push(`  refused ${lineOf(other)}`);
  }
  if (verdict?.type === 'episode') {
    lines.push(`  ${verdict.episode.kind} until ${verdict.episode.untilMs.toFixed(3)}`);
    for (const other of verdict.episode.refused.slice(-4)) if (other !== attempt) lines.push(`  refused ${lineOf(other)}`);
  }
  return lines.join('\n');
}

function lineOf(attempt: Attempt): string {
  const { call } = attempt;
  const known = attempt.knownOrder < Infinity ? `heard #${attempt.knownOrder}${attempt.isReadable ? '' : ' without sense'}` : 'not heard';
  const said = attempt.saidToWaitMs === null ? '' : `, said to wait ${attempt.saidToWaitMs} ms`;
  const gaveUp = attempt.gaveUpMs < Infinity ? `, given up at ${attempt.gaveUpMs.toFixed(3)}` : '';
  return (
    `call ${call.number} ${call.routeKey}${call.subKey === '' ? '' : ` (${call.subKey})`} ${call.majorKey}: ` +
    `sent #${attempt.sentOrder} at ${attempt.sentMs.toFixed(3)}, ` +
    `arrived ${attempt.arrivedMs.toFixed(3)}, ${known}${said}${gaveUp}`
  );
}
