/** What a call's method and path mean to limits. */
export interface LimitRoute {
  /** Whether the path carries a webhook's or an interaction's own token, so that the bot's is not sent along. */
  readonly hasOwnToken: boolean;
  /** Interaction callbacks and webhooks with an interaction's token: not counted by the global limit. */
  readonly isInteraction: boolean;
  /** `channels/1`, `guilds/1`, `webhooks/1`, `webhooks/1/token`, `interactions/1/token`; empty where the path has none. */
  readonly majorKey: string;
  /** The method and the path with `:id`, `:emoji`, `:token`, `:code` in the places of what varies. */
  readonly routeKey: string;
}
