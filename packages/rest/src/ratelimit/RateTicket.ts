import type { QueuedCall } from './QueuedCall.js';

/** One call as the limiter sees it. It is asked for once, and stands in line until it is granted, refused or withdrawn. */
export interface RateTicket {
  /** The instant of the monotonic clock at which waiting becomes too long. */
  readonly giveUpAtMs: number;
  /** Interaction callbacks and webhooks with an interaction's token: not counted by the global limit, and never held back for others. */
  readonly isInteraction: boolean;
  /** A GET may be under way beside other GETs of its bucket; everything else goes alone, so that it arrives in order. */
  readonly isRead: boolean;
  /**
   * Where the limiter keeps what it knows of this call; nobody else touches it. A map would do, were it not that maps that many pass through keep garbage alive
   * (each table that V8 has outgrown holds the next one).
   */
  queued?: QueuedCall | null;
  /** What the limits of a route are counted by: a channel, a guild, a webhook with its token; empty where a route has none. */
  readonly majorKey: string;
  /** The method and the path without its ids: `POST /channels/:id/messages`. */
  readonly routeKey: string;
  /** Sorts calls of one route that Discord limits apart (a channel's name and topic); mostly empty. */
  readonly subKey: string;
}
