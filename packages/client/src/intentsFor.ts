import { dispatchEvents, Intents, type IntentName } from '@aplomb/gateway';
import { dispatchOfEvent } from './eventNames.js';

/** Events that the framework makes out of dispatches, with the intents that those need. `raw` wants all there is. */
const MADE_FROM_DISPATCHES: ReadonlyMap<string, readonly IntentName[]> = new Map([
  ['cacheReady', ['Guilds']],
  ['guildAvailable', ['Guilds']],
  ['guildJoin', ['Guilds']],
  ['guildLeave', ['Guilds']],
  ['guildUnavailable', ['Guilds']],
]);

/** The intents that bring an event of the client; none when it comes without, or when it is no event that Discord sends. */
export function intentsOfEvent(event: string): readonly IntentName[] {
  const dispatch = dispatchOfEvent.get(event);
  return dispatch === undefined ? (MADE_FROM_DISPATCHES.get(event) ?? []) : dispatchEvents[dispatch];
}

/**
 * The intents that these events need, without the privileged, which nobody gets by accident. When none of the events comes from Discord, or when
 * every dispatch is wanted (`raw`), all but the privileged.
 */
export function intentsFor(events: readonly string[]): number {
  const areFromDiscord = events.some((event) => dispatchOfEvent.has(event) || MADE_FROM_DISPATCHES.has(event));
  if (!areFromDiscord || events.includes('raw')) return Intents.NonPrivileged;
  const bits = events.flatMap(intentsOfEvent).reduce((sum, name) => sum | Intents[name], 0);
  return bits & ~Intents.Privileged;
}

/** The intents of which at least one must be among `intents` for `event` to come; `null` when it comes. */
export function missingIntents(event: string, intents: number): readonly IntentName[] | null {
  const needed = intentsOfEvent(event);
  const comes = needed.length === 0 || needed.some((name) => (intents & Intents[name]) !== 0);
  return comes ? null : needed;
}

/** Whether messages would come without their text although the bot listens for messages. */
export function lacksMessageContent(event: string, intents: number): boolean {
  return (event === 'messageCreate' || event === 'messageUpdate') && (intents & Intents.MessageContent) === 0;
}
