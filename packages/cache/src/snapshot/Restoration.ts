import { shown } from '@aplomb/base';
import type { Arbiter, OpenSnapshot } from '../fill/Arbiter.js';
import { reduceInto } from '../fill/reduceInto.js';
import { idOf, idsOf, integerOf, isPayload, payloadsOf, textOf, type Payload } from '../records/payload.js';
import { writeMessage } from '../reducers/messages.js';
import type { Shelf } from '../tables/Shelf.js';
import type { World } from '../tables/World.js';
import { CacheSnapshotError } from './CacheSnapshotError.js';
import { parseLine, SNAPSHOT_FORMAT, SNAPSHOT_VERSION, type SnapshotSession } from './lines.js';
import type { ReplayOverlap } from './ReplayOverlap.js';

/** What became of a snapshot. */
export interface CacheRestored {
  /** How many guilds were put back. */
  readonly restored: number;
  /** How many guilds of the snapshot were left alone: the cache knows something newer of them, or does not keep guilds. */
  readonly kept: number;
  /** How many lines could not be read. What they told is not there. */
  readonly broken: number;
  /** Whether the snapshot was whole: nothing broken, nothing cut off. */
  readonly isComplete: boolean;
  /**
   * Whether the cache now is what it was: the snapshot is whole, and what Discord sends again when `session` is resumed begins where it ends, or
   * before. Otherwise events were missed in between, and what was restored may be out of date; of a `session` that is known to have gone further,
   * presences and voice states are left out.
   */
  readonly isFresh: boolean;
  /** When the snapshot was taken, in milliseconds since 1970. */
  readonly savedAtMs: number;
  /** What the reading of the lines failed with, half-way; `undefined` when it did not. */
  readonly cause: unknown;
}

/** What a restoration works with. */
export interface RestorationParts {
  readonly world: World;
  readonly arbiter: Arbiter;
  readonly overlap: ReplayOverlap;
  /** Lets in the events that waited for these guilds and channels. */
  readonly letIn: (parentIds: readonly string[]) => void;
  readonly nowMs: () => number;
  readonly wallMs: () => number;
  /** `null` for all shards. */
  readonly shardId: number | null;
  /** The session that is resumed. */
  readonly session: SnapshotSession | null;
}

/** The heading, as far as it matters here. */
interface Heading {
  readonly savedAtMs: number;
  readonly session: SnapshotSession | null;
}

/** The events that bring what GUILD_CREATE leaves out. */
const FURTHER = [
  ['autoModerationRules', 'AUTO_MODERATION_RULE_CREATE'],
  ['integrations', 'INTEGRATION_CREATE'],
] as const;

/** Puts a snapshot back, line by line. What the cache knows already is newer, and stays. */
export class Restoration {
  private readonly parts: RestorationParts;
  private readonly open: OpenSnapshot;
  private readonly shelves = new Set<Shelf>();
  private readonly directIds = new Set<string>();
  private readonly arrived: string[] = [];
  private heading: Heading | null = null;
  private restored = 0;
  private kept = 0;
  private broken = 0;
  private isEnded = false;
  private cause: unknown;

  constructor(parts: RestorationParts) {
    this.parts = parts;
    this.open = parts.arbiter.beginSnapshot();
  }

  /**
   * Puts back all lines; `turn` is awaited after each.
   *
   * @throws {@link CacheSnapshotError} when the first line shows that this is no snapshot of this bot; or what the lines throw before the first.
   */
  async read(lines: AsyncIterable<string> | Iterable<string>, turn: () => Promise<void>): Promise<CacheRestored> {
    try {
      for await (const line of lines) {
        this.take(line);
        await turn();
      }
    } catch (cause) {
      if (this.heading === null) throw cause;
      this.cause = cause;
    } finally {
      this.end();
    }
    if (this.heading === null) throw unreadable();
    return this.outcome(this.heading);
  }

  private take(text: string): void {
    const line = parseLine(text);
    if (this.heading === null) this.heading = this.begin(line);
    else if (line === null) this.broken += 1;
    else this.parts.arbiter.restore(this.open, () => this.write(line));
  }

  private end(): void {
    this.parts.arbiter.endSnapshot(this.open);
    this.parts.letIn(this.arrived);
    this.parts.world.takeRemovals();
  }

