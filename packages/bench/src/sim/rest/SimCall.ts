import type { RateTicket } from '@aplomb/rest/ratelimit';
import type { Lane } from './judge/Lane.js';
import type { RouteSpec } from './truth/routes.js';

/** How a call ended. */
export type CallEnd = 'answered' | 'failed' | 'refused' | 'withdrawn';

/** What a call is made of. */
export interface SimCallParts {
  readonly route: RouteSpec;
  readonly lane: Lane;
  readonly major: string;
  /** Which of the route's groups counts it. */
  readonly trueKind: number;
  /** Whether the route's hidden limit counts it. */
  readonly isHidden: boolean;
  readonly askedMs: number;
  /** Where it stands in the order of what the client did and heard. */
  readonly askedOrder: number;
  readonly giveUpAtMs: number;
  /** Calls are numbered in the order in which they were asked for. */
  readonly number: number;
}

/** One call of a user: what the limiter sees of it (its ticket), and what only the server knows. */
export class SimCall implements RateTicket {
  readonly route: RouteSpec;
  readonly major: string;
  readonly trueKind: number;
  readonly isHidden: boolean;
  readonly number: number;
  readonly askedMs: number;
  readonly askedOrder: number;
  readonly giveUpAtMs: number;
  readonly isInteraction: boolean;
  readonly isRead: boolean;
  readonly majorKey: string;
  readonly routeKey: string;
  readonly subKey: string;
  readonly lane: Lane;
  /** How often it was sent. */
  sent = 0;
  /** When it was last answered or lost. */
  backMs = -Infinity;
  end: CallEnd | null = null;
  private readonly whenEnded: (call: SimCall) => void;

  constructor(parts: SimCallParts, whenEnded: (call: SimCall) => void) {
    const { lane } = parts;
    this.route = parts.route;
    this.lane = lane;
    this.major = parts.major;
    this.trueKind = parts.trueKind;
    this.isHidden = parts.isHidden;
    this.number = parts.number;
    this.askedMs = parts.askedMs;
    this.askedOrder = parts.askedOrder;
    this.giveUpAtMs = parts.giveUpAtMs;
    this.isInteraction = lane.isInteraction;
    this.isRead = parts.route.isRead;
    this.majorKey = lane.majorKey;
    this.routeKey = lane.routeKey;
    this.subKey = lane.subKey;
    this.whenEnded = whenEnded;
  }

  /** Tells the user how it ended. A call ends once. */
  finish(end: CallEnd): void {
    if (this.end !== null) return;
    this.end = end;
    this.whenEnded(this);
  }
}
