import { channelData } from '../records/channel.js';
import { guildData } from '../records/guild.js';
import { memberData } from '../records/member.js';
import { messageData } from '../records/message.js';
import type { Payload } from '../records/payload.js';
import { plainData } from '../records/plain.js';
import { presenceData } from '../records/presence.js';
import { roleData } from '../records/role.js';
import { userData } from '../records/user.js';
import { voiceStateData } from '../records/voiceState.js';
import type { ChannelResource, Entities, GuildResource } from '../records/entities.js';
import type { Shelf } from '../tables/Shelf.js';
import { recipientsOf, type World } from '../tables/World.js';
import {
  ENTITIES_PER_LINE,
  SNAPSHOT_FORMAT,
  SNAPSHOT_VERSION,
  type Aged,
  type DirectLine,
  type EntitiesLine,
  type GuildLine,
  type HeadingLine,
  type SnapshotLine,
  type SnapshotSession,
} from './lines.js';

/** What of a world is written down, and with what. */
export interface DumpOptions {
  readonly nowMs: () => number;
  readonly wallMs: () => number;
  /** `null` for all shards. */
  readonly shardId: number | null;
  /** Asked for each guild: events go on between the lines. */
  readonly session: () => SnapshotSession | null;
  /** Whether an entity is only on loan; that is not written down. */
  readonly isLent: (resource: GuildResource | ChannelResource, place: string, id: string) => boolean;
}

/**
 * Writes a world down, line by line. Each guild is as it was when its first line was asked for, whatever happens before the next: records never
 * change. Making text of them, which takes the time, happens line by line.
 */
export function* dumpLines(world: World, options: DumpOptions): IterableIterator<string> {
  let failed = 0;
  for (const line of linesOf(world, options)) {
    const text = lineText(line);
    if (text === null) failed += 1;
    else yield text;
  }
  yield JSON.stringify({ kind: 'end', failed } satisfies SnapshotLine);
}

/** `null` for what is nested deeper than a stack: JSON can be read that cannot be written. */
function lineText(line: SnapshotLine): string | null {
  try {
    return JSON.stringify(line);
  } catch {
    // The end of the snapshot says that a line is missing.
    return null;
  }
}

function* linesOf(world: World, options: DumpOptions): IterableIterator<SnapshotLine> {
  const { shardId } = options;
  yield headingOf(world, options);
  // Direct messages come over shard 0.
  if (shardId === null || shardId === 0) yield* shelfLines(world, world.direct, options, directOf(world, options));
  for (const id of [...world.guilds.keys()]) {
    const shelf = world.guilds.get(id);
    if (shelf?.record === undefined || (shardId !== null && shelf.shardId !== shardId)) continue;
    yield* shelfLines(world, shelf, options, guildOf(shelf, shelf.record, options));
  }
}

function headingOf(world: World, { shardId, session, wallMs }: DumpOptions): HeadingLine {
  const self = world.selfId === null ? undefined : world.users.get(world.selfId);
  const awaited = [...world.awaited].filter(([, shard]) => shardId === null || shard === shardId).map(([id]) => id);
  return {
    kind: SNAPSHOT_FORMAT,
    version: SNAPSHOT_VERSION,
    savedAtMs: wallMs(),
    shardId,
    session: session(),
    self: self === undefined ? (world.selfId === null ? null : { id: world.selfId }) : { ...userData(self) },
    application: world.application ?? null,
    awaited,
    refused: [...world.refusedGuilds],
  };
}

/** A line of a guild or of the direct messages, then those of what lives in it. */
function* shelfLines(world: World, shelf: Shelf, options: DumpOptions, first: SnapshotLine): IterableIterator<SnapshotLine> {
  const guildId = shelf === world.direct ? null : shelf.id;
  const parts: readonly (readonly [EntitiesLine['kind'], readonly Aged[]])[] = [
    ['members', membersOf(world, shelf, options)],
    ['messages', inChannels(shelf, 'messages', options, (record) => ({ ...messageData(record) }))],
    ['threadMembers', inChannels(shelf, 'threadMembers', options, (record, id) => ({ thread_id: id, ...plainData(record) }))],
  ];
  yield first;
  for (const [kind, entities] of parts) {
    for (let at = 0; at < entities.length; at += ENTITIES_PER_LINE)
      yield { kind, guildId, entities: entities.slice(at, at + ENTITIES_PER_LINE) };
  }
}

