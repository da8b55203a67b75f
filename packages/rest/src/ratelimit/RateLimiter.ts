import type { Machine } from '@aplomb/base';
import type { Bucket } from './Bucket.js';
import type { Lane } from './Lane.js';
import { LimitBook } from './LimitBook.js';
import { limitVerdict } from './limitVerdict.js';
import { windowReport } from './LimitWindow.js';
import { QueuedCall } from './QueuedCall.js';
import type { RateFacts, RateHeaders } from './RateFacts.js';
import type { InvalidRequestBand, RateLimiterAction, RateLimitWait } from './RateLimiterAction.js';
import type { AttemptOutcome, RateLimiterInput } from './RateLimiterInput.js';
import type { RateLimiterOptions, RateLimiterSnapshot } from './RateLimiterOptions.js';
import type { RateTicket } from './RateTicket.js';
import { SharedGates, type Limit } from './SharedGates.js';
import { Turns } from './Turns.js';
import { WaitingRoom } from './WaitingRoom.js';

/*
 * Theory of operation. A ticket is one call. It stands in the line of its *lane* (route, major parameter and kind). Lanes stand in *buckets*, one limit of
 * Discord's each: at first one of their route's own, then the one that an answer names. A bucket lets calls go in the order in which they asked, as its
 * window allows.
 *
 *     asked ─▶ lane ─▶ bucket ─▶ turns at the shared gates (host, global limit, calls under way, refusals) ─▶ grant
 *                ▲                                                                                             │
 *                └────────────────────────── 429: back to its place in the lane ◀────────────────── answered ──┘
 *
 * After anything that concerns a bucket it is *settled*: it waits for an instant, for an answer, or for its turn. Nothing waits for what may not come: there is
 * an instant, an answer or failure that the sender owes, or the instant at which the call gives up. It is refused then, or before that when it is certain.
 */

/** What is waited beyond what Discord says, which is rounded. */
const MARGIN_MS = 2;
const LONGEST_WAIT_MS = 86_400_000;
/** For limits that last less, nobody looks through the line for those who cannot wait. */
const LONG_LIMIT_MS = 1_000;
/** A process that slept refuses what has waited too long meanwhile, rather than send it late. */
const OVERSLEPT_MS = 50;

/**
 * Decides which call goes when, so that Discord need not say no.
 *
 * @see {@link https://docs.discord.com/developers/topics/rate-limits | Rate limits}
 */
export class RateLimiter implements Machine<RateLimiterInput, RateLimiterAction> {
  private readonly book = new LimitBook();
  private readonly gates: SharedGates;
  private readonly random: () => number;
  private readonly room: WaitingRoom;
  private readonly turns: Turns;
  private actions: RateLimiterAction[] = [];
  private asked = 0;
  private band: InvalidRequestBand = 'calm';
  private nowMs = 0;
  private underWay = 0;

  constructor({ globalRequestsPerSecond = 50, maxInFlight = 128, maxWaiting = 10_000, random }: RateLimiterOptions) {
    this.random = random;
    this.room = new WaitingRoom(maxWaiting);
    this.gates = new SharedGates({ globalRequestsPerSecond, maxInFlight, random });
    this.turns = new Turns({
      book: this.book,
      gates: this.gates,
      grant: (call) => this.grant(call),
      meetLimit: (bucket, call) => this.meetLimit(bucket, call),
    });
  }

  get deadlineMs(): number | null {
    const dueMs = Math.min(this.room.nextGiveUpMs, this.turns.nextMs(this.nowMs));
    return dueMs === Infinity ? null : dueMs;
  }

  /** The bucket that a call waits in or was sent from, `null` for a call that is over. */
  bucketOf(ticket: RateTicket): { readonly hash: string | null; readonly key: string } | null {
    return callOf(ticket)?.lane.bucket ?? null;
  }

  snapshot(): RateLimiterSnapshot {
    return {
      band: this.band,
      buckets: this.book.bucketCount,
      inFlight: this.underWay,
      invalidRequests: this.gates.invalid.count(this.nowMs),
      lanes: this.book.laneCount,
      routes: this.book.routeCount,
      waiting: this.room.count,
    };
  }