  private outcome({ savedAtMs }: Heading): CacheRestored {
    const { restored, kept, broken, cause } = this;
    const isComplete = this.isEnded && broken === 0;
    return { restored, kept, broken, isComplete, isFresh: isComplete && this.isCaughtUp(), savedAtMs, cause };
  }

  private begin(line: Payload | null): Heading {
    if (line?.['kind'] !== SNAPSHOT_FORMAT) throw unreadable();
    this.refuseForeign(line);
    const { session, shardId } = this.parts;
    const heading = { savedAtMs: integerOf(line['savedAtMs']) ?? 0, session: sessionOf(line['session']) };
    if (session !== null && shardId !== null && heading.session?.id === session.id) {
      this.parts.overlap.begin(shardId, heading.session.sequence);
    }
    this.parts.arbiter.restore(this.open, () => this.introduce(line));
    return heading;
  }

  private refuseForeign(line: Payload): void {
    const { world, shardId } = this.parts;
    const self = isPayload(line['self']) ? idOf(line['self']['id']) : undefined;
    if (line['version'] !== SNAPSHOT_VERSION) throw foreign(`has version ${shown(line['version'])}, not ${String(SNAPSHOT_VERSION)}`);
    if (self !== undefined && world.selfId !== null && self !== world.selfId) {
      throw foreign(`is of bot ${self}, and this is ${world.selfId}`);
    }
    const of = integerOf(line['shardId']);
    if (shardId !== null && of !== undefined && of !== shardId) throw foreign(`is of shard ${String(of)}, not ${String(shardId)}`);
  }

  /** Who the bot is, and which guilds are expected. */
  private introduce(line: Payload): void {
    const { world } = this.parts;
    // No guilds, so that none is taken away; no shard, so that no shard's direct messages are.
    const { self: user, application } = line;
    if (world.selfId === null) this.reduce('READY', { user, application }, -1);
    for (const id of idsOf(line['awaited'])) {
      if (!this.isKnown(id)) this.reduce('GUILD_DELETE', { id, unavailable: true }, this.parts.shardId ?? 0);
    }
    for (const id of idsOf(line['refused'])) if (!this.isKnown(id)) world.refusedGuilds.add(id);
  }

  private write(line: Payload): void {
    switch (line['kind']) {
      case 'guild':
        return this.writeGuild(line);
      case 'direct':
        return this.writeDirect(line);
      case 'members':
        return this.writeMembers(line);
      case 'messages':
        return this.each(line, (shelf, message) => this.writeMessage(shelf, message));
      case 'threadMembers':
        return this.each(line, (shelf, { thread_id: id, ...person }) =>
          this.reduce('THREAD_MEMBERS_UPDATE', { id, guild_id: shelf.id, added_members: [person] }, shelf.shardId),
        );
      case 'end':
        this.isEnded = true;
        this.broken += integerOf(line['failed']) ?? 0;
        return;
      default:
        this.broken += 1;
    }
  }

  private writeGuild(line: Payload): void {
    const { guild } = line;
    const id = isPayload(guild) ? idOf(guild['id']) : undefined;
    if (!isPayload(guild) || id === undefined) return void (this.broken += 1);
    const shardId = this.parts.shardId ?? integerOf(line['shardId']) ?? 0;
    if (this.isKnown(id)) return void (this.kept += 1);
    this.reduce('GUILD_CREATE', { ...guild, ...this.withoutPassing(), unavailable: false }, shardId);
    const shelf = this.parts.world.guilds.get(id);
    // The policy may refuse it.
    if (shelf === undefined) return void (this.kept += 1);
    this.shelves.add(shelf);
    this.restored += 1;
    this.parts.overlap.note(shardId, id, integerOf(line['sequence']) ?? 0);
    this.writeFurther(line, shelf);
  }

  /** What GUILD_CREATE leaves out. */
  private writeFurther(line: Payload, { id, shardId }: Shelf): void {
    for (const [list, t] of FURTHER) for (const each of payloadsOf(line[list])) this.reduce(t, { ...each, guild_id: id }, shardId);
    this.eachAged(line['invites'], (invite) => this.reduce('INVITE_CREATE', { ...invite, guild_id: id }, shardId));
    if (line['isAvailable'] === false) this.reduce('GUILD_DELETE', { id, unavailable: true }, shardId);
  }

