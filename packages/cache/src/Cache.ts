import { checkPorts, refuseUnknownOptions, systemClock, type Clock } from '@aplomb/base';
import type { APIGuild, APIGuildMember } from 'discord-api-types/v10';
import type { CacheChange, ChangedBy } from './CacheChange.js';
import type { CacheEvent, CacheEventContext } from './CacheEvent.js';
import { resolveCachePolicy, type CachePolicy, type ResolvedCachePolicy } from './CachePolicy.js';
import { countWorld, type CacheStats } from './CacheStats.js';
import { EventApplier } from './EventApplier.js';
import { Arbiter, keyOf, type FillMark } from './fill/Arbiter.js';
import { Filler } from './fill/Filler.js';
import type { FillOptions, FillOutcome, FillPayloads, FillResource } from './fill/FillOptions.js';
import { weighWorld, type CacheMemory } from './memoryReport.js';
import type { ChannelRecord } from './records/channel.js';
import type { GuildEntities, GuildResource } from './records/entities.js';
import { guildData, type GuildRecord } from './records/guild.js';
import { memberData, type MemberRecord } from './records/member.js';
import type { MessageRecord } from './records/message.js';
import type { Payload } from './records/payload.js';
import { plainData, type PlainRecord } from './records/plain.js';
import { roleData, type RoleRecord } from './records/role.js';
import type { UserRecord } from './records/user.js';
import { dumpLines } from './snapshot/dump.js';
import { ReplayOverlap } from './snapshot/ReplayOverlap.js';
import { Restoration, type CacheRestored } from './snapshot/Restoration.js';
import { checkRestore, checkSnapshot, type CacheRestoreOptions, type CacheSnapshotOptions } from './snapshot/SnapshotOptions.js';
import { laterSession } from './snapshot/laterSession.js';
import { turns } from './snapshot/turns.js';
import { packedTables } from './tables/packedTables.js';
import type { TableFactory } from './tables/Table.js';
import { World } from './tables/World.js';
import { wantedEvents } from './wantedEvents.js';

/** How a {@link Cache} is set up. */
export interface CacheOptions {
  /**
   * Where time comes from.
   *
   * @defaultValue `systemClock`
   */
  readonly clock?: Clock;
  /**
   * What is kept, and how much of it.
   *
   * @defaultValue everything but presences and the members of threads, within bounds; see {@link CachePolicy}
   */
  readonly policy?: CachePolicy;
  /**
   * Makes the tables that hold the records.
   *
   * @defaultValue `packedTables`
   */
  readonly tables?: TableFactory;
}

const SWEEP_EVERY_MS = 10_000;
const REPEATED: CacheChange = Object.freeze({
  before: undefined,
  after: undefined,
  removed: Object.freeze({}),
  user: undefined,
  passage: null,
  outcome: 'repeated',
});

/**
 * What a bot knows of Discord, kept true by the gateway's events. Events are applied one by one in the order of the socket, before anybody else sees
 * them; what a change did comes back as {@link CacheChange}. Entities are kept as records: small, never changed, only replaced. Functions such as
 * `channelData` build Discord's payload of a record.
 *
 * @example
 * ```ts
 * import { Cache, channelData } from '@aplomb/cache';
 *
 * const cache = new Cache({ policy: { messages: { limit: 50 } } });
 * const event = { t: 'CHANNEL_UPDATE', s: 7, d: { id: '41771983423143937', guild_id: '41771983423143936', name: 'general' } } as const;
 * const { before, after } = cache.apply(event, { shardId: 0 });
 * if (before !== undefined && after !== undefined) console.log(`${before.name} is now`, channelData(after));
 * ```
 */
export class Cache {
  private readonly world: World;
  private readonly applier: EventApplier;
  private readonly arbiter: Arbiter;
  private readonly clock: Clock;
  private readonly filler: Filler;
  private readonly overlap = new ReplayOverlap();
  private overlapped = 0;
  private sweptMs: number;
  private wanted: ReadonlySet<string>;

