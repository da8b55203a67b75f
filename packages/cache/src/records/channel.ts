import type { APIChannel, APIOverwrite } from 'discord-api-types/v10';
import { keptFields, overlaidFields, type KeptFields } from './keptFields.js';
import type { PackContext } from './PackContext.js';
import { idOf, integerOf, isPayload, nullableId, nullableText, patched, payloadsOf, put, type Payload } from './payload.js';
import { packPermissions } from './role.js';

/** One line of a channel's permissions: what is allowed and denied to a role (`type` 0) or a member (1), as decimal digits. */
export interface OverwriteRecord {
  readonly id: string;
  readonly type: number;
  readonly allow: string;
  readonly deny: string;
}

/** What of a channel changes too often to copy its record each time. It is always the present, also beside a record that was replaced. */
export interface ChannelPulse {
  last_message_id: string | null | undefined;
  last_pin_timestamp: string | null | undefined;
  /** Of threads: messages now, messages ever, people (Discord stops counting them at 50). */
  message_count: number | undefined;
  total_message_sent: number | undefined;
  member_count: number | undefined;
  /** Of voice channels: what stands beneath the name, and since when people talk (seconds since 1970). */
  status: string | null | undefined;
  voice_start_time: number | string | null | undefined;
}

/**
 * A channel of any kind: of a guild, a thread, a forum post, or a direct message.
 *
 * @see {@link https://docs.discord.com/developers/resources/channel#channel-object | Channel object}
 */
export interface ChannelRecord extends KeptFields {
  readonly id: string;
  readonly type: number;
  /** `undefined` for direct messages. */
  readonly guild_id: string | undefined;
  /** The category of a channel, the channel of a thread. */
  readonly parent_id: string | null | undefined;
  /** `null` for a hidden channel: Discord sends a placeholder. */
  readonly name: string | null | undefined;
  readonly position: number | undefined;
  readonly topic: string | null | undefined;
  readonly flags: number | undefined;
  /** `undefined` where Discord sends none: threads and direct messages. */
  readonly permission_overwrites: readonly OverwriteRecord[] | undefined;
  readonly pulse: ChannelPulse;
}

const PULSES = [
  'last_message_id',
  'last_pin_timestamp',
  'message_count',
  'total_message_sent',
  'member_count',
  'status',
  'voice_start_time',
] as const;
const FIELDS = ['id', 'type', 'guild_id', 'parent_id', 'name', 'position', 'topic', 'flags', 'permission_overwrites'];
const SLOTS: ReadonlySet<string> = new Set([...FIELDS, ...PULSES, 'newly_created']);
const THREADS: ReadonlySet<number> = new Set([10, 11, 12]);
const OBFUSCATED = 1 << 17;

/** Packs a channel whose id was checked. `pulse` is the one it had, if it is known already; fields of the payload are written into it. */
export function packChannel(
  id: string,
  guildId: string | undefined,
  payload: Payload,
  context: PackContext & { readonly pulse?: ChannelPulse | undefined },
): ChannelRecord {
  const parentId = nullableId(payload['parent_id']);
  const flags = integerOf(payload['flags']);
  const { shared, own } = keptFields(payload, SLOTS, context.pool);
  return {
    id,
    type: integerOf(payload['type']) ?? 0,
    guild_id: guildId,
    parent_id: typeof parentId === 'string' ? context.intern(parentId) : parentId,
    name: isHidden({ flags }) ? null : nullableText(payload['name']),
    position: integerOf(payload['position']),
    topic: nullableText(payload['topic']),
    flags,
    permission_overwrites: packOverwrites(payload['permission_overwrites'], context),
    pulse: beat(context.pulse ?? stillPulse(), payload),
    shared,
    own,
  };
}

/** A channel that can be seen with a payload laid over it: what is absent there stays, `null` clears. */
export function patchChannel(before: ChannelRecord, payload: Payload, context: PackContext): ChannelRecord {
  const { shared, own } = overlaidFields(before, payload, SLOTS, context.pool);
  const { parent_id: parentId, permission_overwrites: overwrites } = payload;
  return {
    id: before.id,
    type: patched(before.type, payload['type'], (type) => integerOf(type) ?? 0),
    guild_id: before.guild_id,
    parent_id: parentId === before.parent_id ? before.parent_id : patched(before.parent_id, parentId, nullableId),
    name: patched(before.name, payload['name'], nullableText),
    position: patched(before.position, payload['position'], integerOf),
    topic: patched(before.topic, payload['topic'], nullableText),
    flags: patched(before.flags, payload['flags'], integerOf),
    permission_overwrites: areOverwrites(before, overwrites)
      ? before.permission_overwrites
      : patched(before.permission_overwrites, overwrites, (list) => packOverwrites(list, context)),
    pulse: beat(before.pulse, payload),
    shared,
    own,
  };
}

/** Discord's payload of a channel, with what changed fast as it is now. */
export function channelData(record: ChannelRecord): APIChannel {
  const data: Record<string, unknown> = { id: record.id, type: record.type };
  put(data, 'guild_id', record.guild_id);
  put(data, 'parent_id', record.parent_id);
  put(data, 'name', record.name);
  put(data, 'position', record.position);
  put(data, 'topic', record.topic);
  put(data, 'flags', record.flags);
  put(data, 'permission_overwrites', record.permission_overwrites?.map(overwriteData));
  for (const key of PULSES) put(data, key, record.pulse[key]);
  return Object.assign(data, record.shared, record.own) as unknown as APIChannel;
}

/** Whether it is a thread; a forum post is one. */
export function isThread(record: { readonly type: number }): boolean {
  return THREADS.has(record.type);
}

/**
 * Whether the bot may not see the channel: then its name is a placeholder and its permissions mean nothing. The flag tells, never the name.
 *
 * @see {@link https://docs.discord.com/developers/resources/channel#channel-object-channel-flags | Channel flags}
 */
export function isHidden(record: { readonly flags?: number | undefined }): boolean {
  return ((record.flags ?? 0) & OBFUSCATED) !== 0;
}

/** Writes the fast fields of a payload; absent ones stay. */
export function beat(pulse: ChannelPulse, payload: Payload): ChannelPulse {
  const target = pulse as unknown as Record<string, unknown>;
  for (const key of PULSES) put(target, key, payload[key]);
  return pulse;
}

function stillPulse(): ChannelPulse {
  return {
    last_message_id: undefined,
    last_pin_timestamp: undefined,
    message_count: undefined,
    total_message_sent: undefined,
    member_count: undefined,
    status: undefined,
    voice_start_time: undefined,
  };
}

function packOverwrites(value: unknown, { pool, intern }: PackContext): readonly OverwriteRecord[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return payloadsOf(value).flatMap(({ id: given, type, allow, deny }) => {
    const id = idOf(given);
    if (id === undefined) return [];
    return [{ id: intern(id), type: integerOf(type) ?? 0, allow: packPermissions(allow, pool), deny: packPermissions(deny, pool) }];
  });
}

/** Of dozens of overwrites an update mostly changes none. */
function areOverwrites({ permission_overwrites: known }: ChannelRecord, value: unknown): boolean {
  if (known === undefined || !Array.isArray(value) || value.length !== known.length) return false;
  return known.every(({ id, type, allow, deny }, at) => {
    const other: unknown = value[at];
    return isPayload(other) && other['id'] === id && other['type'] === type && other['allow'] === allow && other['deny'] === deny;
  });
}

function overwriteData(overwrite: OverwriteRecord): APIOverwrite {
  return { ...overwrite };
}
