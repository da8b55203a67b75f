import type { Resource } from './records/entities.js';
import { CHANNEL_RESOURCES, GUILD_RESOURCES, type World } from './tables/World.js';

/** About how much memory the entities of one kind take. */
export interface EntityMemory {
  readonly count: number;
  /** Bytes of all of them, without what they share with others. */
  readonly bytes: number;
}

/** About how much memory the cache takes, in bytes. */
export interface CacheMemory {
  readonly totalBytes: number;
  readonly byKind: Readonly<Partial<Record<Resource, EntityMemory>>>;
}

const SAMPLE = 64;
/** An entry of a map, and what stands before the fields of an object, as V8 lays them out in 64 bits. */
const ENTRY_BYTES = 36;
const OBJECT_BYTES = 24;
const ARRAY_BYTES = 48;
const WORD_BYTES = 8;
const NUMBER_BYTES = 16;

/** Weighs a sample of each kind, and reckons up. */
export function weighWorld(world: World): CacheMemory {
  const lists = new Map<Resource, Weighable[]>([
    ['guilds', [listed([...world.guilds.values()].flatMap(({ record }) => record ?? []))]],
    ['users', [world.users]],
    ['privateChannels', [listed(world.direct.all('channels'))]],
  ]);
  for (const shelf of world.guilds.values()) {
    for (const resource of GUILD_RESOURCES) push(lists, resource, shelf.table(resource));
  }
  for (const shelf of [...world.guilds.values(), world.direct]) {
    for (const resource of CHANNEL_RESOURCES) {
      for (const id of shelf.channelIds(resource)) push(lists, resource, shelf.channelTable(resource, id));
    }
  }
  const byKind = Object.fromEntries([...lists].map(([resource, parts]) => [resource, weighAll(parts)]));
  return { totalBytes: Object.values(byKind).reduce((sum, { bytes }) => sum + bytes, 0), byKind };
}

/** A table, or something that stands for one. */
interface Weighable {
  readonly rowBytes?: number | undefined;
  values(): Iterable<object>;
}

function listed(records: readonly object[]): Weighable {
  return { values: () => records };
}

function push(lists: Map<Resource, Weighable[]>, resource: Resource, table: Weighable | undefined): void {
  if (table === undefined) return;
  const parts = lists.get(resource) ?? [];
  parts.push(table);
  lists.set(resource, parts);
}

function weighAll(parts: readonly Weighable[]): EntityMemory {
  let count = 0;
  let sampled = 0;
  let bytes = 0;
  // Spread over the whole: one in a growing stride, so that the last guild weighs as much as the first.
  let stride = 1;
  for (const part of parts) {
    for (const record of part.values()) {
      if (count++ % stride !== 0) continue;
      bytes += weighRecord(record, part.rowBytes);
      sampled += 1;
      if (sampled % SAMPLE === 0) stride *= 2;
    }
  }
  return { count, bytes: sampled === 0 ? 0 : Math.round((bytes / sampled) * count) };
}

/** What a row has in another form than the record that is made of it: its bytes are those of the row. */
const IN_ROW: ReadonlySet<string> = new Set(['id', 'joined_at', 'roles']);

/** A record with what hangs on it. The ids of others are their texts. */
function weighRecord(record: object, rowBytes: number | undefined): number {
  const isApart = (key: string): boolean => !key.endsWith('_id') && (rowBytes === undefined || !IN_ROW.has(key));
  const parts = Object.entries(record).flatMap(([key, value]: readonly [string, unknown]) =>
    value != null && isApart(key) ? [value] : [],
  );
  return (rowBytes ?? ENTRY_BYTES + OBJECT_BYTES + Object.keys(record).length * WORD_BYTES) + weigh(parts);
}

/** Values with all that hangs on them. Frozen objects are shared. */
function weigh(values: readonly unknown[]): number {
  const open = [...values];
  const seen = new Set<unknown>();
  let bytes = 0;
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value === 'string') bytes += 16 + Math.ceil(value.length / WORD_BYTES) * WORD_BYTES;
    else if (typeof value === 'number') bytes += Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 0 : NUMBER_BYTES;
    else if (typeof value === 'object' && value !== null && !Object.isFrozen(value) && !seen.has(value)) {
      seen.add(value);
      const parts: readonly unknown[] = Object.values(value);
      bytes += (Array.isArray(value) ? ARRAY_BYTES : OBJECT_BYTES) + parts.length * WORD_BYTES;
      open.push(...parts.filter((part) => part != null));
    }
  }
  return bytes;
}