  /**
   * @throws {@link OptionsError} `UNKNOWN_OPTION`, `INVALID_OPTION`
   */
  constructor(options: CacheOptions = {}) {
    refuseUnknownOptions('Cache', options, ['clock', 'policy', 'tables']);
    checkPorts(options, { clock: ['nowMs', 'wallMs', 'after'], tables: [] });
    this.clock = options.clock ?? systemClock;
    this.world = new World(resolveCachePolicy(options.policy), options.tables ?? packedTables);
    this.wanted = wantedEvents(this.world.policy);
    this.applier = new EventApplier(this.world);
    this.arbiter = new Arbiter(this.world);
    this.filler = new Filler(this.world, this.arbiter, (ids) => this.applier.letIn(ids));
    this.sweptMs = this.clock.nowMs();
  }

  /** What is kept, and how much of it. */
  get policy(): ResolvedCachePolicy {
    return this.world.policy;
  }

  /** The bot's own user id; `null` before the first READY. */
  get selfId(): string | null {
    return this.world.selfId;
  }

  /** READY's part about the application; `undefined` before the first READY. */
  get application(): Payload | undefined {
    return this.world.application;
  }

  /**
   * Writes an event. It never throws, whatever the payload is: what cannot be understood is ignored, and the outcome says so. An event whose `s` was
   * applied already in this session changes nothing.
   */
  apply<Name extends string>(event: CacheEvent<Name>, context: CacheEventContext): CacheChange<ChangedBy<Name>> {
    this.tick();
    if (this.overlap.size > 0 && this.overlap.covers(event, context.shardId)) {
      this.overlapped += 1;
      return REPEATED as CacheChange<ChangedBy<Name>>;
    }
    this.arbiter.hear(event);
    return this.applier.apply(event, context) as CacheChange<ChangedBy<Name>>;
  }

  /**
   * Whether the cache wants a dispatch parsed, by its name. It depends on the policy: presences are not worth it where none are kept. What is not wanted may be
   * applied all the same.
   */
  wants(type: string): boolean {
    return this.wanted.has(type);
  }

  /** A guild's own record. It may be unavailable: see {@link Cache.isAvailable}. */
  guild(guildId: string): GuildRecord | undefined {
    return this.world.guilds.get(guildId)?.record;
  }

  /** All guilds that are cached. */
  *guilds(): IterableIterator<GuildRecord> {
    for (const { record } of this.world.guilds.values()) if (record !== undefined) yield record;
  }

  /** Whether a guild is there: announced in this session and not in an outage. Until it is, what is cached of it may be out of date. */
  isAvailable(guildId: string): boolean {
    return this.world.guilds.get(guildId)?.isAvailable ?? false;
  }

  /** The guilds that READY or an outage named and that are not there now. */
  unavailableGuildIds(): readonly string[] {
    const waiting = [...this.world.guilds.values()].filter(({ isAvailable }) => !isAvailable);
    return [...this.world.awaited.keys(), ...waiting.map(({ id }) => id)];
  }

  /** A channel, thread or direct message, by its id alone. */
  channel(channelId: string): ChannelRecord | undefined {
    return this.world.channel(channelId);
  }

  /** The direct messages that are known. */
  privateChannels(): readonly ChannelRecord[] {
    return this.world.direct.all('channels');
  }

  /** A member of a guild, without its user: see {@link Cache.user}, or {@link Cache.memberData} for both. */
  member(guildId: string, userId: string): MemberRecord | undefined {
    return this.get('members', guildId, userId);
  }

  /** A role of a guild; @everyone has the guild's id. */
  role(guildId: string, roleId: string): RoleRecord | undefined {
    return this.get('roles', guildId, roleId);
  }

  /** A user that a cached guild or direct message holds. */
  user(userId: string): UserRecord | undefined {
    return this.world.users.get(userId);
  }

  /** A cached message of any channel, thread or direct message. */
  message(channelId: string, messageId: string): MessageRecord | undefined {
    return this.messageTable(channelId)?.get(messageId);
  }

  /** The cached messages of a channel, in the order in which they came. */
  messages(channelId: string): readonly MessageRecord[] {
    return [...(this.messageTable(channelId)?.values() ?? [])];
  }

