import type { GatewayState } from './GatewayState.js';
import { ALL_INTENTS, PRIVILEGED_INTENTS } from './intents.js';
import { CloseCode } from './opcodes.js';
import { presenceFault } from './answers/answerPresence.js';
import { isRecord } from './readPayload.js';
import { shardFor } from './shardFor.js';

/** An IDENTIFY that is right in itself. Whether it came too soon is another question. */
export interface Identify {
  readonly shardId: number;
  readonly total: number;
  /** Whether the client named a shard; READY then repeats it. */
  readonly isSharded: boolean;
  readonly intents: number;
  readonly largeThreshold: number;
  readonly compress: boolean;
  readonly presence: unknown;
}

/** A close code with the offence that it punishes. */
export interface Punishment {
  readonly code: number;
  readonly offence: string;
}

/**
 * Reads an IDENTIFY as strictly as Discord does.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway-events#identify | Identify}
 */
export function judgeIdentify(d: unknown, state: GatewayState): Identify | Punishment {
  if (!isRecord(d) || typeof d['token'] !== 'string') return wrong('IDENTIFY without a token');
  if (!state.isToken(d['token'])) return { code: CloseCode.AuthenticationFailed, offence: 'identified with a wrong token' };
  const shape = shapeFault(d);
  if (shape !== null) return wrong(shape);
  const shard = readShard(d['shard']);
  if (shard === null) return { code: CloseCode.InvalidShard, offence: `identified as shard ${JSON.stringify(d['shard'])}` };
  const identify = {
    shardId: shard.shardId,
    total: shard.total,
    isSharded: d['shard'] !== undefined,
    intents: Number(d['intents']),
    largeThreshold: typeof d['large_threshold'] === 'number' ? d['large_threshold'] : 50,
    compress: d['compress'] === true,
    presence: d['presence'] ?? null,
  };
  return intentsFault(d['intents'], state) ?? shardingFault(identify, state) ?? identify;
}

function shapeFault(d: Record<string, unknown>): string | null {
  if (!isRecord(d['properties'])) return 'IDENTIFY without properties';
  if (d['compress'] !== undefined && typeof d['compress'] !== 'boolean') return 'IDENTIFY whose compress is no boolean';
  const threshold = d['large_threshold'];
  if (threshold !== undefined && !isWithin(threshold, 50, 250)) return 'IDENTIFY whose large_threshold is not between 50 and 250';
  if (d['capabilities'] !== undefined && !isWithin(d['capabilities'], 0, Number.MAX_SAFE_INTEGER))
    return 'IDENTIFY whose capabilities are no number';
  const presence = d['presence'] === undefined || d['presence'] === null ? null : presenceFault(d['presence']);
  return presence === null ? null : `IDENTIFY ${presence}`;
}

function readShard(shard: unknown): { readonly shardId: number; readonly total: number } | null {
  if (shard === undefined) return { shardId: 0, total: 1 };
  if (!Array.isArray(shard) || shard.length !== 2) return null;
  const [shardId, total] = shard as unknown[];
  if (!isWithin(total, 1, Number.MAX_SAFE_INTEGER) || !isWithin(shardId, 0, total - 1)) return null;
  return { shardId, total };
}

/** Unknown bits are 4013; privileged ones that are not switched on are 4014. Without intents nothing was asked for, which v8 and later forbid. */
function intentsFault(intents: unknown, { settings }: GatewayState): Punishment | null {
  if (!isWithin(intents, 0, Number.MAX_SAFE_INTEGER) || intents > ALL_INTENTS || (intents & ~ALL_INTENTS) !== 0) {
    return { code: CloseCode.InvalidIntents, offence: `identified with intents ${String(intents)}` };
  }
  const forbidden = intents & PRIVILEGED_INTENTS & ~settings.privilegedIntents;
  return forbidden === 0
    ? null
    : { code: CloseCode.DisallowedIntents, offence: `identified with intents ${forbidden}, which are switched off` };
}

function shardingFault({ shardId, total }: { shardId: number; total: number }, { world, settings }: GatewayState): Punishment | null {
  let guilds = 0;
  for (const id of world.guildIds()) if (shardFor(id, total) === shardId) guilds += 1;
  if (total >= settings.requiredShards && guilds <= settings.maxGuildsPerShard) return null;
  return { code: CloseCode.ShardingRequired, offence: `identified as one of ${total} shards, with ${guilds} guilds on this one` };
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

function wrong(offence: string): Punishment {
  return { code: CloseCode.UnknownOpcode, offence };
}