  handle(input: RateLimiterInput, nowMs: number): readonly RateLimiterAction[] {
    // A clock that stands still or steps back changes nothing.
    if (nowMs > this.nowMs) this.nowMs = nowMs;
    const actions: RateLimiterAction[] = (this.actions = []);
    this.refuseOverdue(this.nowMs - OVERSLEPT_MS);
    this.turns.wake(this.nowMs);
    this.apply(input);
    this.turns.pump(this.nowMs);
    this.refuseOverdue(this.nowMs);
    this.tellBand();
    this.book.sweep(this.nowMs);
    return actions;
  }

  private apply(input: RateLimiterInput): void {
    switch (input.type) {
      case 'asked':
        return this.ask(input.ticket);
      case 'sent':
        return this.send(input.ticket);
      case 'answered':
        return this.conclude(input.ticket, input.facts);
      case 'failed':
      case 'unsent':
        return this.conclude(input.ticket, input.type);
      case 'repeating':
        return this.repeat(input.ticket, input.outcome, input.waitMs);
      case 'postponed':
        return this.postpone(input.ticket, input.waitMs);
      case 'withdrawn':
        return this.withdraw(input.ticket);
      case 'invalidCounted':
        return this.gates.invalid.share(input.count, this.nowMs);
      case 'deadline':
        return;
    }
  }

  private ask(ticket: RateTicket): void {
    if (callOf(ticket) !== null) return;
    const call = new QueuedCall(ticket, this.book.laneOf(ticket, this.nowMs), this.asked++);
    ticket.queued = call;
    this.room.enter(call);
    this.turns.settle(call.lane.bucket, this.nowMs);
    this.turns.pump(this.nowMs);
    if (call.stage === 'waiting') this.receive(call);
  }

  /** A call that cannot go at once stays, unless it is certain that it would stay too long. */
  private receive(call: QueuedCall): void {
    const limit = this.limitOn(call, call.lane.bucket.earliestMs(call.lane, this.nowMs));
    if (this.room.isTooFullFor(call)) return this.refuse(call, { ...(limit ?? this.noLimit()), cause: 'line full' });
    if (call.giveUpAtMs <= this.nowMs || isHopeless(call, limit)) return this.refuse(call, limit ?? this.noLimit());
    this.room.keep(call);
    if (limit !== null) this.report(call, limit, false);
  }

  /** The limit that a call waits for now, the longer of its bucket's and everybody's; `null` when it waits for its turn only. */
  private limitOn({ lane, ticket }: QueuedCall, untilMs: number): Limit | null {
    const shared = this.gates.limitOn(ticket.isInteraction, this.nowMs);
    if (untilMs <= Math.max(this.nowMs, shared?.untilMs ?? 0)) return shared;
    const scope = lane.heldUntilMs === untilMs ? lane.heldBy : 'user';
    // Who waits behind a call that is repeated waits for its turn, and not for a limit.
    return scope === null ? shared : { cause: 'wait too long', scope, untilMs };
  }

  private noLimit(): Limit {
    return { cause: 'wait too long', scope: 'user', untilMs: this.nowMs };
  }

  private grant(call: QueuedCall): void {
    this.room.leave(call);
    this.underWay += 1;
    call.go(this.nowMs);
    this.gates.granted(call, this.nowMs);
    this.actions.push({ type: 'grant', ticket: call.ticket });
  }

  /** What is known of when Discord counts it begins here, not at the grant: a connection may have had to be opened. */
  private send(ticket: RateTicket): void {
    const call = callOf(ticket);
    if (call?.stage !== 'underWay') return;
    call.sentAtMs = this.nowMs;
    this.gates.sent(call, this.nowMs);
  }

  private meetLimit(bucket: Bucket, call: QueuedCall): void {
    if (call.isKept && !call.isReported) this.report(call, { ...this.noLimit(), untilMs: bucket.wakeAtMs }, false);
    const untilMs = bucket.limitedUntilMs(call.lane, this.nowMs);
    if (untilMs <= bucket.searchedToMs || untilMs - this.nowMs < LONG_LIMIT_MS) return;
    bucket.searchedToMs = untilMs;
    this.refuseHopeless(callsIn(bucket.lanes), { ...this.noLimit(), untilMs });
  }

  /** A granted call is under way no longer. `null` for a ticket that is not: nothing happens then. */
  private returned(ticket: RateTicket): QueuedCall | null {
    const call = callOf(ticket);
    if (call?.stage !== 'underWay') return null;
    call.comeBack();
    this.underWay -= 1;
    return call;
  }

  private conclude(ticket: RateTicket, outcome: AttemptOutcome): void {
    const call = this.returned(ticket);
    if (call === null) return;
    this.hear(call, outcome);
    if (typeof outcome !== 'string' && outcome.status === 429) this.sendBack(call, outcome);
    else this.end(call);
  }

