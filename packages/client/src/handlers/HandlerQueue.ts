import type { Machine } from '@aplomb/base';
import { approximateBytes } from './approximateBytes.js';
import { eventClassOf } from './eventClass.js';
import type { HandlerLimits } from './HandlerLimits.js';
import { noEvents, Overload, type DroppedEvents, type OverloadReport } from './Overload.js';
import { Places } from './Places.js';
import { serialKeyOf } from './serialKey.js';
import { ShardBacklog, type Waiting } from './ShardBacklog.js';
import { WaitTimes, type WaitedMs } from './WaitTimes.js';

/*
 * Every event that has handlers gets a turn. A turn begins at once when its place (a guild or a channel, if handlers are serial) is free, nobody stands in line
 * and there is room for its handlers; otherwise it waits. See Places for who is next, and ShardBacklog for who must go when too much waits.
 */

/** An event with its handlers. */
export interface QueuedEvent {
  /** The payload. */
  readonly data: unknown;
  readonly shardId: number;
  /** The dispatch's name on the wire. */
  readonly type: string;
  /** How many handlers it has at this moment. */
  handlers(): number;
}

/** An event that waits for its handlers, or whose handlers run. */
export interface Turn<Event extends QueuedEvent = QueuedEvent> {
  readonly event: Event;
}

export type HandlerQueueInput<Event extends QueuedEvent> =
  | { readonly type: 'arrived'; readonly event: Event }
  /** One of the handlers of a turn has settled; `isLast` when no other of them runs. */
  | { readonly type: 'settled'; readonly turn: Turn<Event>; readonly isLast: boolean }
  /** Nothing that waits is wanted any more. */
  | { readonly type: 'cleared' }
  /** More handlers than before merely wait for something. */
  | { readonly type: 'rested' }
  | { readonly type: 'deadline' };

export type HandlerQueueAction<Event extends QueuedEvent> =
  /** Call the handlers, and tell of each that settles. */
  | { readonly type: 'start'; readonly turn: Turn<Event> }
  | { readonly type: 'warn'; readonly shardId: number; readonly report: OverloadReport };

/** How the queue does. */
export interface HandlerQueueStats {
  readonly dropped: DroppedEvents;
  /** How long the event that has waited longest has waited so far, in milliseconds. */
  readonly oldestWaitMs: number;
  /** How many events wait. */
  readonly queued: number;
  /** How much they hold, in bytes, roughly. */
  readonly queuedBytes: number;
  /** How long the last events waited before they began. */
  readonly waitedMs: WaitedMs;
}

interface OwnTurn<Event extends QueuedEvent> extends Turn<Event>, Waiting {
  bytes: number;
  /** The place that it needs for itself. */
  readonly key: string | null;
  /** How much of the room for handlers it takes up; 0 while it waits and when it is over. */
  handlers: number;
}

/** Decides when the handlers of each event begin, and what is dropped when too many events wait. */
export class HandlerQueue<Event extends QueuedEvent> implements Machine<HandlerQueueInput<Event>, HandlerQueueAction<Event>> {
  private readonly limits: HandlerLimits;
  private readonly resting: () => number;
  private readonly backlogs = new Map<number, ShardBacklog<OwnTurn<Event>>>();
  private readonly overloads = new Map<number, Overload>();
  private readonly places = new Places<OwnTurn<Event>>();
  private readonly waits = new WaitTimes();
  private readonly dropped = noEvents();
  private running = 0;
  private actions: HandlerQueueAction<Event>[] = [];

  /** @param resting - how many of the handlers that run merely wait for something to happen */
  constructor(limits: HandlerLimits, resting: () => number) {
    this.limits = limits;
    this.resting = resting;
  }

  get deadlineMs(): number | null {
    const nextMs = Math.min(...Array.from(this.overloads.values(), ({ deadlineMs }) => deadlineMs ?? Infinity));
    return nextMs === Infinity ? null : nextMs;
  }

  handle(input: HandlerQueueInput<Event>, nowMs: number): readonly HandlerQueueAction<Event>[] {
    if (input.type === 'arrived') this.arrive(input.event, nowMs);
    else if (input.type === 'settled') this.settle(input.turn as OwnTurn<Event>, input.isLast);
    else if (input.type === 'cleared') this.clear();
    this.serve(nowMs);
    for (const [shardId, overload] of this.overloads) {
      const report = overload.take(nowMs);
      if (report !== null) this.actions.push({ type: 'warn', shardId, report });
    }
    const { actions } = this;
    this.actions = [];
    return actions;
  }