  private writeDirect(line: Payload): void {
    const { world, shardId } = this.parts;
    for (const channel of payloadsOf(line['channels'])) {
      const id = idOf(channel['id']);
      if (id === undefined || world.channel(id) !== undefined) continue;
      this.reduce('CHANNEL_CREATE', channel, shardId ?? 0);
      this.directIds.add(id);
    }
    // What is known of them may be newer than what their channels say.
    for (const user of payloadsOf(line['users'])) world.users.write(idOf(user['id']) ?? '', user);
    this.shelves.add(world.direct);
    this.parts.overlap.note(shardId ?? 0, null, integerOf(line['sequence']) ?? 0);
  }

  private writeMembers(line: Payload): void {
    this.each(line, (shelf, member) => this.reduce('GUILD_MEMBERS_CHUNK', { guild_id: shelf.id, members: [member] }, shelf.shardId));
  }

  private writeMessage(shelf: Shelf, message: Payload): void {
    const { world } = this.parts;
    const [id, channelId] = [idOf(message['id']), idOf(message['channel_id'])];
    if (id === undefined || channelId === undefined) return;
    const home = world.home(channelId);
    const isForeign = shelf === world.direct ? !this.directIds.has(channelId) : home !== undefined && home !== shelf;
    if (isForeign || shelf.channelTable('messages', channelId)?.get(id) !== undefined) return;
    if (!world.buried.isBuried(`message:${id}`, world.nowMs)) writeMessage(world, shelf, channelId, id, message);
  }

  private reduce(t: string, payload: Payload, shardId: number): void {
    const { arrived = [] } = reduceInto(this.parts.world, t, payload, shardId);
    for (const id of arrived) this.arrived.push(id);
  }

  /** Calls with each entity of a line whose guild this restoration brought, at the time at which it was written. */
  private each(line: Payload, write: (shelf: Shelf, entity: Payload) => void): void {
    const { world } = this.parts;
    const shelf = line['guildId'] === null ? world.direct : world.guilds.get(textOf(line['guildId']) ?? '');
    if (shelf !== undefined && this.shelves.has(shelf)) this.eachAged(line['entities'], (entity) => write(shelf, entity));
  }

  private eachAged(list: unknown, write: (entity: Payload) => void): void {
    const { world, nowMs, wallMs } = this.parts;
    const sinceMs = Math.max(0, wallMs() - (this.heading?.savedAtMs ?? 0));
    for (const { data, ageMs } of payloadsOf(list)) {
      world.nowMs = nowMs() - (typeof ageMs === 'number' && ageMs >= 0 ? ageMs + sinceMs : 0);
      if (isPayload(data)) write(data);
    }
    world.nowMs = nowMs();
  }

  /** Who is online or in voice changes by the minute, and no event would tell of what was missed: better nobody than the wrong ones. */
  private withoutPassing(): Payload {
    const isOutdated = this.parts.session !== null && !this.isCaughtUp();
    return isOutdated ? { presences: [], voice_states: [] } : {};
  }

  /** Whether an event has spoken of a guild: then it knows better. */
  private isKnown(id: string): boolean {
    const { world } = this.parts;
    return world.guilds.has(id) || world.awaited.has(id) || world.buried.isBuried(`guild:${id}`, world.nowMs);
  }

  private isCaughtUp(): boolean {
    const { session } = this.parts;
    const saved = this.heading?.session ?? null;
    return session !== null && saved !== null && saved.id === session.id && saved.sequence >= session.sequence;
  }
}

function sessionOf(value: unknown): SnapshotSession | null {
  const id = isPayload(value) ? textOf(value['id']) : undefined;
  const sequence = isPayload(value) ? integerOf(value['sequence']) : undefined;
  return id === undefined || sequence === undefined ? null : { id, sequence };
}

function unreadable(): CacheSnapshotError {
  return new CacheSnapshotError('CACHE_SNAPSHOT_UNREADABLE', {
    what: 'The first line of the cache snapshot is not the heading of one, so nothing was restored.',
    cure: 'Delete the file if it was cut or overwritten; the next save makes a whole one.',
  });
}

function foreign(how: string): CacheSnapshotError {
  return new CacheSnapshotError('CACHE_SNAPSHOT_FOREIGN', {
    what: `The cache snapshot ${how}, so nothing was restored.`,
    cure: 'Give each bot and each layout of shards a place of its own for its snapshots.',
  });
}
