import { Counter } from './Counter.js';
import type { Due } from './DueHeap.js';
import type { HashTraits } from './HashTraits.js';
import type { Lane, LimitedRoute } from './Lane.js';
import type { WindowReport } from './LimitWindow.js';
import type { QueuedCall } from './QueuedCall.js';

/**
 * One limit of Discord's: a hash with a major parameter, or a route with one while its hash is unknown. It holds one lane, or those of all routes that share
 * it. It comes due when something in it may go that cannot now.
 */
export class Bucket implements Due {
  readonly key: string;
  readonly hash: string | null;
  readonly majorKey: string;
  readonly traits: HashTraits;
  readonly lanes: Lane[] = [];
  dueMs = Infinity;
  place = -1;
  /** Nothing goes before this instant: Discord said no, and nothing of the window. */
  heldUntilMs = 0;
  /** Whether it stands among those that wait for what all calls share. */
  isReady = false;
  /** The same, for a call of an interaction. */
  isUrgent = false;
  /** When {@link Bucket.next} may have another answer, if nothing else happens before. */
  wakeAtMs = Infinity;
  /** Who would be next, but for a limit that ends at a known instant. */
  limitedCall: QueuedCall | null = null;
  /** Up to which limit it was looked for calls that cannot wait so long. */
  searchedToMs = 0;
  /** How many moves of routes were looked at for lanes that belong here. */
  changesSeen = 0;
  /** What its routes know. Those of lanes that have left stay while their windows run. */
  private readonly counters: Counter[] = [];

  constructor(key: string, hash: string | null, majorKey: string, traits: HashTraits) {
    this.key = key;
    this.hash = hash;
    this.majorKey = majorKey;
    this.traits = traits;
  }

  get isEmpty(): boolean {
    return this.counters.length === 0;
  }

  /**
   * Who may go now: whoever asked first, if its lane is not held, nothing is under way that it must not overtake, and the window has room. A GET goes beside
   * other GETs; a write goes alone, since only then do two writes arrive in order. Who cannot go lets nobody pass who is counted with it.
   */
  next(nowMs: number): QueuedCall | null {
    this.wakeAtMs = Infinity;
    this.limitedCall = null;
    const blocked: Lane[] = [];
    for (const lane of this.lanesInTurn(nowMs)) {
      const call = lane.line.first;
      if (call === null || this.isBehind(lane, blocked)) continue;
      const freeAtMs = this.freeAtMs(lane, call.ticket.isRead, nowMs);
      if (freeAtMs <= nowMs) return call;
      blocked.push(lane);
      if (freeAtMs === Infinity) continue;
      this.wakeAtMs = Math.min(this.wakeAtMs, freeAtMs);
      this.limitedCall ??= call;
    }
    return null;
  }

  /** The earliest instant at which the last call in the line of `lane` can go, if all others go as fast as they can. */
  earliestMs(lane: Lane, nowMs: number): number {
    let ahead = -1;
    for (const one of this.lanes) if (one.heldUntilMs <= nowMs && this.areTogether(one.route, lane.route)) ahead += one.line.length;
    return Math.max(this.heldUntilMs, lane.heldUntilMs, lane.counter.window.earliestMs(Math.max(0, ahead), nowMs));
  }

  /** When its limit lets go of whoever is first in the line of `lane`, at the earliest; a past instant when it holds nobody. */
  limitedUntilMs(lane: Lane, nowMs: number): number {
    return Math.max(this.heldUntilMs, lane.counter.window.earliestMs(0, nowMs));
  }

  /** Discord said no, and nothing of the window. What was known of one that runs holds all the same. */
  hold(untilMs: number, nowMs: number): void {
    for (const { window } of this.counters) if (window.isQuiet(nowMs)) window.forget();
    this.heldUntilMs = Math.max(this.heldUntilMs, untilMs);
  }

  /** What `route` knows here. One that is new knows what those know that it is counted with. */
  counterOf(route: LimitedRoute, nowMs: number): Counter {
    const known = this.counters.find((counter) => counter.route === route);
    if (known !== undefined) return known;
    const counter = new Counter(this, route);
    const peers = this.counters.filter((other) => this.areTogether(other.route, route));
    counter.window.copy(
      peers.map(({ window }) => window),
      nowMs,
    );
    this.counters.push(counter);
    return counter;
  }

