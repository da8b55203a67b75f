import type { CacheEvent } from '../CacheEvent.js';
import type { Resource } from '../records/entities.js';
import { idOf, isPayload } from '../records/payload.js';
import type { World } from '../tables/World.js';
import type { WriteGuard } from '../tables/WriteGuard.js';
import { Loans } from './Loans.js';

/**
 * The moment before a call of REST. What an event says after it is newer than the answer will be. It is used up by the `fill` that it is given to; one that is never used
 * is forgotten after a minute.
 */
export interface FillMark {
  /** Says that no answer will come. */
  cancel(): void;
}

/** A snapshot that is being restored. */
export interface OpenSnapshot {
  /** The moment at which it began. */
  readonly since: number;
  /** The users that it brought itself: it may write them again. */
  readonly users: Set<string>;
}

/** Who is writing: an event; the answer to a call that began at a moment; a snapshot. */
type Writer =
  | { readonly type: 'event' }
  | { readonly type: 'answer'; readonly since: number }
  | { readonly type: 'snapshot'; readonly snapshot: OpenSnapshot };

/** How an entity is named among all. */
export function keyOf(resource: Resource, place: string, id: string): string {
  return `${resource}:${place}:${id}`;
}

const EVENT: Writer = { type: 'event' };
/** As long as tombstones live: before that nobody knows any more what was deleted. */
const MARK_LIFE_MS = 60_000;
const MAX_NOTED = 20_000;

/**
 * Decides between what events say and what answers of REST and snapshots say: the later one holds. While a call is out it notes what events write; at
 * rest it is not there, and costs nothing.
 */
export class Arbiter implements WriteGuard {
  readonly loans = new Loans();
  private readonly world: World;
  private readonly marks = new Map<FillMark, { readonly since: number; readonly bornMs: number }>();
  private readonly snapshots = new Set<OpenSnapshot>();
  /** The moment of the last event about each entity. A moment is a number that counts up with each write. */
  private readonly noted = new Map<string, number>();
  private moment = 0;
  /** Calls that began before this moment are of no use any more: what happened since was not noted, or a session began. */
  private usefulSince = 0;
  private writer: Writer = EVENT;

  constructor(world: World) {
    this.world = world;
  }

  /** How many calls are out. */
  get openMarks(): number {
    return this.marks.size;
  }

  mark(): FillMark {
    const mark: FillMark = { cancel: () => this.close(mark) };
    this.marks.set(mark, { since: this.moment, bornMs: this.world.nowMs });
    this.settle();
    return mark;
  }

  permits(resource: Resource, place: string, id: string): boolean {
    const key = keyOf(resource, place, id);
    const { writer } = this;
    if (writer.type === 'answer') return this.isUntouched(key, writer.since);
    if (writer.type === 'snapshot')
      return this.isUntouched(key, writer.snapshot.since) && (resource !== 'users' || this.mayRestore(id, writer.snapshot));
    this.note(key);
    // A user on loan is held by the loan, whatever is told of it.
    if (resource !== 'users' && this.loans.size > 0) this.loans.forget(key);
    return true;
  }

  /** Takes note of what an event changes without replacing a record. */
  hear({ t, d }: CacheEvent): void {
    if (this.world.guard === null || !isPayload(d)) return;
    if (t === 'READY') this.restart();
    else if (t === 'GUILD_CREATE' || t === 'GUILD_UPDATE' || t === 'GUILD_DELETE') this.note(keyOf('guilds', '', idOf(d['id']) ?? ''));
    else {
      const [channelId, messageId] = [idOf(d['channel_id']), idOf(d['message_id'])];
      if (channelId !== undefined && messageId !== undefined) this.note(keyOf('messages', channelId, messageId));
    }
  }

  /** Writes an answer. `undefined` when too much has happened since the call began, or when the mark is used up. */
  answer<T>(mark: FillMark | undefined, write: (since: number) => T): T | undefined {
    const since = mark === undefined ? this.moment : this.marks.get(mark)?.since;
    if (since === undefined || since < this.usefulSince) {
      mark?.cancel();
      return undefined;
    }
    const answer = this.as({ type: 'answer', since }, () => write(since));
    mark?.cancel();
    return answer;
  }

  /** Whether an event has told of the entity since a moment. */
  isUntouched(key: string, since: number): boolean {
    return (this.noted.get(key) ?? 0) <= since;
  }

  beginSnapshot(): OpenSnapshot {
    const snapshot: OpenSnapshot = { since: this.moment, users: new Set() };
    this.snapshots.add(snapshot);
    this.settle();
    return snapshot;
  }

  /** Writes a part of a snapshot. */
  restore(snapshot: OpenSnapshot, write: () => void): void {
    this.as({ type: 'snapshot', snapshot }, write);
  }

  endSnapshot(snapshot: OpenSnapshot): void {
    this.snapshots.delete(snapshot);
    this.settle();
  }

  /** Lends an entity that was just written. */
  lend(key: string, maxAgeMs: number, giveBack: () => void): void {
    this.as({ type: 'answer', since: Infinity }, () => this.loans.lend(key, this.world.nowMs + maxAgeMs, giveBack));
  }

  sweep(nowMs: number): void {
    for (const [mark, { bornMs }] of this.marks) if (nowMs - bornMs >= MARK_LIFE_MS) mark.cancel();
    // What is given back is no news.
    this.as({ type: 'answer', since: Infinity }, () => this.loans.sweep(nowMs));
  }

  /** Users are counted anew, and who borrowed one does not count. */
  forgetUsers(): void {
    this.loans.forgetAll((key) => key.startsWith(keyOf('users', '', '')));
    this.settle();
  }

  clear(): void {
    this.loans.forgetAll();
    this.restart();
  }

  private close(mark: FillMark): void {
    this.marks.delete(mark);
    this.settle();
  }

  private note(key: string): void {
    this.moment += 1;
    if (this.marks.size + this.snapshots.size === 0) return;
    this.noted.set(key, this.moment);
    if (this.noted.size > MAX_NOTED) this.restart();
  }

  private restart(): void {
    this.moment += 1;
    this.usefulSince = this.moment;
    this.noted.clear();
  }

  /** A user that was here before the snapshot is newer than it. */
  private mayRestore(userId: string, { users }: OpenSnapshot): boolean {
    const isOwn = users.has(userId) || this.world.users.get(userId) === undefined;
    if (isOwn) users.add(userId);
    return isOwn;
  }

  private as<T>(writer: Writer, write: () => T): T {
    const before = this.writer;
    this.writer = writer;
    this.settle();
    try {
      return write();
    } finally {
      this.writer = before;
      this.settle();
    }
  }

  /** Listens to the world's writes only while there is somebody to listen for. */
  private settle(): void {
    const isAwaited = this.marks.size + this.snapshots.size > 0;
    if (!isAwaited) this.noted.clear();
    const isNeeded = this.writer !== EVENT || isAwaited || this.loans.size > 0;
    this.world.guard = isNeeded ? this : null;
    this.world.users.guard = this.world.guard;
  }
}
