import { isPayload, type Payload } from '../records/payload.js';

/*
 * A snapshot is a text of lines, each a JSON object: a heading; what concerns direct messages; for every guild one line, and more for its members,
 * messages and people in threads, a few hundred a line; an end. What the lines carry are Discord's payloads, those of GUILD_CREATE and its like, so
 * that they are read by what reads events, and a person can read them, too. A line is small enough to be made or read between two events.
 */

/** What the first line says it is. */
export const SNAPSHOT_FORMAT = 'aplomb-cache';
/** Raised when a line changes its meaning. A snapshot of another version is not restored. */
export const SNAPSHOT_VERSION = 1;
/** How many entities stand on one line at most. */
export const ENTITIES_PER_LINE = 500;

/** The place in a gateway session up to which a cache knows what happened. */
export interface SnapshotSession {
  /** The session's id, as READY gave it. */
  readonly id: string;
  /** The sequence number of the last event that was applied. */
  readonly sequence: number;
}

/** The first line. */
export interface HeadingLine {
  readonly kind: typeof SNAPSHOT_FORMAT;
  readonly version: typeof SNAPSHOT_VERSION;
  /** Wall-clock time, in milliseconds since 1970. */
  readonly savedAtMs: number;
  /** `null` when the snapshot is of all shards. */
  readonly shardId: number | null;
  readonly session: SnapshotSession | null;
  readonly self: Payload | null;
  readonly application: Payload | null;
  /** The guilds that READY or an outage named and of which nothing else is known. */
  readonly awaited: readonly string[];
  /** The guilds that the policy refused. */
  readonly refused: readonly string[];
}

/** One guild: GUILD_CREATE without members, and what GUILD_CREATE leaves out. */
export interface GuildLine {
  readonly kind: 'guild';
  readonly shardId: number;
  /** Up to where the session was known when this guild was written down; `null` without a session. */
  readonly sequence: number | null;
  readonly isAvailable: boolean;
  readonly guild: Payload;
  readonly autoModerationRules: readonly Payload[];
  readonly integrations: readonly Payload[];
  readonly invites: readonly Aged[];
}

/** The direct messages, and the users in them. */
export interface DirectLine {
  readonly kind: 'direct';
  readonly sequence: number | null;
  readonly channels: readonly Payload[];
  readonly users: readonly Payload[];
}

/** Some of the members, messages or people in threads of one guild, or some direct messages. */
export interface EntitiesLine {
  readonly kind: 'members' | 'messages' | 'threadMembers';
  /** `null` for direct messages. */
  readonly guildId: string | null;
  readonly entities: readonly Aged[];
}

/** The last line: without it, the snapshot was cut. */
export interface EndLine {
  readonly kind: 'end';
  /** How many lines could not be written down. */
  readonly failed: number;
}

/** An entity, and for how long it has been kept. */
export interface Aged {
  readonly data: Payload;
  readonly ageMs?: number | undefined;
}

/** Any line. */
export type SnapshotLine = DirectLine | EndLine | EntitiesLine | GuildLine | HeadingLine;

/** The object that a line says, or `null`. What is in it is not checked yet. */
export function parseLine(text: string): Payload | null {
  try {
    const value: unknown = JSON.parse(text);
    return isPayload(value) ? value : null;
  } catch {
    // A broken line is no line.
    return null;
  }
}
