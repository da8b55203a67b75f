import type { EventFilter } from '@aplomb/gateway';
import { eventOfDispatch } from './eventNames.js';

/** What the client itself reads: who the bot is, and which guilds come and go. */
const FRAMEWORK: ReadonlySet<string> = new Set(['READY', 'GUILD_CREATE', 'GUILD_DELETE']);

/** Who else may want a dispatch at times. */
type Wants = (type: string) => boolean;

/** Says for each dispatch, when it comes, whether it must be parsed: whether the framework or somebody who listens now wants it. */
export class EventInterest implements EventFilter {
  private readonly listens: (event: string) => boolean;
  private readonly isWanted: Wants;

  /**
   * @param listens - whether an event of the client has a listener at this moment
   * @param isWanted - whether the framework wants a dispatch that it does not always want
   */
  constructor(listens: (event: string) => boolean, isWanted: Wants) {
    this.listens = listens;
    this.isWanted = isWanted;
  }

  has(type: string): boolean {
    // What the cache wants, most of what comes, is found out first.
    return this.isWanted(type) || FRAMEWORK.has(type) || this.listens(eventOfDispatch.get(type) ?? 'unknownEvent') || this.listens('raw');
  }
}
