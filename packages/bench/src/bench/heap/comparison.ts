import { createHash } from 'node:crypto';
import type { GuildSize, Json } from '../cache/guildPayload.js';
import { partsOf } from '../cache/guildParts.js';
import type { Reader } from '../cache/Reader.js';

/** What came of reading everything back. */
export interface Comparison {
  readonly found: number;
  readonly wrong: number;
  /** The same hash over all that was sent, and over all that was read. */
  readonly sentHash: string;
  readonly keptHash: string;
}

/**
 * Reads every member, channel and role back and compares it with what was sent, field by field. `words` brings what was sent into what a library claims
 * to keep: ours everything.
 */
export function compareAll(
  guilds: number,
  size: GuildSize,
  reader: Reader,
  words: (sent: Json, kept: Json) => Json = (sent) => sent,
): Comparison {
  const [sentHash, keptHash] = [createHash('sha256'), createHash('sha256')];
  const tally = { found: 0, wrong: 0 };
  for (const { kept, sent } of partsOf(guilds, size, reader)) {
    const [sentText, keptText] = [canonical(kept === undefined ? sent : words(sent, kept)), canonical(kept)];
    if (kept !== undefined) tally.found += 1;
    if (keptText !== sentText) tally.wrong += 1;
    sentHash.update(sentText);
    keptHash.update(keptText);
  }
  return { ...tally, sentHash: sentHash.digest('hex'), keptHash: keptHash.digest('hex') };
}

/** Only the fields that are read, with instants to the millisecond and roles in any order: what discord.js keeps. */
export function discordJsWords(sent: Json, kept: Json): Json {
  const fields = Object.entries(kept).map(([field, value]) => [field, wordOf(field, sent[field], value)] as const);
  return Object.fromEntries(fields);
}

function wordOf(field: string, sent: unknown, kept: unknown): unknown {
  if (field === 'joined_at') return Date.parse(sent as string);
  if (field === 'roles') return (kept as string[]).toSorted().join() === (sent as string[]).toSorted().join() ? kept : sent;
  if (field === 'user') return discordJsWords(sent as Json, kept as Json);
  return sent ?? null;
}

/** JSON with the keys in order. */
function canonical(value: Json | undefined): string {
  return JSON.stringify(value ?? null, (_key, each: unknown) => {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
