/** A heartbeat may be so late, in intervals, until the connection is given up. */
const LATEST_INTERVALS = 1.5;

/** The server's side of heartbeats: until when the next must come, and when each is acknowledged. */
export class HeartbeatWatch {
  /** Heartbeats are read and never acknowledged. */
  swallows = false;
  /** Heartbeats are acknowledged so late. */
  ackDelayMs = 0;
  private readonly patienceMs: number;
  private readonly acksDueMs: number[] = [];
  private beatDueMs = Infinity;

  constructor(intervalMs: number) {
    this.patienceMs = intervalMs * LATEST_INTERVALS;
  }

  /** When something is to be done: an ACK sent, or the connection given up. */
  get deadlineMs(): number {
    return Math.min(this.beatDueMs, this.acksDueMs[0] ?? Infinity);
  }

  /** Counts the patience anew. */
  restart(nowMs: number): void {
    this.beatDueMs = nowMs + this.patienceMs;
  }

  /** A heartbeat came. Returns whether to acknowledge it now. */
  beat(nowMs: number): boolean {
    this.restart(nowMs);
    if (this.swallows) return false;
    if (this.ackDelayMs === 0) return true;
    this.acksDueMs.push(nowMs + this.ackDelayMs);
    return false;
  }

  /** How many ACKs have come due; they are counted as sent. */
  takeDueAcks(nowMs: number): number {
    const waiting = this.acksDueMs.findIndex((dueMs) => dueMs > nowMs);
    return this.acksDueMs.splice(0, waiting === -1 ? this.acksDueMs.length : waiting).length;
  }

  /** Whether the client has been silent for too long. */
  isOverdue(nowMs: number): boolean {
    return this.beatDueMs <= nowMs;
  }
}
