import { Latency } from './Latency.js';

/** Discord's interval is around 41 s. Anything outside this range is a mistake somewhere and would mean a busy loop or a silent link. */
const SHORTEST_INTERVAL_MS = 1_000;
const LONGEST_INTERVAL_MS = 120_000;

/** Requests for a heartbeat (op 1) that are answered within {@link REQUEST_WINDOW_MS}: more would eat the reserve that regular beats need. */
const REQUESTS_ANSWERED = 5;
const REQUEST_WINDOW_MS = 10_000;

/** A usable interval made of what HELLO said, or `null` when it said nothing usable. */
export function readIntervalMs(value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) return null;
  return Math.min(Math.max(value, SHORTEST_INTERVAL_MS), LONGEST_INTERVAL_MS);
}

/**
 * The heart of one connection: when to beat, and what came back.
 *
 * The first beat comes at a random point of the first interval, so that a fleet that connected together does not beat together; each later one
 * an interval after the one before was *sent*, so that a late timer never causes a burst.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#sending-heartbeats | Sending heartbeats}
 */
export class Heartbeat {
  readonly intervalMs: number;
  readonly latency = new Latency();
  /** When the next regular beat is due. */
  nextMs: number;
  /** When the last beat of any kind was sent. */
  sentMs: number | null = null;
  /** When an acknowledgement last came. */
  ackedMs: number | null = null;

  /** When the last acknowledged beat was sent: what was written before it has arrived. */
  confirmedMs = -Infinity;

  /** The regular beat that waits for its acknowledgement. */
  private unansweredMs: number | null = null;
  /** Beats without an acknowledgement since the last regular one, oldest first: ACKs carry no number, they answer in order. */
  private outstandingMs: number[] = [];
  private answeredRequestsMs: number[] = [];

  constructor(intervalMs: number, nowMs: number, random: () => number) {
    this.intervalMs = intervalMs;
    this.nextMs = nowMs + intervalMs * random();
  }

  /** Whether every beat so far was acknowledged. */
  get isAcknowledged(): boolean {
    return this.unansweredMs === null;
  }

  /** A zombie: the last regular beat was not acknowledged and nothing at all came since. */
  isZombie(lastFrameMs: number): boolean {
    return this.unansweredMs !== null && lastFrameMs <= this.unansweredMs;
  }

  /** Notes that the regular beat goes out now. */
  beat(nowMs: number): void {
    this.unansweredMs = nowMs;
    this.outstandingMs = [nowMs];
    this.sentMs = nowMs;
    this.nextMs = nowMs + this.intervalMs;
  }

  /** Notes a beat out of turn: asked for by Discord or the user, or to probe a silent link. Says nothing about zombies. */
  beatEarly(nowMs: number): void {
    this.outstandingMs.push(nowMs);
    this.sentMs = nowMs;
  }

  /** Whether a request for a heartbeat is to be answered now. */
  answersRequest(nowMs: number): boolean {
    this.answeredRequestsMs = this.answeredRequestsMs.filter((atMs) => atMs > nowMs - REQUEST_WINDOW_MS);
    if (this.answeredRequestsMs.length >= REQUESTS_ANSWERED) return false;
    this.answeredRequestsMs.push(nowMs);
    return true;
  }

  acknowledge(nowMs: number): void {
    const sentMs = this.outstandingMs.shift();
    if (sentMs !== undefined) {
      this.latency.add(nowMs - sentMs);
      this.confirmedMs = sentMs;
    }
    this.unansweredMs = null;
    this.ackedMs = nowMs;
  }

  /** Forgets a missing acknowledgement: this process slept, and what came meanwhile has not been read yet. */
  excuse(): void {
    this.unansweredMs = null;
  }
}