  /** The cached members of a thread. The bot's own membership is in the thread's payload, too. */
  threadMembers(threadId: string): readonly PlainRecord[] {
    return [...(this.world.home(threadId)?.channelTable('threadMembers', threadId)?.values() ?? [])];
  }

  /** One entity of a guild: `cache.get('emojis', guildId, emojiId)`. Members, presences and voice states go by user id, invites by code. */
  get<R extends GuildResource>(resource: R, guildId: string, id: string): GuildEntities[R] | undefined {
    return this.world.guilds.get(guildId)?.get(resource, id);
  }

  /** All entities of a kind in a guild: `cache.all('roles', guildId)`. */
  all<R extends GuildResource>(resource: R, guildId: string): readonly GuildEntities[R][] {
    return this.world.guilds.get(guildId)?.all(resource) ?? [];
  }

  /** How many entities of a kind a guild has in the cache. */
  count(resource: GuildResource, guildId: string): number {
    return this.world.guilds.get(guildId)?.table(resource)?.size ?? 0;
  }

  /** Discord's payload of a guild, with roles, emojis and stickers. */
  guildData(guildId: string): APIGuild | undefined {
    const shelf = this.world.guilds.get(guildId);
    if (shelf?.record === undefined) return undefined;
    const roles = shelf.all('roles').map(roleData);
    const [emojis, stickers] = (['emojis', 'stickers'] as const).map((resource) => shelf.all(resource).map((record) => plainData(record)));
    return { ...guildData(shelf.record), roles, emojis, stickers } as unknown as APIGuild;
  }

  /** Discord's payload of a member with its user. */
  memberData(guildId: string, userId: string): APIGuildMember | undefined {
    const member = this.member(guildId, userId);
    return member === undefined ? undefined : memberData(member, this.world.users.get(userId));
  }

  /**
   * Marks the moment before a call of REST whose answer {@link Cache.fill} is to write: what events say from now on is newer than the answer. A mark
   * serves one answer; one that is not used within a minute lapses.
   */
  beginFill(): FillMark {
    this.world.nowMs = this.clock.nowMs();
    return this.arbiter.mark();
  }

  /**
   * Writes what REST answered, one entity or a list of them, into the same records that events make. What a list does not name stays,
   * unless it is {@link FillOptions.isWhole | whole}. An entity is refused that an event has told of since the {@link FillOptions.mark | mark}, that was deleted a moment ago, that the policy
   * does not keep, or whose guild or channel is not known; with a mark that has lapsed, or from before a new session, all are. What no event had told
   * of stays for {@link FillOptions.maxAgeMs}.
   *
   * @throws {@link OptionsError} `UNKNOWN_OPTION`, `INVALID_OPTION`
   * @example
   * ```ts
   * import { Cache } from '@aplomb/cache';
   * import type { APIGuildMember } from 'discord-api-types/v10';
   *
   * export async function member(cache: Cache, guildId: string, userId: string, ask: () => Promise<APIGuildMember>): Promise<void> {
   *   const mark = cache.beginFill();
   *   const { refused } = cache.fill('members', await ask(), { guildId, mark });
   *   if (refused > 0) console.log('the cache knows something newer of', userId);
   * }
   * ```
   */
  fill<R extends FillResource>(resource: R, answer: FillPayloads[R] | readonly FillPayloads[R][], options: FillOptions = {}): FillOutcome {
    this.world.nowMs = this.clock.nowMs();
    return this.filler.fill(resource, answer, options);
  }

