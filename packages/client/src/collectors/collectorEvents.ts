import { OptionsError, shown } from '@aplomb/base';
import { dispatchOfEvent } from '../eventNames.js';
import type { ClientEvents, FrameworkEvents } from '../events.js';
import type { ArgsOf } from '../HandlerEmitter.js';
import { meantEvent } from '../meantEvent.js';

/** The framework's events that only a handler can use: what it hears of is over, or wants an answer, by the time that a promise resolves. */
type HandlersOnly = 'debug' | 'error' | 'reshardNeeded' | 'restRateLimited' | 'warn';

/** The name of an event that can be waited for: each of Discord's, and of the framework's those that tell what a shard or a guild does. */
export type CollectableEvent = Exclude<keyof ClientEvents, HandlersOnly>;

/** What handlers of that event are called with. */
export type EventArgs<Name extends CollectableEvent, Data = undefined> = ArgsOf<ClientEvents<Data>, Name>;

/** What is collected of that event: the first thing that its handlers are called with. */
export type EventValue<Name extends CollectableEvent> = EventArgs<Name>[0];

const FRAMEWORK: Readonly<Record<Exclude<keyof FrameworkEvents, HandlersOnly>, true>> = {
  cacheReady: true,
  guildAvailable: true,
  guildJoin: true,
  guildLeave: true,
  guildUnavailable: true,
  raw: true,
  resharded: true,
  sessionLost: true,
  shardDisconnect: true,
  shardReady: true,
  shardResumed: true,
  shardStageUpdate: true,
  shardsReady: true,
  unknownEvent: true,
  waitingForReady: true,
};

const HANDLERS_ONLY: Readonly<Record<HandlersOnly, true>> = {
  debug: true,
  error: true,
  reshardNeeded: true,
  restRateLimited: true,
  warn: true,
};

/** Every event that can be waited for. */
export const collectableEvents: ReadonlySet<string> = new Set([...dispatchOfEvent.keys(), ...Object.keys(FRAMEWORK)]);

/** Every event that a client has. */
export const clientEvents: ReadonlySet<string> = new Set([...collectableEvents, ...Object.keys(HANDLERS_ONLY)]);

/**
 * Refuses what is no event: its collector would wait in vain.
 *
 * @throws {@link OptionsError} `UNKNOWN_EVENT`
 */
export function checkEvent(event: string): void {
  if (collectableEvents.has(event)) return;
  const guess = meantEvent(event, collectableEvents);
  throw new OptionsError('UNKNOWN_EVENT', {
    what: `There is no event ${shown(event)} that can be waited for.`,
    cure: `${guess === undefined ? '' : `Did you mean \`${guess}\`? `}Events have Discord's names in camelCase: MESSAGE_REACTION_ADD is \`messageReactionAdd\`.`,
  });
}
