import type { Clock } from '@aplomb/base';
import { eventOfDispatch } from '../eventNames.js';
import { Deadlines } from './Deadlines.js';
import type { Ear } from './Ear.js';
import { EarIndex } from './EarIndex.js';
import type { ParentKind } from './eventKeys.js';
import { ParentIndex } from './ParentIndex.js';
import { Waits, type HandlersAtWork } from './Waits.js';

/** What a hub needs of the client. */
export interface CollectorHubOptions {
  readonly clock: Clock;
  /** Left out, no handler is known of. */
  readonly handlers?: HandlersAtWork;
  /** Somebody begins to wait for this event of the client: the place to say that its intent is missing. */
  readonly listened: (event: string) => void;
}

const NO_HANDLERS: HandlersAtWork = { running: 0, look: () => undefined };

/**
 * All collectors of a client. They belong to the client and not to a shard: they outlive reconnects and new sessions.
 *
 * The client tells it every event, in order and before the handlers, and asks it which dispatches must be parsed.
 */
export class CollectorHub {
  readonly clock: Clock;
  /** The handlers that await something of a collector. */
  readonly waits: Waits;
  private readonly deadlines: Deadlines;
  private readonly index = new EarIndex();
  private readonly listened: (event: string) => void;
  private readonly parents = new ParentIndex();
  private hasClosed = false;

  constructor({ clock, handlers = NO_HANDLERS, listened }: CollectorHubOptions) {
    this.clock = clock;
    this.deadlines = new Deadlines(clock);
    this.listened = listened;
    this.waits = new Waits(handlers);
  }

  /** How many collectors are live. */
  get size(): number {
    return this.index.size;
  }

  /** The events of the client that somebody waits for at this moment: at the start, the intents that they need are derived from them too. */
  get events(): readonly string[] {
    return this.index.events;
  }

  /** Whether no collector can live any more. */
  get isClosed(): boolean {
    return this.hasClosed;
  }

  /** Whether somebody waits for this event of the client. */
  awaits(event: string): boolean {
    return this.index.hears(event);
  }

  /** Whether a dispatch (`MESSAGE_CREATE`) must be parsed: because somebody waits for it, or because it may end somebody's waiting. */
  wants(type: string): boolean {
    if (this.size === 0) return false;
    const event = eventOfDispatch.get(type) ?? 'unknownEvent';
    return this.index.hears(event) || this.index.hears('raw') || this.parents.concerns(event);
  }

  /**
   * Tells the collectors an event of the client. Afterwards those end that hang on what the event says is deleted.
   *
   * @param data - the payload as Discord sent it, from which the ids are read; for an event of the framework's own, anything
   * @param makeArgs - makes what handlers are called with; called at most once, and only if somebody waits for this very event
   */
  hear(event: string, data: unknown, makeArgs: () => readonly unknown[]): void {
    if (this.size === 0) return;
    this.index.hear(event, data, makeArgs);
    this.parents.hear(event, data);
  }

  /** Ends those who hang on something that went without an event of its own: the threads of a deleted channel. */
  parentGone(kind: ParentKind, ids: Iterable<string>): void {
    this.parents.gone(kind, ids);
  }

  /** The shards are down: everybody ends with `shutdown`. New ones may come, since a client may be started again. */
  endAll(): void {
    for (const ear of [...this.index.ears]) ear.end('shutdown');
  }

  /** {@link CollectorHub.endAll} for good: whoever comes later ends at once. */
  close(): void {
    this.hasClosed = true;
    this.endAll();
  }

  /** From now on `ear` hears. The hub must not be closed. */
  add(ear: Ear): void {
    this.index.add(ear);
    this.parents.add(ear);
    this.deadlines.add(ear);
    for (const { event } of ear.hearings) this.listened(event);
  }

  /** From now on `ear` hears nothing more. */
  remove(ear: Ear): void {
    this.index.remove(ear);
    this.parents.remove(ear);
    this.deadlines.remove(ear);
  }
}