  /** What an attempt tells of limits; the limits of a 429 come on top. */
  private hear(call: QueuedCall, outcome: AttemptOutcome): void {
    if (outcome === 'unsent') return this.gates.giveBack(call, this.nowMs);
    if (outcome === 'failed') {
      this.gates.lost(call, this.nowMs);
      for (const counter of call.lane.counters) counter.bucket.countLost(counter, call.sentAtMs);
      return;
    }
    this.gates.answered(call, outcome, this.nowMs);
    if (outcome.status === 429) return;
    if (outcome.isFromDiscord) call.lane.limitsInARow = 0;
    this.learn(call, outcome.headers);
  }

  /** It goes again from the place that it had, and nothing of its lane overtakes it meanwhile. */
  private repeat(ticket: RateTicket, outcome: AttemptOutcome, waitMs: number): void {
    const call = this.returned(ticket);
    if (call === null) return;
    this.hear(call, outcome);
    if (waitMs > 0) call.lane.hold(this.nowMs + Math.min(waitMs, LONGEST_WAIT_MS), null);
    call.renew();
    this.room.enter(call);
    this.room.keep(call);
    this.settleAround(call.lane);
  }

  private learn(call: QueuedCall, headers: RateHeaders | null): void {
    const { lane, sentAtMs, ticket } = call;
    if (headers === null) {
      for (const counter of lane.counters) counter.bucket.countSilent(counter, this.nowMs);
      return;
    }
    if (headers.bucket !== null) this.place(call, headers.bucket);
    const counter = lane.counterBy(headers.bucket);
    counter?.bucket.learn(counter, windowReport(headers, sentAtMs, this.nowMs), !ticket.isRead, this.nowMs);
  }

  private place({ lane, sentAtMs }: QueuedCall, hash: string): void {
    const before = lane.counters;
    this.book.place(lane, hash, sentAtMs, this.nowMs);
    if (lane.bucket === before[0]?.bucket) return;
    for (const { bucket } of before) this.turns.settle(bucket, this.nowMs);
  }

  /** A 429: the call goes again, from the place that it had. */
  private sendBack(call: QueuedCall, facts: RateFacts): void {
    const limit = facts.isFromDiscord ? this.hold(call, facts) : this.holdHost();
    this.room.enter(call);
    this.report(call, limit, true);
    if (isHopeless(call, limit)) return this.refuse(call, limit, true);
    this.room.keep(call);
    this.settleAround(call.lane);
  }

  /** Holds back whom a 429 of Discord concerns. */
  private hold(call: QueuedCall, facts: RateFacts): Limit {
    const { headers, scope } = facts;
    const inARow = scope === 'global' ? this.gates.countHold(call, this.nowMs) : (call.lane.limitsInARow += 1);
    const { concerns, waitMs } = limitVerdict(facts, inARow, this.random);
    const limit: Limit = { cause: 'wait too long', scope: scope ?? 'user', untilMs: this.nowMs + waitMs + MARGIN_MS };
    if (concerns === 'all') this.holdAll(call, limit);
    else if (concerns === 'lane') this.holdLane(call, scope === 'shared' ? null : headers, limit);
    else this.holdBucket(call, headers, waitMs, limit);
    return limit;
  }

  /** @param headers what is said of the bucket; nothing where the limit is shared with others */
  private holdLane(call: QueuedCall, headers: RateHeaders | null, limit: Limit): void {
    call.lane.hold(limit.untilMs, limit.scope);
    if (headers !== null) this.learn(call, headers);
    this.refuseHopeless(call.lane.line, limit);
  }

  private holdBucket(call: QueuedCall, headers: RateHeaders | null, waitMs: number, limit: Limit): void {
    const { lane, sentAtMs } = call;
    if (headers === null) this.learn(call, null);
    else if (headers.bucket !== null) this.place(call, headers.bucket);
    const { bucket, counter } = lane;
    if (headers === null) bucket.hold(limit.untilMs, this.nowMs);
    else bucket.exhaust(counter, windowReport({ ...headers, remaining: 0, resetAfterMs: waitMs }, sentAtMs, this.nowMs), this.nowMs);
    this.refuseHopeless(callsIn(bucket.lanes), limit);
  }

