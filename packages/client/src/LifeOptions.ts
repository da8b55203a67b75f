/** What every start takes. */
export interface StartOptions {
  /**
   * Gives the start up: it rejects with the signal's reason after everything is shut down. Once the start has resolved, the signal means nothing
   * any more; a running client is ended by `Client.shutdown`.
   */
  readonly signal?: AbortSignal;
}

/** What `Client.shutdown` takes. */
export interface ShutdownOptions {
  /**
   * Whether the sessions are kept, and saved in the `sessionStore`, for the next process to resume. Otherwise they end, and the bot goes offline.
   *
   * @defaultValue `false`
   */
  readonly resumable?: boolean;
}