  stats(nowMs: number): HandlerQueueStats {
    const backlogs = [...this.backlogs.values()];
    const { state: _, ...dropped } = this.dropped;
    return {
      dropped,
      oldestWaitMs: Math.max(0, ...backlogs.map(({ oldestMs }) => nowMs - oldestMs)),
      queued: backlogs.reduce((total, { length }) => total + length, 0),
      queuedBytes: backlogs.reduce((total, { bytes }) => total + bytes, 0),
      waitedMs: this.waits.read(),
    };
  }

  private arrive(event: Event, nowMs: number): void {
    const { serialHandlers } = this.limits;
    const key = serialHandlers === undefined ? null : serialKeyOf(serialHandlers, event.type, event.data);
    const turn: OwnTurn<Event> = { event, key, eventClass: eventClassOf(event.type), sinceMs: nowMs, bytes: 0, handlers: 0 };
    if (this.hasRoomFor(turn) && this.places.take(turn)) this.start(turn, nowMs);
    else this.wait(turn);
  }

  private wait(turn: OwnTurn<Event>): void {
    turn.bytes = approximateBytes(turn.event.data);
    const backlog = this.backlogOf(turn);
    if (!this.makeRoom(backlog, turn)) return this.foundNoRoom(turn);
    backlog.add(turn);
    this.places.add(turn);
  }

  /** False when the newcomer itself is what must go. */
  private makeRoom(backlog: ShardBacklog<OwnTurn<Event>>, turn: OwnTurn<Event>): boolean {
    if (backlog.hasRoomFor(turn)) return true;
    const mustStay = turn.eventClass === 'state';
    if (!mustStay && !backlog.canMakeRoomFor(turn)) return false;
    while (!backlog.hasRoomFor(turn)) {
      const victim = backlog.leastImportant(turn);
      if (victim === undefined) {
        // Nothing is left that may go: it is kept beyond the limit.
        this.foundNoRoom(turn);
        return true;
      }
      this.takeOut(victim);
      this.foundNoRoom(victim);
    }
    return true;
  }

  /** As long as there is room, the first in line begins. */
  private serve(nowMs: number): void {
    let { first } = this.places;
    while (first !== undefined && this.hasRoomFor(first)) {
      this.places.shift();
      this.backlogOf(first).remove(first);
      this.start(first, nowMs);
      first = this.places.first;
    }
  }

  private start(turn: OwnTurn<Event>, nowMs: number): void {
    turn.handlers = Math.max(1, turn.event.handlers());
    this.running += turn.handlers;
    this.waits.add(nowMs - turn.sinceMs);
    this.actions.push({ type: 'start', turn });
  }

  private settle(turn: OwnTurn<Event>, isLast: boolean): void {
    // The last one makes room for all that were counted, whatever has become of them; before it, one is always left.
    const finished = isLast ? turn.handlers : Math.min(1, turn.handlers - 1);
    if (turn.handlers === 0) return;
    turn.handlers -= finished;
    this.running -= finished;
    if (isLast) this.places.leave(turn);
  }

  private clear(): void {
    for (const backlog of this.backlogs.values()) {
      while (backlog.first !== undefined) this.takeOut(backlog.first);
    }
    // Nor is there anybody left who would want a warning.
    this.overloads.clear();
  }

  private takeOut(turn: OwnTurn<Event>): void {
    this.backlogOf(turn).remove(turn);
    this.places.remove(turn);
  }

  private backlogOf({ event }: OwnTurn<Event>): ShardBacklog<OwnTurn<Event>> {
    return getOrMake(this.backlogs, event.shardId, () => new ShardBacklog(this.limits));
  }

  /** An event was dropped, or kept beyond the limit because it is a state. */
  private foundNoRoom({ event, eventClass }: OwnTurn<Event>): void {
    this.dropped[eventClass] += 1;
    getOrMake(this.overloads, event.shardId, () => new Overload()).note(eventClass);
  }

  private hasRoomFor({ event }: OwnTurn<Event>): boolean {
    const busy = Math.max(0, this.running - this.resting());
    return busy === 0 || busy + event.handlers() <= this.limits.maxConcurrentHandlers;
  }
}

function getOrMake<Value>(map: Map<number, Value>, key: number, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
