import { OptionsError, refuseUnknownOptions } from '@aplomb/base';
import { GatewayError } from '../errors.js';
import { Intents } from '../intents/Intents.js';
import type { ChunkGuildFilter } from '../members/ChunkGuildFilter.js';

/** Discord's bound of one message to the gateway. */
const MAX_PAYLOAD_BYTES = 4_096;
const MAX_NONCE_BYTES = 32;
/** Discord takes this many ids in one request; more are split. */
export const MAX_USER_IDS = 100;
/** Ops that only the shard itself may send: each ends or confuses the connection when it comes from elsewhere. */
const OWN_OPS: ReadonlyMap<number, string> = new Map([
  [1, 'Use `heartbeat()`.'],
  [2, 'The shard identifies by itself; use `reconnect({ resume: false })` for a new session.'],
  [6, 'The shard resumes by itself; use `reconnect({ resume: true })`.'],
]);

/** `signal` is `requestMembers`' own. */
const MEMBERS_OPTIONS = ['limit', 'nonce', 'presences', 'query', 'signal', 'userIds'];

/** A command: what `shard.command` takes. */
export interface GatewayCommand {
  readonly op: number;
  readonly d?: unknown;
}

/** How members are asked for. */
export type RequestMembersOptions = ChunkGuildFilter & {
  /** At most this many members; needed with `query`, where Discord's own bound is 100. Default: no bound (0). */
  readonly limit?: number;
  /** Whether presences come along; needs the GuildPresences intent. Default: no. */
  readonly presences?: boolean;
  /** Marks the answer's chunks, at most 32 bytes. Default: one of our own. */
  readonly nonce?: string;
};

/**
 * The text of a command, checked: Discord closes a connection that sends what it cannot read.
 *
 * @throws {@link GatewayError} `COMMAND_INVALID` for an op that only the shard may send, or a value that is no JSON; `COMMAND_TOO_LARGE` above 4,096 bytes.
 * @see {@link https://docs.discord.com/developers/events/gateway#sending-events | Sending events}
 */
export function commandText(command: GatewayCommand, shardId: number): string {
  if (!isCommand(command)) throw noCommand(shardId);
  refuseOwnOps(command.op, shardId);
  return checkedText(stringify(command, shardId), shardId);
}

/** Checks a text that the user wrote and returns what it says. */
export function readCommandText(text: string, shardId: number): GatewayCommand {
  checkedText(text, shardId);
  const command = parse(text);
  if (!isCommand(command)) throw noCommand(shardId);
  refuseOwnOps(command.op, shardId);
  return command;
}

/** The payloads of one request for members: several when there are more ids than fit in one. */
export function memberRequests(
  guildId: string,
  options: RequestMembersOptions,
  shard: { readonly id: number; readonly intents: number },
): readonly object[] {
  const shardId = shard.id;
  checkGuildId(guildId);
  checkMembersOptions(options, shard);
  checkNonce(options.nonce, shardId);
  const shared = {
    guild_id: guildId,
    limit: options.limit ?? 0,
    ...(options.presences === undefined ? {} : { presences: options.presences }),
  };
  const { userIds } = options;
  if (userIds === undefined) return [{ ...shared, query: options.query ?? '' }];
  const groups: object[] = [];
  for (let start = 0; start < userIds.length; start += MAX_USER_IDS)
    groups.push({ ...shared, user_ids: userIds.slice(start, start + MAX_USER_IDS) });
  return groups;
}

/** Throws unless this can be a guild's id: a request with another one would never be answered. */
export function checkGuildId(guildId: string): void {
  if (/^\d{1,20}$/.test(guildId)) return;
  throw new OptionsError('INVALID_OPTION', {
    what: `\`guildId\` is ${JSON.stringify(guildId)}.`,
    cure: "Give a guild's id: a string of digits.",
  });
}

/** Discord closes the connection of a shard that asks for what its intents do not allow. */
function checkMembersOptions(options: RequestMembersOptions, { id, intents }: { readonly id: number; readonly intents: number }): void {
  refuseUnknownOptions('A request for members', options, MEMBERS_OPTIONS);
  const {
    limit = 0,
    presences,
    query,
    userIds,
  } = options as { readonly [Name in keyof RequestMembersOptions]?: RequestMembersOptions[Name] };
  if (query !== undefined && userIds !== undefined) throw invalid(id, '`query` and `userIds` were given together.', 'Give one of them.');
  const isWhole = userIds === undefined && (query ?? '') === '' && limit === 0;
  if (isWhole && (intents & Intents.GuildMembers) === 0) {
    throw invalid(
      id,
      'All members of a guild were asked for without the intent GuildMembers.',
      'Add it, or ask by `query` and `limit`, or by `userIds`.',
    );
  }
  if (presences === true && (intents & Intents.GuildPresences) === 0) {
    throw invalid(id, 'Presences were asked for without the intent GuildPresences.', 'Add it, or leave `presences` out.');
  }
}

function checkNonce(nonce: string | undefined, shardId: number): void {
  if (nonce === undefined || Buffer.byteLength(nonce) <= MAX_NONCE_BYTES) return;
  const what = `The nonce has ${Buffer.byteLength(nonce)} bytes; Discord drops one of more than ${MAX_NONCE_BYTES}, and its answer would never be recognised.`;
  throw invalid(shardId, what, 'Use a shorter one, or none.');
}

function refuseOwnOps(op: number, shardId: number): void {
  const cure = OWN_OPS.get(op);
  if (cure !== undefined) throw invalid(shardId, `Op ${op} was to be sent as a command.`, cure);
}

function checkedText(text: string, shardId: number): string {
  const bytes = Buffer.byteLength(text);
  if (bytes <= MAX_PAYLOAD_BYTES) return text;
  throw new GatewayError('COMMAND_TOO_LARGE', {
    shardId,
    what: `A command of ${bytes} bytes was to be sent; Discord closes the connection above ${MAX_PAYLOAD_BYTES}.`,
    cure: 'Split it, or shorten its texts.',
  });
}

function stringify(command: GatewayCommand, shardId: number): string {
  try {
    return JSON.stringify(command);
  } catch (cause) {
    throw invalid(shardId, 'A command cannot be written as JSON.', 'Give plain values: no cycles, no bigint.', cause);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // No JSON, so no command either: the caller says so.
    return undefined;
  }
}

function isCommand(value: unknown): value is GatewayCommand {
  return typeof value === 'object' && value !== null && 'op' in value && typeof value.op === 'number';
}

function noCommand(shardId: number): GatewayError {
  return invalid(shardId, 'A message without a numeric `op` was to be sent.', 'Send `{ "op": …, "d": … }`.');
}

function invalid(shardId: number, what: string, cure: string, cause?: unknown): GatewayError {
  return new GatewayError('COMMAND_INVALID', { shardId, what, cure, cause });
}
