import { doublingMs } from '@aplomb/base';
import type { QueuedCall } from './QueuedCall.js';

/**
 * How long the others wait for the answer to the first request of all, so that a wrong token or a banned host costs one request, not fifty: until it is written
 * (undici loads, a connection opens), and then as long as an answer takes. The answer lets them go at once.
 */
const WRITING_MS = 1_500;
const ANSWER_MS = 500;
const CLOSING = { firstMs: 1_000, maxMs: 60_000 };

type HostState =
  | { readonly type: 'unproven'; readonly untilMs: number | null }
  | { readonly type: 'open' }
  | { readonly type: 'closed'; readonly untilMs: number }
  | { readonly type: 'probing'; readonly probe: QueuedCall };

const OPEN: HostState = { type: 'open' };

/**
 * Whether this host may talk to Discord at all. Somebody before Discord (Cloudflare) who refuses one call refuses all of them, and every further one prolongs
 * it: so all of them wait, then one goes ahead, and the others follow when Discord itself has answered it.
 *
 * @see {@link https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans | Cloudflare bans}
 */
export class HostGate {
  private state: HostState = { type: 'unproven', untilMs: null };
  private closedAtMs = -Infinity;
  private pagesInARow = 0;
  private readonly random: () => number;

  constructor(random: () => number) {
    this.random = random;
  }

  /** Whether somebody before Discord refuses. */
  get isClosed(): boolean {
    return this.state.type === 'closed' || this.state.type === 'probing';
  }

  /** When the next call may go: `nowMs` or earlier for at once, `Infinity` while only an answer can tell. */
  nextMs(isInteraction: boolean, nowMs: number): number {
    switch (this.state.type) {
      case 'unproven':
        return isInteraction ? nowMs : (this.state.untilMs ?? nowMs);
      case 'open':
        return nowMs;
      case 'closed':
        return this.state.untilMs;
      case 'probing':
        return Infinity;
    }
  }

  granted(call: QueuedCall, nowMs: number): void {
    if (this.state.type === 'closed') this.state = { type: 'probing', probe: call };
    if (this.state.type !== 'unproven') return;
    if (this.state.untilMs === null) this.state = { type: 'unproven', untilMs: nowMs + WRITING_MS };
    else if (nowMs >= this.state.untilMs) this.state = OPEN;
  }

  /** A request is written to a connection. */
  sent(nowMs: number): void {
    if (this.state.type === 'unproven' && this.state.untilMs !== null)
      this.state = { type: 'unproven', untilMs: Math.min(this.state.untilMs, nowMs + ANSWER_MS) };
  }

  /** Discord itself answered. What was sent before the gate closed proves nothing. */
  answered(call: QueuedCall): void {
    if (this.isClosed && call.sentAtMs <= this.closedAtMs) return;
    this.state = OPEN;
    this.pagesInARow = 0;
  }

  /** No answer came, or the call was not sent after all: another may try. */
  lost(call: QueuedCall, nowMs: number): void {
    if (this.state.type === 'probing' && this.state.probe === call) this.state = { type: 'closed', untilMs: nowMs };
    else if (this.state.type === 'unproven') this.state = { type: 'unproven', untilMs: null };
  }

  /**
   * Somebody before Discord answered. A 429 closes the gate at once. A 401 or 403 may be about the content of that one call, so in the midst of good answers
   * it takes two in a row.
   */
  refused(call: QueuedCall, status: number, retryAfterMs: number | null, nowMs: number): void {
    const isNew = !this.isClosed || call.sentAtMs > this.closedAtMs;
    if (isNew) this.pagesInARow += 1;
    if (status !== 429 && this.state.type === 'open' && this.pagesInARow === 1) return;
    const untilMs = nowMs + Math.max(retryAfterMs ?? 0, this.guessMs());
    this.state = { type: 'closed', untilMs: this.state.type === 'closed' ? Math.max(this.state.untilMs, untilMs) : untilMs };
    if (isNew) this.closedAtMs = nowMs;
  }

  private guessMs(): number {
    return doublingMs(CLOSING, this.pagesInARow) * (1 + this.random() / 10);
  }
}
