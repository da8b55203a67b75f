/** One IDENTIFY that was sent. */
export interface LedgerEntry {
  /** Wall-clock instant in milliseconds since 1970. */
  readonly atMs: number;
  readonly shardId: number;
  /** `shard_id % max_concurrency` when it was sent. */
  readonly rateLimitKey: number;
  /** Whether it led to READY. */
  readonly ready: boolean;
}

/**
 * Remembers the IDENTIFYs of the last 24 hours, so that a crash loop of the process cannot spend what a crash loop of the
 * connection may not. It is read before the first IDENTIFY of a process and written to *before* each, so that a crash right after an IDENTIFY is counted.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#identifying | Identifying}: 1,000 a day, then the token is reset.
 */
export interface IdentifyLedger {
  /** All entries of the last 24 hours, oldest first. Rejects when it cannot tell. */
  read(): Promise<readonly LedgerEntry[]>;
  /** Adds an entry. An entry must be durable when the promise resolves. */
  record(entry: LedgerEntry): Promise<void>;
  /** Marks the newest entry of this shard as having led to READY. */
  markReady(shardId: number): Promise<void>;
  /** Takes back an entry whose IDENTIFY was never sent. Nothing happens when there is none of this shard and instant. */
  withdraw(entry: LedgerEntry): Promise<void>;
}