  /**
   * Writes down all that is kept, or what belongs to one shard, as lines of JSON: one for each guild, and more for its members, messages and people in threads. Each line
   * takes a few milliseconds at most; events may be applied between two of them. What is on loan from REST is left out.
   *
   * @throws {@link OptionsError} `UNKNOWN_OPTION`, `INVALID_OPTION`
   * @example
   * ```ts
   * import { Cache, FileCacheSnapshotStore } from '@aplomb/cache';
   *
   * const cache = new Cache();
   * const store = new FileCacheSnapshotStore({ directory: '.aplomb/cache' });
   * await store.save({ shardId: 0, shardTotal: 1 }, cache.snapshotLines({ shardId: 0 }));
   * ```
   */
  snapshotLines(options: CacheSnapshotOptions = {}): IterableIterator<string> {
    const { shardId, session } = checkSnapshot(options);
    return dumpLines(this.world, {
      nowMs: () => this.clock.nowMs(),
      wallMs: () => this.clock.wallMs(),
      shardId,
      // What was saved of a session lags behind what is applied.
      session: () => laterSession(session(), shardId === null ? 0 : this.applier.sequenceOf(shardId)),
      isLent: (resource, place, id) => this.arbiter.loans.has(keyOf(resource, place, id)),
    });
  }

  /**
   * Puts back what {@link Cache.snapshotLines} wrote down. What the cache knows already is newer and stays: a guild that an event has named, a user, an entity that an event
   * wrote meanwhile. Lines that cannot be read are counted and passed over. It yields to the loop every 10 ms; let it end before the first event of
   * the shard is applied.
   *
   * @throws {@link CacheSnapshotError} `CACHE_SNAPSHOT_UNREADABLE`, `CACHE_SNAPSHOT_FOREIGN`; nothing was restored then.
   * @throws {@link OptionsError} `UNKNOWN_OPTION`, `INVALID_OPTION`
   */
  async restore(lines: AsyncIterable<string> | Iterable<string>, options: CacheRestoreOptions = {}): Promise<CacheRestored> {
    const { clock, world, arbiter, overlap } = this;
    world.nowMs = clock.nowMs();
    const restoration = new Restoration({
      ...checkRestore(options),
      world,
      arbiter,
      overlap,
      letIn: (ids) => this.applier.letIn(ids),
      nowMs: () => clock.nowMs(),
      wallMs: () => clock.wallMs(),
    });
    return restoration.read(lines, turns(clock));
  }

  /**
   * Changes what is kept from now on; what is left out of `policy` stays as it was. What is too much or not wanted any more goes at once.
   *
   * @throws {@link OptionsError} `UNKNOWN_OPTION`, `INVALID_OPTION`
   */
  resize(policy: CachePolicy): void {
    const before = this.world.policy;
    this.world.policy = resolveCachePolicy(policy, before);
    this.wanted = wantedEvents(this.world.policy);
    if (this.world.policy.users.isKept !== before.users.isKept) {
      this.arbiter.forgetUsers();
      this.world.recountUsers();
    }
    this.world.refuseGuilds();
    this.sweep();
  }

  /** Takes out all that is older than the policy allows. The cache does it by itself every ten seconds while events come. */
  sweep(): void {
    this.sweptMs = this.clock.nowMs();
    this.world.nowMs = this.sweptMs;
    this.world.sweep();
    this.arbiter.sweep(this.sweptMs);
    this.world.takeRemovals();
    this.applier.sweep();
  }

  /** How much there is of everything. */
  stats(): CacheStats {
    const counts = this.applier.counts();
    return { ...countWorld(this.world), ...counts, repeated: counts.repeated + this.overlapped };
  }

  /** About how much memory everything takes, from a sample of each kind. It takes milliseconds: not for every event. */
  memoryReport(): CacheMemory {
    return weighWorld(this.world);
  }

  /**
   * Forgets everything, the bot's own user too. Discord does not send again what it has sent: a guild comes back with its next GUILD_CREATE, that is with
   * a new session, and events of it are ignored until then. To make room, use {@link Cache.resize}.
   */
  clear(): void {
    this.arbiter.clear();
    this.overlap.clear();
    this.world.clear();
    this.applier.clear();
  }

  private messageTable(channelId: string): { get(id: string): MessageRecord | undefined; values(): Iterable<MessageRecord> } | undefined {
    return this.world.home(channelId)?.channelTable('messages', channelId);
  }

  private tick(): void {
    this.world.nowMs = this.clock.nowMs();
    if (this.world.nowMs - this.sweptMs >= SWEEP_EVERY_MS) this.sweep();
  }
}
