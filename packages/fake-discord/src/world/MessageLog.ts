import type { APIMessage, APIPartialEmoji } from 'discord-api-types/v10';

const FILES_MAX_BYTES = 67_108_864;
const NO_FILES: MessageRecord['files'] = new Map();
const THREAD_STARTER = 21;

/** Who reacted with one emoji, in the order in which they did. */
export interface ReactionRecord {
  readonly emoji: APIPartialEmoji;
  readonly userIds: Set<string>;
}

/** A message as it is kept. What depends on who reads it (`reactions[].me`, `referenced_message`) is added when it is read. */
export interface MessageRecord {
  /** The bytes of its attachments, by their ids. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** The one person who sees it, for an ephemeral answer; `null` for a message in the channel. */
  readonly onlyFor: string | null;
  readonly payload: APIMessage;
  /** Missing while it is not pinned. */
  readonly pinnedAtMs?: number;
  readonly reactions: ReadonlyMap<string, ReactionRecord>;
  /** Who has chosen each answer of its poll. */
  readonly votes?: ReadonlyMap<number, ReadonlySet<string>>;
}

/** Which part of a channel's history is wanted. At most one of the three ids is given. */
export interface PageOfMessages {
  readonly after?: string | undefined;
  readonly around?: string | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

/**
 * The messages of one channel, oldest first. When there are more than `limit`, the oldest is forgotten; and of their files, when they have more than
 * 64 MiB, the bytes of the oldest: such a message still tells of its attachments, and their URLs lead nowhere.
 */
export class MessageLog {
  /** How many messages there are, as threads count them: without the one that they begin with, and with those forgotten. */
  count = 0;
  /** The id of the newest message ever posted, also when it was deleted since. */
  lastId: string | null = null;
  /** How many there ever were, counted likewise. */
  sent = 0;

  private fileBytes = 0;
  private readonly limit: number;
  private readonly records = new Map<string, MessageRecord>();

  constructor(limit: number) {
    this.limit = limit;
  }

  get size(): number {
    return this.all().length;
  }

  add(payload: APIMessage, files: MessageRecord['files'] = NO_FILES, onlyFor: string | null = null): MessageRecord {
    const record: MessageRecord = { files, onlyFor, payload, reactions: new Map() };
    this.keep(record);
    if (onlyFor === null) this.noteNew(payload);
    const oldest = this.records.keys().next();
    if (this.records.size > this.limit && oldest.done !== true) this.forget(oldest.value);
    return record;
  }

  /** A message of the channel. */
  get(id: string): MessageRecord | undefined {
    const record = this.records.get(id);
    return record?.onlyFor === null ? record : undefined;
  }

  /** A message of the channel, or one that only somebody sees. */
  find(id: string): MessageRecord | undefined {
    return this.records.get(id);
  }

  /** The message that has this attachment. */
  holding(attachmentId: string): MessageRecord | undefined {
    return this.everything.find(({ files }) => files.has(attachmentId));
  }

  /** What is pinned, the newest pin first. */
  pinned(): readonly MessageRecord[] {
    const pins = this.all().filter(({ pinnedAtMs }) => pinnedAtMs !== undefined);
    return pins.sort((a, b) => (b.pinnedAtMs ?? 0) - (a.pinnedAtMs ?? 0));
  }

  /** Puts a new record in the place of the one with its id. */
  replace(record: MessageRecord): void {
    if (this.records.has(record.payload.id)) this.keep(record);
  }

  delete(id: string): boolean {
    const record = this.get(id);
    if (record !== undefined && !isStarter(record.payload)) this.count -= 1;
    return this.forget(id);
  }

  /** All that anybody sees, oldest first. */
  get everything(): readonly MessageRecord[] {
    return [...this.records.values()];
  }

  /** All that everybody sees, oldest first, and what `viewerId` alone sees. */
  all(viewerId: string | null = null): readonly MessageRecord[] {
    return this.everything.filter(({ onlyFor }) => onlyFor === null || onlyFor === viewerId);
  }

  /** A page, newest first, as Discord lists messages. */
  page({ after, around, before, limit }: PageOfMessages): readonly MessageRecord[] {
    const all = this.all();
    if (around !== undefined) return this.pageAround(all, around, limit);
    const from = after === undefined ? 0 : all.findIndex(({ payload }) => isNewer(payload.id, after));
    if (after !== undefined) return from === -1 ? [] : all.slice(from, from + limit).reverse();
    const older = before === undefined ? all : all.filter(({ payload }) => isNewer(before, payload.id));
    return older.slice(-limit).reverse();
  }

  private keep(record: MessageRecord): void {
    const { id } = record.payload;
    this.fileBytes += bytesOf(record) - bytesOf(this.records.get(id));
    this.records.set(id, record);
    if (this.fileBytes > FILES_MAX_BYTES) this.forgetFiles();
  }

  private forget(id: string): boolean {
    this.fileBytes -= bytesOf(this.records.get(id));
    return this.records.delete(id);
  }

  private forgetFiles(): void {
    for (const [id, record] of this.records) {
      if (this.fileBytes <= FILES_MAX_BYTES) return;
      this.fileBytes -= bytesOf(record);
      this.records.set(id, { ...record, files: NO_FILES });
    }
  }

  private noteNew(payload: APIMessage): void {
    this.lastId = payload.id;
    if (isStarter(payload)) return;
    this.count += 1;
    this.sent += 1;
  }

  private pageAround(all: readonly MessageRecord[], id: string, limit: number): readonly MessageRecord[] {
    const newer = all.findIndex(({ payload }) => !isNewer(id, payload.id));
    const middle = newer === -1 ? all.length : newer;
    const first = Math.max(0, middle - Math.floor(limit / 2));
    return all.slice(first, first + limit).reverse();
  }
}

function bytesOf(record: MessageRecord | undefined): number {
  let bytes = 0;
  for (const { length } of record?.files.values() ?? []) bytes += length;
  return bytes;
}

/** Whether a thread begins with it: the first message of a post, or what stands for the message that a thread was begun on. */
function isStarter({ channel_id: channelId, id, type }: APIMessage): boolean {
  return id === channelId || type === THREAD_STARTER;
}

/** True when the snowflake `id` is greater than `other`. */
export function isNewer(id: string, other: string): boolean {
  return id.length === other.length ? id > other : id.length > other.length;
}
