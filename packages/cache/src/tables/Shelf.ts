import type { ChannelEntities, ChannelResource, GuildEntities, GuildResource } from '../records/entities.js';
import type { GuildRecord } from '../records/guild.js';
import type { BoundedTable } from './BoundedTable.js';

/** Everything of one guild: its record and its tables, each made when the first entity comes. Direct messages have a shelf of their own. */
export class Shelf {
  /** Empty for direct messages. */
  readonly id: string;
  /** Which shard spoke of the guild last. */
  shardId: number;
  /** Not yet known after READY, in which a guild is an id only. */
  record: GuildRecord | undefined;
  /** False between READY and GUILD_CREATE, and during an outage. What the shelf holds may be out of date then. */
  isAvailable = false;
  /** The ids that stand in payloads, replaced by those that are kept already. */
  readonly intern: (id: string) => string;
  private readonly tables: { [R in GuildResource]: BoundedTable<GuildEntities[R]> | undefined } = {
    autoModerationRules: undefined,
    channels: undefined,
    emojis: undefined,
    integrations: undefined,
    invites: undefined,
    members: undefined,
    presences: undefined,
    roles: undefined,
    scheduledEvents: undefined,
    soundboardSounds: undefined,
    stageInstances: undefined,
    stickers: undefined,
    threads: undefined,
    voiceStates: undefined,
  };
  private readonly channelTables: Readonly<Record<ChannelResource, Map<string, BoundedTable<unknown>>>> = {
    messages: new Map(),
    threadMembers: new Map(),
  };

  constructor(id: string, shardId: number) {
    this.id = id;
    this.shardId = shardId;
    this.intern = (wanted) =>
      this.get('roles', wanted)?.id ?? this.get('channels', wanted)?.id ?? this.get('members', wanted)?.user_id ?? wanted;
  }

  get<R extends GuildResource>(resource: R, id: string): GuildEntities[R] | undefined {
    return this.table(resource)?.get(id);
  }

  /** A snapshot, so that what it is looped over may be taken out. */
  all<R extends GuildResource>(resource: R): readonly GuildEntities[R][] {
    return [...(this.table(resource)?.values() ?? [])];
  }

  table<R extends GuildResource>(resource: R): BoundedTable<GuildEntities[R]> | undefined {
    return this.tables[resource];
  }

  add<R extends GuildResource>(resource: R, table: BoundedTable<GuildEntities[R]>): BoundedTable<GuildEntities[R]> {
    this.tables[resource] = table as (typeof this.tables)[R];
    return table;
  }

  /** A channel or thread of this guild. */
  channel(id: string): GuildEntities['channels'] | undefined {
    return this.tables.channels?.get(id) ?? this.tables.threads?.get(id);
  }

  channelTable<R extends ChannelResource>(resource: R, channelId: string): BoundedTable<ChannelEntities[R]> | undefined {
    return this.channelTables[resource].get(channelId) as BoundedTable<ChannelEntities[R]> | undefined;
  }

  addChannelTable<R extends ChannelResource>(
    resource: R,
    channelId: string,
    table: BoundedTable<ChannelEntities[R]>,
  ): BoundedTable<ChannelEntities[R]> {
    this.channelTables[resource].set(channelId, table);
    return table;
  }

  dropChannelTable(resource: ChannelResource, channelId: string): void {
    this.channelTables[resource].delete(channelId);
  }

  /** Which channels have a table of that kind. */
  channelIds(resource: ChannelResource): readonly string[] {
    return [...this.channelTables[resource].keys()];
  }
}
