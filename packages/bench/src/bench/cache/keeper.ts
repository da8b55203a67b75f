import { isDeepStrictEqual } from 'node:util';
import { guildPayload, type Json } from './guildPayload.js';
import { makeKeeper } from './keepers.js';
import type { KeeperKind, KeeperReport } from './protocol.js';

/*
 * Keeps many guilds and measures itself: memory before the first and after the last, garbage collected both times. Then everything is read back through
 * the public API and compared with what was sent; what is lost or changed makes the figure void.
 */

const [kind, guildsText = ''] = process.argv.slice(2) as [KeeperKind, string?];
const guilds = Number(guildsText);
const size = { members: 1_000, channels: 60, roles: 40 };
const collect = (globalThis as { gc?: () => void }).gc ?? ((): void => undefined);

const keeper = makeKeeper(kind);
const before = settledHeap();
let micros = 0;
for (let index = 0; index < guilds; index += 1) {
  // Parsed, as from a socket: each text is a copy of its own.
  const guild = JSON.parse(JSON.stringify(guildPayload(index, size))) as Json;
  const began = process.cpuUsage();
  keeper.keep(guild);
  const { user, system } = process.cpuUsage(began);
  micros += user + system;
}
const heapMiB = (settledHeap() - before) / 2 ** 20;
const report: KeeperReport = { type: 'kept', heapMiB, applyMs: micros / 1_000, ...readBack() };
process.send?.(report);

function settledHeap(): number {
  for (let round = 0; round < 3; round += 1) collect();
  return process.memoryUsage().heapUsed;
}

function readBack(): { readonly found: number; readonly wrong: number } {
  let found = 0;
  let wrong = 0;
  const compare = (kept: unknown, sent: Json): void => {
    if (kept !== undefined) found += 1;
    const isComparable = kind !== 'discord.js 14';
    if (kept === undefined || (isComparable && !isDeepStrictEqual(kept, sent))) wrong += 1;
  };
  for (let index = 0; index < guilds; index += 1) {
    const guild = guildPayload(index, size);
    const id = guild['id'] as string;
    const parts = (list: string): readonly Json[] => guild[list] as readonly Json[];
    for (const sent of parts('members')) compare(keeper.member(id, (sent['user'] as { id: string }).id), sent);
    for (const sent of parts('channels')) compare(keeper.channel(id, sent['id'] as string), sent);
    for (const sent of parts('roles')) compare(keeper.role(id, sent['id'] as string), sent);
  }
  return { found, wrong };
}