  dropCounter(counter: Counter): void {
    const index = this.counters.indexOf(counter);
    if (index !== -1) this.counters.splice(index, 1);
  }

  /** Takes over what an answer to `route` says, for all routes that are counted with it. */
  learn(counter: Counter, report: WindowReport, isAlone: boolean, nowMs: number): void {
    if (this.counters.length > 1) this.compare(counter, report, nowMs);
    counter.learn(report, isAlone, nowMs);
    for (const other of this.counters) if (this.isBeside(other, counter)) other.window.hear(report, nowMs);
  }

  countSilent(counter: Counter, nowMs: number): void {
    counter.countSilent(nowMs);
    for (const other of this.counters) if (this.isBeside(other, counter)) other.window.countSilent(nowMs);
  }

  countLost(counter: Counter, sentAtMs: number): void {
    counter.countLost(sentAtMs);
    for (const other of this.counters) if (this.isBeside(other, counter)) other.window.countLost(sentAtMs);
  }

  /** Discord said no where there should have been room: perhaps somebody is counted with it who was taken to be apart. */
  exhaust(counter: Counter, report: WindowReport, nowMs: number): void {
    this.traits.rejoin();
    counter.window.exhaust(report, nowMs);
    for (const other of this.counters) if (other !== counter) other.window.hear(report, nowMs);
  }

  private areTogether(one: LimitedRoute, other: LimitedRoute): boolean {
    return !this.traits.areApart(one, other);
  }

  /** Whether one of `blocked`, who asked before, is counted together with `lane`. */
  private isBehind(lane: Lane, blocked: readonly Lane[]): boolean {
    return blocked.length > 0 && blocked.some((other) => this.areTogether(other.route, lane.route));
  }

  private isBeside(other: Counter, counter: Counter): boolean {
    return other !== counter && this.areTogether(other.route, counter.route);
  }

  /** Finds out whose answers cannot come from the count that this answer comes from. */
  private compare(counter: Counter, report: WindowReport, nowMs: number): void {
    for (const other of this.counters) {
      if (!this.isBeside(other, counter) || !other.contradicts(report, nowMs)) continue;
      this.traits.separate(other.route, counter.route);
      other.recall(nowMs);
      counter.recall(nowMs);
    }
  }

  /** The lanes in which somebody waits, by who asked first. */
  private lanesInTurn(nowMs: number): readonly Lane[] {
    const [only] = this.lanes;
    if (this.lanes.length === 1 && only !== undefined && only.heldUntilMs <= nowMs) return this.lanes;
    const waiting: Lane[] = [];
    for (const lane of this.lanes) {
      if (lane.line.first === null) continue;
      if (lane.heldUntilMs > nowMs) this.wakeAtMs = Math.min(this.wakeAtMs, lane.heldUntilMs);
      else waiting.push(lane);
    }
    return waiting.length < 2 ? waiting : waiting.sort((one, other) => one.line.firstOrder - other.line.firstOrder);
  }

  private freeAtMs(lane: Lane, isRead: boolean, nowMs: number): number {
    const calls = this.callsUnderWay(lane.counter);
    if ((isRead ? this.writesUnderWay(lane.counter) : calls) > 0) return Infinity;
    let freeAtMs = Math.max(this.heldUntilMs, lane.counter.window.freeAtMs(calls, nowMs));
    for (const haunt of lane.haunts) if (!haunt.window.isQuiet(nowMs)) freeAtMs = Math.max(freeAtMs, haunt.bucket.roomAtMs(haunt, nowMs));
    return freeAtMs;
  }

  /** When the window of `counter` has room, whoever is next here. */
  private roomAtMs(counter: Counter, nowMs: number): number {
    return counter.window.freeAtMs(this.callsUnderWay(counter), nowMs);
  }

  private callsUnderWay(counter: Counter): number {
    let calls = counter.callsUnderWay;
    for (const other of this.counters) if (this.isBeside(other, counter)) calls += other.callsUnderWay;
    return calls;
  }

  private writesUnderWay(counter: Counter): number {
    let writes = counter.writesUnderWay;
    for (const other of this.counters) if (this.isBeside(other, counter)) writes += other.writesUnderWay;
    return writes;
  }
}
