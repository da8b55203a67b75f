import type { Removed } from '../CacheChange.js';
import type { ResolvedCachePolicy, ResolvedEntityPolicy } from '../CachePolicy.js';
import type { ChannelEntities, ChannelResource, Entities, GuildEntities, GuildResource, Resource } from '../records/entities.js';
import { FieldPool } from '../records/FieldPool.js';
import { idOf, type Payload } from '../records/payload.js';
import { BoundedTable } from './BoundedTable.js';
import { Shelf } from './Shelf.js';
import type { TableFactory } from './Table.js';
import { Tombstones } from './Tombstones.js';
import { Users, type UserChange } from './Users.js';
import type { WriteGuard } from './WriteGuard.js';

type Removals = { [R in Resource]?: Entities[R][] };

const NOTHING_REMOVED: Removed = Object.freeze({});

/** A guild resource that is a channel: those are found by their id alone. */
const isChannelKind = (resource: GuildResource): resource is 'channels' | 'threads' => resource === 'channels' || resource === 'threads';

/**
 * All that the cache knows, and the only hand that writes it: bounds are kept, users counted and channels found here, so that a reducer only says
 * what Discord said.
 */
export class World {
  readonly pool = new FieldPool();
  readonly users: Users;
  readonly guilds = new Map<string, Shelf>();
  /** Guilds that READY or an outage named and no GUILD_CREATE has brought yet, with their shard: a hundred thousand of them at once, so no more than that. */
  readonly awaited = new Map<string, number>();
  readonly direct = new Shelf('', 0);
  readonly buried = new Tombstones();
  /** The youngest message that was deleted: whatever is younger was not, and that is nearly every message that comes. */
  youngestDeleted = '';
  /** Guilds that the policy refused. */
  readonly refusedGuilds = new Set<string>();
  /** The bot's own user; `null` before the first READY. */
  selfId: string | null = null;
  /** READY's part about the application. */
  application: Payload | undefined;
  policy: ResolvedCachePolicy;
  nowMs = 0;
  /** How often a `keep` filter of the policy threw. */
  failedFilters = 0;
  /** Asked about each write and removal while somebody needs to know. */
  guard: WriteGuard | null = null;
  private readonly homes = new Map<string, Shelf>();
  private readonly makeTable: TableFactory;
  private removals: Removals | null = null;

  constructor(policy: ResolvedCachePolicy, makeTable: TableFactory) {
    this.policy = policy;
    this.makeTable = makeTable;
    this.users = new Users(this.pool, makeTable);
  }

  /** What was taken out since this was last asked. */
  takeRemovals(): Removed {
    const { removals } = this;
    if (removals === null) return NOTHING_REMOVED;
    this.removals = null;
    return removals;
  }

  /** The guild, or the direct messages, that a channel is in. */
  home(channelId: string): Shelf | undefined {
    return this.homes.get(channelId);
  }

  /** A channel or thread of any kind, by its id. */
  channel(channelId: string): Entities['channels'] | undefined {
    return this.homes.get(channelId)?.channel(channelId);
  }

  /**
   * Writes an entity of a guild, if the policy keeps it. What was there and is refused now is taken out. Whoever writes a member or a direct message
   * for the first time holds its users before; they are let go of here when it is refused.
   */
  put<R extends GuildResource>(shelf: Shelf, resource: R, id: string, record: GuildEntities[R]): boolean {
    const policy = this.policyOf(shelf, resource);
    if (!this.accepts(policy, record)) {
      if (this.take(shelf, resource, id) === undefined) this.left(shelf, resource, id, record);
      return false;
    }
    if (this.guard?.permits(resource, shelf.id, id) === false) {
      if (shelf.get(resource, id) === undefined) this.left(shelf, resource, id, record);
      return false;
    }
    const table = shelf.table(resource) ?? shelf.add(resource, new BoundedTable(this.makeTable<GuildEntities[R]>(resource)));
    table.put(id, record, policy, this.nowMs);
    if (isChannelKind(resource)) this.homes.set(id, shelf);
    return table.size <= policy.limit || this.bound(shelf, resource, table, id);
  }

  /** Takes an entity out of a guild, and what cannot be without it. */
  take<R extends GuildResource>(shelf: Shelf, resource: R, id: string): GuildEntities[R] | undefined {
    if (this.guard?.permits(resource, shelf.id, id) === false) return undefined;
    const record = shelf.table(resource)?.take(id);
    if (record === undefined) return undefined;
    this.note(resource, record as unknown as Entities[R]);
    this.left(shelf, resource, id, record);
    return record;
  }

  /** Writes an entity of a channel, if the policy keeps it. */
  putIn<R extends ChannelResource>(shelf: Shelf, resource: R, channelId: string, id: string, record: ChannelEntities[R]): boolean {
    const policy = this.policy[resource] as ResolvedEntityPolicy<ChannelEntities[R]>;
    if (!this.accepts(policy, record)) {
      this.takeFrom(shelf, resource, channelId, id);
      return false;
    }
    if (this.guard?.permits(resource, channelId, id) === false) return false;
    const table = shelf.channelTable(resource, channelId) ?? this.addChannelTable(shelf, resource, channelId);
    table.put(id, record, policy, this.nowMs);
    if (table.size > policy.limit) this.evict(shelf, resource, channelId, table);
    return true;
  }

