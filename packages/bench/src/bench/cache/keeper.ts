import { isDeepStrictEqual } from 'node:util';
import { partsOf } from './guildParts.js';
import { guildPayload, type Json } from './guildPayload.js';
import { settledHeapBytes } from './settledHeap.js';
import { makeKeeper } from './keepers.js';
import type { KeeperKind, KeeperReport } from './protocol.js';

/*
 * Keeps many guilds and measures itself: memory before the first and after the last, garbage collected both times. Then everything is read back through
 * the public API and compared with what was sent; what is lost or changed makes the figure void.
 */

const [kind, guildsText = ''] = process.argv.slice(2) as [KeeperKind, string?];
const guilds = Number(guildsText);
const size = { members: 1_000, channels: 60, roles: 40 };

const keeper = makeKeeper(kind);
const before = settledHeapBytes();
let micros = 0;
for (let index = 0; index < guilds; index += 1) {
  // Parsed, as from a socket: each text is a copy of its own.
  const guild = JSON.parse(JSON.stringify(guildPayload(index, size))) as Json;
  const began = process.cpuUsage();
  keeper.keep(guild);
  const { user, system } = process.cpuUsage(began);
  micros += user + system;
}
const heapMiB = (settledHeapBytes() - before) / 2 ** 20;
const report: KeeperReport = { type: 'kept', heapMiB, applyMs: micros / 1_000, ...readBack() };
process.send?.(report);

function readBack(): { readonly found: number; readonly wrong: number } {
  let found = 0;
  let wrong = 0;
  const isComparable = kind !== 'discord.js 14';
  for (const { kept, sent } of partsOf(guilds, size, keeper)) {
    if (kept !== undefined) found += 1;
    if (kept === undefined || (isComparable && !isDeepStrictEqual(kept, sent))) wrong += 1;
  }
  return { found, wrong };
}
