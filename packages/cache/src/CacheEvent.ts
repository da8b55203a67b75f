/** A dispatch as the gateway delivers it. */
export interface CacheEvent<Name extends string = string> {
  /** The event's name, for example `GUILD_CREATE`. */
  readonly t: Name;
  /** Its sequence number in the session. With it, an event that was applied already is recognised. */
  readonly s?: number | null;
  /** Its payload, as parsed; nothing is taken for granted about it. */
  readonly d: unknown;
}

/** Where a dispatch came from. */
export interface CacheEventContext {
  readonly shardId: number;
  /**
   * Whether it was replayed after a RESUME, and may have been applied by this process before.
   *
   * @defaultValue `false`
   */
  readonly replayed?: boolean;
}