function directOf(world: World, { session }: DumpOptions): DirectLine {
  const channels = world.direct.all('channels');
  const users = new Set(channels.flatMap((channel) => recipientsOf(channel)));
  return {
    kind: 'direct',
    sequence: session()?.sequence ?? null,
    channels: channels.map((channel) => ({ ...channelData(channel) })),
    users: [...users].flatMap((id) => {
      const user = world.users.get(id);
      return user === undefined ? [] : [{ ...userData(user) }];
    }),
  };
}

function guildOf(shelf: Shelf, record: Entities['guilds'], options: DumpOptions): GuildLine {
  const kept = <R extends GuildResource>(resource: R): readonly Entities[R][] =>
    [...(shelf.table(resource)?.keys() ?? [])].flatMap((id) => {
      const entity = options.isLent(resource, shelf.id, id) ? undefined : shelf.get(resource, id);
      return entity === undefined ? [] : [entity as unknown as Entities[R]];
    });
  return {
    kind: 'guild',
    shardId: shelf.shardId,
    sequence: options.session()?.sequence ?? null,
    isAvailable: shelf.isAvailable,
    guild: {
      ...guildData(record),
      roles: kept('roles').map(roleData),
      channels: kept('channels').map(channelData),
      threads: kept('threads').map(channelData),
      emojis: kept('emojis').map(plainData),
      stickers: kept('stickers').map(plainData),
      soundboard_sounds: kept('soundboardSounds').map(plainData),
      stage_instances: kept('stageInstances').map(plainData),
      guild_scheduled_events: kept('scheduledEvents').map(plainData),
      presences: kept('presences').map((each) => presenceData(each, shelf.id)),
      voice_states: kept('voiceStates').map((each) => voiceStateData(each, shelf.id)),
    },
    autoModerationRules: kept('autoModerationRules').map(plainData),
    integrations: kept('integrations').map(plainData),
    invites: kept('invites').map((each) => ({ data: plainData(each), ageMs: ageOf(shelf.table('invites'), each.id, options) })),
  };
}

function membersOf(world: World, shelf: Shelf, options: DumpOptions): readonly Aged[] {
  const ids = [...(shelf.table('members')?.keys() ?? [])].filter((id) => !options.isLent('members', shelf.id, id));
  return ids.flatMap((id) => {
    const member = shelf.get('members', id);
    const user = world.users.get(id);
    if (member === undefined) return [];
    // Without users, the id is all that is known.
    const data = user === undefined ? { ...memberData(member), user: { id } } : { ...memberData(member, user) };
    return [{ data, ageMs: ageOf(shelf.table('members'), id, options) }];
  });
}

function inChannels<R extends ChannelResource>(
  shelf: Shelf,
  resource: R,
  options: DumpOptions,
  dataOf: (record: Entities[R], channelId: string) => Payload,
): readonly Aged[] {
  return shelf.channelIds(resource).flatMap((channelId) => {
    const table = shelf.channelTable(resource, channelId);
    const ids = [...(table?.keys() ?? [])].filter((id) => !options.isLent(resource, channelId, id));
    return ids.flatMap((id) => {
      const record = table?.get(id);
      if (record === undefined) return [];
      return [{ data: dataOf(record as unknown as Entities[R], channelId), ageMs: ageOf(table, id, options) }];
    });
  });
}

/** For how long an entity has been kept; unknown where the policy bounds no age. */
function ageOf(table: { writtenMsOf(id: string): number | undefined } | undefined, id: string, { nowMs }: DumpOptions): number | undefined {
  const writtenMs = table?.writtenMsOf(id);
  return writtenMs === undefined ? undefined : Math.max(0, nowMs() - writtenMs);
}
