/** What keeps the guilds: our cache, discord.js's, or nothing but the parsed payloads. */
export type KeeperKind = '@aplomb/cache' | 'discord.js 14' | 'parsed JSON';

/** What a process that keeps guilds tells. */
export interface KeeperReport {
  readonly type: 'kept';
  readonly heapMiB: number;
  /** CPU time of applying, without parsing. */
  readonly applyMs: number;
  /** What was read back: members, channels and roles. */
  readonly found: number;
  /** Of those, how many are not what was sent. */
  readonly wrong: number;
}