  /** Takes an entity out of a channel. */
  takeFrom<R extends ChannelResource>(shelf: Shelf, resource: R, channelId: string, id: string): ChannelEntities[R] | undefined {
    if (this.guard?.permits(resource, channelId, id) === false) return undefined;
    const table = shelf.channelTable(resource, channelId);
    const record = table?.take(id);
    if (record !== undefined) this.note(resource, record as unknown as Entities[R]);
    if (table?.size === 0) this.dropTable(shelf, resource, channelId);
    return record;
  }

  /** A user is held once more: by a guild's member, by a direct message, by being the bot. */
  hold(userId: string, payload: Payload): UserChange | undefined {
    return this.policy.users.isKept ? this.users.hold(userId, payload) : undefined;
  }

  /** The counterpart of {@link World.hold}. */
  letGo(userId: string): void {
    const user = this.policy.users.isKept ? this.users.release(userId) : undefined;
    if (user !== undefined) this.note('users', user);
  }

  /** Adds to what the current event has taken out. */
  note<R extends Resource>(resource: R, record: Entities[R]): void {
    const removals = (this.removals ??= {});
    const list = (removals[resource] ??= []) as Entities[R][];
    list.push(record);
  }

  /** Takes a guild out with all that it contains. */
  dropGuild(shelf: Shelf): void {
    this.empty(shelf);
    this.guilds.delete(shelf.id);
    shelf.isAvailable = false;
    if (shelf.record !== undefined) this.note('guilds', shelf.record);
  }

  /** Takes out all that a guild contains. */
  empty(shelf: Shelf): void {
    for (const resource of GUILD_RESOURCES) for (const id of [...(shelf.table(resource)?.keys() ?? [])]) this.take(shelf, resource, id);
    this.emptyChannels(shelf);
  }

  /** Takes out what is in the channels of a guild; the channels stay. */
  emptyChannels(shelf: Shelf): void {
    for (const resource of CHANNEL_RESOURCES) for (const id of shelf.channelIds(resource)) this.emptyTable(shelf, resource, id);
  }

  /** Takes out what is in a channel; the channel stays. */
  emptyChannel(shelf: Shelf, channelId: string): void {
    for (const resource of CHANNEL_RESOURCES) this.emptyTable(shelf, resource, channelId);
  }

  /** Whether the policy keeps a guild. */
  acceptsGuild(record: Entities['guilds']): boolean {
    return this.accepts(this.policy.guilds, record);
  }

  /** Takes out the guilds that the policy does not keep any more. */
  refuseGuilds(): void {
    for (const shelf of [...this.guilds.values()]) {
      if (shelf.record === undefined || this.acceptsGuild(shelf.record)) continue;
      this.dropGuild(shelf);
      this.refusedGuilds.add(shelf.id);
    }
  }

  /** Takes out all that is too old or, since the policy changed, too much or not wanted any more. */
  sweep(): void {
    for (const shelf of [...this.guilds.values(), this.direct]) {
      for (const resource of GUILD_RESOURCES) this.sweepGuild(shelf, resource);
      for (const resource of CHANNEL_RESOURCES) for (const id of shelf.channelIds(resource)) this.sweepChannel(shelf, resource, id);
    }
    this.buried.sweep(this.nowMs);
  }

  /** Counts again who holds which user, after users were not kept for a while. */
  recountUsers(): void {
    this.users.clear();
    if (this.selfId !== null) this.hold(this.selfId, {});
    for (const shelf of this.guilds.values()) for (const { user_id } of shelf.all('members')) this.hold(user_id, {});
    for (const channel of this.direct.all('channels')) for (const id of recipientsOf(channel)) this.hold(id, {});
  }

  /** Forgets everything. */
  clear(): void {
    for (const shelf of [...this.guilds.values()]) this.dropGuild(shelf);
    this.empty(this.direct);
    this.users.clear();
    this.homes.clear();
    this.awaited.clear();
    this.buried.clear();
    this.youngestDeleted = '';
    this.refusedGuilds.clear();
    this.pool.clear();
    this.selfId = null;
    this.application = undefined;
    this.removals = null;
  }

  private policyOf<R extends GuildResource>(shelf: Shelf, resource: R): ResolvedEntityPolicy<GuildEntities[R]> {
    const name = shelf === this.direct && resource === 'channels' ? 'privateChannels' : resource;
    return this.policy[name] as unknown as ResolvedEntityPolicy<GuildEntities[R]>;
  }

  /** What a bound never takes: the bot's own member, without which no permission can be computed, and @everyone. */
  private exempt(shelf: Shelf, resource: GuildResource): string | undefined {
    if (resource === 'members') return this.selfId ?? undefined;
    return resource === 'roles' ? shelf.id : undefined;
  }