  private holdAll(call: QueuedCall, limit: Limit): void {
    this.gates.hold(limit.untilMs, this.nowMs);
    // An interaction's call should not be counted. Where it is all the same, it waits like the others.
    if (call.ticket.isInteraction) call.lane.hold(limit.untilMs, 'global');
    this.learn(call, null);
    this.refuseHopeless(this.room, limit, (one) => !one.ticket.isInteraction);
  }

  /** Somebody before Discord refuses everybody. */
  private holdHost(): Limit {
    const limit = this.gates.limitOn(true, this.nowMs) ?? this.noLimit();
    this.refuseHopeless(this.room, limit);
    return limit;
  }

  private postpone(ticket: RateTicket, waitMs: number): void {
    const call = this.returned(ticket);
    if (call === null) return;
    this.gates.giveBack(call, this.nowMs);
    const limit: Limit = { ...this.noLimit(), untilMs: this.nowMs + (waitMs > 1 ? Math.min(waitMs, LONGEST_WAIT_MS) : 1) };
    call.lane.hold(limit.untilMs, 'user');
    this.room.enter(call);
    if (isHopeless(call, limit)) return this.refuse(call, limit);
    this.room.keep(call);
    if (!call.isReported) this.report(call, limit, false);
    this.settleAround(call.lane);
  }

  private withdraw(ticket: RateTicket): void {
    const call = callOf(ticket);
    if (call?.stage !== 'waiting') return this.conclude(ticket, 'failed');
    this.room.leave(call);
    this.end(call);
  }

  private end(call: QueuedCall): void {
    const { lane, ticket } = call;
    call.stage = 'over';
    ticket.queued = null;
    if (lane.isIdle) this.book.rest(lane, this.nowMs);
    this.settleAround(lane);
  }

  /** Finds out who may go where something of a lane was counted. */
  private settleAround(lane: Lane): void {
    for (const { bucket } of lane.counters) this.turns.settle(bucket, this.nowMs);
  }

  private refuseOverdue(untilMs: number): void {
    let call = this.room.takeOverdue(untilMs);
    if (call === undefined) return;
    for (; call !== undefined; call = this.room.takeOverdue(untilMs)) {
      const heldUntilMs = Math.max(call.lane.heldUntilMs, call.lane.bucket.limitedUntilMs(call.lane, this.nowMs));
      this.refuse(call, this.limitOn(call, heldUntilMs) ?? this.noLimit());
    }
    this.turns.pump(this.nowMs);
  }

  private refuseHopeless(calls: Iterable<QueuedCall>, limit: Limit, isConcerned: (call: QueuedCall) => boolean = () => true): void {
    if (limit.untilMs <= this.room.nextGiveUpMs) return;
    const hopeless: QueuedCall[] = [];
    for (const call of calls) if (call.isKept && isHopeless(call, limit) && isConcerned(call)) hopeless.push(call);
    for (const call of hopeless) this.refuse(call, limit);
  }

  private refuse(call: QueuedCall, limit: Limit, isAnswer = false): void {
    this.room.leave(call);
    this.actions.push({ type: 'refuse', ticket: call.ticket, cause: limit.cause, wait: this.waitFor(call, limit, isAnswer) });
    this.end(call);
  }

  private report(call: QueuedCall, limit: Limit, isAnswer: boolean): void {
    call.isReported = true;
    this.actions.push({ type: 'limited', ticket: call.ticket, wait: this.waitFor(call, limit, isAnswer) });
  }

  private waitFor({ lane }: QueuedCall, { scope, untilMs }: Limit, isAnswer: boolean): RateLimitWait {
    const bucket = scope === 'user' || scope === 'shared' ? lane.bucket.hash : null;
    return { bucket, isAnswer, scope, waitMs: Math.max(0, untilMs - this.nowMs) };
  }

  private tellBand(): void {
    const { invalid } = this.gates;
    const band = invalid.band(this.nowMs);
    if (band === this.band) return;
    this.band = band;
    this.actions.push({ type: 'band', band, count: invalid.count(this.nowMs) });
  }
}

/** A copy of a ticket is no ticket. */
function callOf(ticket: RateTicket): QueuedCall | null {
  const { queued } = ticket;
  return queued?.ticket === ticket ? queued : null;
}

function isHopeless(call: QueuedCall, limit: Limit | null): boolean {
  return limit !== null && limit.untilMs > call.giveUpAtMs;
}

function* callsIn(lanes: readonly Lane[]): IterableIterator<QueuedCall> {
  for (const lane of lanes) yield* lane.line;
}
