/** What a later process needs to go on where this one stopped. Never the token. */
export interface StoredSession {
  readonly id: string;
  /** Where to resume; `null` means the main gateway URL. */
  readonly resumeUrl: string | null;
  /** The sequence of the last event that was handed to handlers. */
  readonly sequence: number;
  readonly shardId: number;
  readonly shardTotal: number;
  readonly applicationId: string | null;
  readonly userId: string | null;
  /** The guilds of this shard as last known, so that a resumed process knows a join from an arrival. */
  readonly guildIds: readonly string[];
  /** Wall-clock instant of the save in milliseconds since 1970. */
  readonly savedAtMs: number;
  /** A digest of intents, capabilities, shard total and the token's owner. A session of another fingerprint is not resumed. */
  readonly fingerprint: string;
}

/** The place of one shard in a store. */
export interface ShardKey {
  readonly shardId: number;
  readonly shardTotal: number;
}

/** Keeps sessions between processes. Never on the path of an event: the gateway saves behind the scenes, at most every 250 ms a shard. */
export interface SessionStore {
  /** The stored session of this shard, or `null`. A record that cannot be read counts as none. */
  load(key: ShardKey): Promise<StoredSession | null>;
  /** Replaces the stored session. Must be atomic: a reader sees the old one or the new one. */
  save(session: StoredSession): Promise<void>;
  /** Forgets the session of this shard. */
  delete(key: ShardKey): Promise<void>;
}
