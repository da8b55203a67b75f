import type { FieldPool } from './FieldPool.js';
import { keptFields, type KeptFields } from './keptFields.js';
import { idOf, nullableText, put, textOf, type Payload } from './payload.js';

/** What of a guild changes too often to copy its record each time. It is always the present, also beside a record that was replaced. */
export interface GuildPulse {
  member_count: number | undefined;
}

/**
 * A guild without what it contains: that has tables of its own.
 *
 * @see {@link https://docs.discord.com/developers/resources/guild#guild-object | Guild object}
 */
export interface GuildRecord extends KeptFields {
  readonly id: string;
  readonly name: string | undefined;
  readonly owner_id: string | undefined;
  readonly icon: string | null | undefined;
  readonly pulse: GuildPulse;
}

/** The lists of GUILD_CREATE, each of which fills a table. */
export const GUILD_LISTS = [
  'channels',
  'threads',
  'members',
  'roles',
  'emojis',
  'stickers',
  'presences',
  'voice_states',
  'stage_instances',
  'guild_scheduled_events',
  'soundboard_sounds',
] as const;

const SLOTS: ReadonlySet<string> = new Set(['id', 'name', 'owner_id', 'icon', 'member_count', 'unavailable', ...GUILD_LISTS]);

/** Packs a guild whose id was checked. */
export function packGuild(
  id: string,
  payload: Payload,
  { pool, pulse }: { readonly pool: FieldPool; readonly pulse: GuildPulse },
): GuildRecord {
  const { shared, own } = keptFields(payload, SLOTS, pool);
  return {
    id,
    name: textOf(payload['name']),
    owner_id: idOf(payload['owner_id']),
    icon: nullableText(payload['icon']),
    pulse,
    shared,
    own,
  };
}

/** Discord's payload of a guild without its lists. */
export function guildData(record: GuildRecord): Record<string, unknown> {
  const data: Record<string, unknown> = { id: record.id };
  put(data, 'name', record.name);
  put(data, 'owner_id', record.owner_id);
  put(data, 'icon', record.icon);
  put(data, 'member_count', record.pulse.member_count);
  return Object.assign(data, record.shared, record.own);
}
