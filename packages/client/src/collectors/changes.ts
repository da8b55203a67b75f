import { beginCollecting, requestOf, type Request } from './begin.js';
import type { Collector } from './Collector.js';
import type { CollectorHub } from './CollectorHub.js';
import type { CollectorFilter, CollectorLimits } from './CollectorOptions.js';
import type { EventConditions } from './Ear.js';
import { passes } from './passes.js';
import type { MessageTarget } from './targets.js';

/** Something that was added or taken back, marked as what it is. */
export interface Change<Type extends string, Event> {
  readonly type: Type;
  /** The event that said so. */
  readonly event: Event;
}

/** What collecting takes, of what is added and may be taken back. */
export interface AdditionOptions<Args extends readonly unknown[], Kept extends Args[0]> extends CollectorLimits {
  /** Which of them are meant; called as handlers are. */
  readonly filter?: CollectorFilter<Args, Kept>;
  /** Whether what is taken back is collected too. */
  readonly removals?: false;
  /** Only those of this user. */
  readonly userId?: string;
}

/** The same, when what is taken back is collected too. */
export interface ChangeOptions<Value> extends CollectorLimits {
  /** Which changes are meant. */
  readonly filter?: (change: Value) => boolean;
  /** Collects what is taken back as well; each is marked with its `type`. */
  readonly removals: true;
  /** Only those of this user, and what clears everybody's. */
  readonly userId?: string;
}

/** The events that tell of changes: the one that adds, and how each is marked. */
export interface ChangeEvents {
  readonly added: string;
  readonly types: Readonly<Record<string, string>>;
  /** Those that tell of no user. They are heard whoever is meant: when everything is cleared, that one is concerned too. */
  readonly ofAll: readonly string[];
}

/** Collects what is added at a message; with `removals: true` what is taken back, too. */
export function collectChanges<Value>(
  hub: CollectorHub,
  owner: string,
  events: ChangeEvents,
  target: MessageTarget,
  options: ChangeOptions<Value> | AdditionOptions<readonly unknown[], unknown>,
): Collector<Value> {
  const conditions = { ...target, userId: options.userId };
  const names = ['removals', 'userId'];
  const request: Request<Value> =
    options.removals === true
      ? { names: ['filter', ...names], ...changesIn(events, conditions, options.filter) }
      : requestOf(events.added, names, conditions, options.filter);
  return beginCollecting(hub, owner, request, options);
}

function changesIn<Value>(
  { ofAll, types }: ChangeEvents,
  conditions: EventConditions,
  filter: ((change: Value) => boolean) | undefined,
): Pick<Request<Value>, 'hearings' | 'pick'> {
  return {
    hearings: Object.keys(types).map((event) => ({
      event,
      conditions: ofAll.includes(event) ? { ...conditions, userId: undefined } : conditions,
    })),
    pick: (event, [first]) => {
      const change = { type: types[event], event: first } as Value;
      return passes(event, filter, [change]) ? change : undefined;
    },
  };
}