  private accepts<V>(policy: ResolvedEntityPolicy<V>, record: V): boolean {
    if (!policy.isKept || policy.limit === 0) return false;
    if (policy.keep === null) return true;
    try {
      return policy.keep(record);
    } catch {
      // A user's filter must not cost an event. It refused nothing; stats() tells that it fails.
      this.failedFilters += 1;
      return true;
    }
  }

  private addChannelTable<R extends ChannelResource>(shelf: Shelf, resource: R, channelId: string): BoundedTable<ChannelEntities[R]> {
    // A channel that the policy does not keep has messages all the same.
    this.homes.set(channelId, shelf);
    return shelf.addChannelTable(resource, channelId, new BoundedTable(this.makeTable<ChannelEntities[R]>(resource)));
  }

  /** Takes out what is too much; says whether an entity stayed. */
  private bound<R extends GuildResource>(shelf: Shelf, resource: R, table: BoundedTable<GuildEntities[R]>, id: string): boolean {
    const { limit } = this.policyOf(shelf, resource);
    for (const surplus of table.surplus(limit, this.exempt(shelf, resource))) this.quietly(() => this.take(shelf, resource, surplus));
    return table.get(id) !== undefined;
  }

  /** In a busy channel each message takes the place of another one. */
  private evict<R extends ChannelResource>(shelf: Shelf, resource: R, channelId: string, table: BoundedTable<ChannelEntities[R]>): void {
    for (const id of table.surplus(this.policy[resource].limit)) {
      if (this.guard === null) table.take(id);
      else this.quietly(() => this.takeFrom(shelf, resource, channelId, id));
    }
  }

  /** What a bound takes is no consequence of the event. */
  private quietly(take: () => unknown): void {
    const { removals } = this;
    this.removals = null;
    take();
    this.removals = removals;
  }

  /** What an entity leaves behind goes with it. */
  private left<R extends GuildResource>(shelf: Shelf, resource: R, id: string, record: GuildEntities[R]): void {
    if (isChannelKind(resource)) this.forgetChannel(shelf, id);
    if (resource === 'members') this.letGo(id);
    if (shelf === this.direct) for (const userId of recipientsOf(record as GuildEntities['channels'])) this.letGo(userId);
  }

  private forgetChannel(shelf: Shelf, id: string): void {
    this.homes.delete(id);
    this.emptyChannel(shelf, id);
  }

  private emptyTable(shelf: Shelf, resource: ChannelResource, channelId: string): void {
    for (const record of shelf.channelTable(resource, channelId)?.values() ?? []) this.note(resource, record);
    this.dropTable(shelf, resource, channelId);
  }

  private dropTable(shelf: Shelf, resource: ChannelResource, channelId: string): void {
    shelf.dropChannelTable(resource, channelId);
    const isEmpty = CHANNEL_RESOURCES.every((each) => shelf.channelTable(each, channelId) === undefined);
    if (isEmpty && this.channel(channelId) === undefined) this.homes.delete(channelId);
  }

  private sweepGuild(shelf: Shelf, resource: GuildResource): void {
    const table = shelf.table(resource) as BoundedTable<never> | undefined;
    const policy = this.policyOf(shelf, resource) as ResolvedEntityPolicy<never>;
    const excess = table === undefined ? [] : this.excess(table, policy, this.exempt(shelf, resource));
    for (const id of excess) this.take(shelf, resource, id);
  }

  private sweepChannel(shelf: Shelf, resource: ChannelResource, channelId: string): void {
    const table = shelf.channelTable(resource, channelId) as BoundedTable<never> | undefined;
    const excess = table === undefined ? [] : this.excess(table, this.policy[resource]);
    for (const id of excess) this.takeFrom(shelf, resource, channelId, id);
  }

  /** Those that are too old, too many, or refused by the policy as it is now. */
  private excess<V>(table: BoundedTable<V>, policy: ResolvedEntityPolicy<V>, exempt?: string): readonly string[] {
    const isRefused = (id: string): boolean => {
      const record = table.get(id);
      return record !== undefined && !this.accepts(policy, record);
    };
    const refused = policy.isKept && policy.keep === null ? [] : [...table.keys()].filter(isRefused);
    return [...refused, ...table.expired(policy.maxAgeMs, this.nowMs, exempt), ...table.surplus(policy.limit, exempt)];
  }
}

/** In the order in which they are taken out. */
export const GUILD_RESOURCES: readonly GuildResource[] = [
  'threads',
  'channels',
  'presences',
  'voiceStates',
  'members',
  'roles',
  'emojis',
  'stickers',
  'soundboardSounds',
  'stageInstances',
  'scheduledEvents',
  'integrations',
  'autoModerationRules',
  'invites',
];
export const CHANNEL_RESOURCES: readonly ChannelResource[] = ['messages', 'threadMembers'];

/** The ids of those whom a direct message is with. */
export function recipientsOf(channel: Entities['channels']): readonly string[] {
  const list = channel.own?.['recipients'];
  return Array.isArray(list) ? list.flatMap((user: { readonly id?: unknown } | null) => idOf(user?.id) ?? []) : [];
}
