import type { Due } from './DueHeap.js';
import type { GlobalPlace } from './GlobalWindow.js';
import type { Lane } from './Lane.js';
import type { RateTicket } from './RateTicket.js';

/** One call from when it asks until it ends: in line, or under way. It comes due when it has waited too long. */
export class QueuedCall implements Due {
  readonly ticket: RateTicket;
  readonly lane: Lane;
  /** Its place among all calls, by when they asked. A call that Discord sends back keeps it. */
  readonly order: number;
  giveUpAtMs: number;
  dueMs = Infinity;
  place = -1;
  /** Its neighbours in the line of its lane. */
  previous: QueuedCall | null = null;
  next: QueuedCall | null = null;
  stage: 'over' | 'underWay' | 'waiting' = 'waiting';
  /** When it was written to a connection, or, until that is known, when it was granted. */
  sentAtMs = 0;
  /** Its place in the global limit, while it is under way and counted there. */
  globalPlace: GlobalPlace | null = null;
  /** Whether anybody was told that it waits for a limit. */
  isReported = false;
  /** Whether it went while the host was near a ban, so that a good answer lets the next one go. */
  isPaced = false;

  constructor(ticket: RateTicket, lane: Lane, order: number) {
    this.ticket = ticket;
    this.lane = lane;
    this.order = order;
    this.giveUpAtMs = giveUpOf(ticket);
  }

  /** It begins to wait anew, for as long as its ticket says now. */
  renew(): void {
    this.giveUpAtMs = giveUpOf(this.ticket);
  }

  /** Whether it stays in line, to be refused when it gives up. */
  get isKept(): boolean {
    return this.place !== -1;
  }

  go(nowMs: number): void {
    this.stage = 'underWay';
    this.sentAtMs = nowMs;
    this.lane.count(this.ticket.isRead, 1);
  }

  comeBack(): void {
    this.stage = 'over';
    this.lane.count(this.ticket.isRead, -1);
  }
}

/** What is no instant is past: such a call goes at once or not at all. */
function giveUpOf({ giveUpAtMs }: RateTicket): number {
  return Number.isNaN(giveUpAtMs) ? -Infinity : giveUpAtMs;
}
